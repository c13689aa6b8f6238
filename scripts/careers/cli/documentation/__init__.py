"""The pages that `careers docs` makes of verbs, checks and workflows."""
