"""Keeps the files of candidates."""
