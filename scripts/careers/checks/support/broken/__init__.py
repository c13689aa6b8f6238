"""Markdown that is not what its author meant."""
