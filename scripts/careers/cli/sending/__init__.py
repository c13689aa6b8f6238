"""Sends letters: the run, and what it is made of."""
