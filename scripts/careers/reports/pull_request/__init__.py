"""The one comment on a pull request: while it is open, and after it was merged."""
