"""Candidates seen from above: who stands where since when, whose move it is, what is late."""
