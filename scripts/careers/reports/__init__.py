"""Findings for their readers: a terminal, a program, GitHub. One module a format."""
