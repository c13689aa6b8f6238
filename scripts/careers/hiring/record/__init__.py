"""What is kept of a candidate, and the block of the issue's body in which it stands."""
