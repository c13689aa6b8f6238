"""Candidates taken out of the repository whole, and brought in from elsewhere."""
