"""Brings candidates in and out, many at once."""
