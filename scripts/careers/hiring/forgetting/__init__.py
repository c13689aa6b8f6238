"""How long a candidate is kept, what is erased when, and what is left of it."""
