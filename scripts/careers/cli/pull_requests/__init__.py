"""What the verbs about pull requests share: both sides of a merge, its preview, its pictures."""
