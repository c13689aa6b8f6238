"""Sends candidates their letters."""
