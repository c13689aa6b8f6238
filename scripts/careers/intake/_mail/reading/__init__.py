"""A mail taken apart: its headers, its text, its files."""
