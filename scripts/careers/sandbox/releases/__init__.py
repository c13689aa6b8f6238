"""Releases and their assets: what is kept, what can be done to them, how GitHub shows them."""
