"""REST: Actions: its runs, its secrets and variables, its settings, events from outside."""
