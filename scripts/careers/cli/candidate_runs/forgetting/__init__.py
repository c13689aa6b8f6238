"""Erases candidates, in time and when asked."""
