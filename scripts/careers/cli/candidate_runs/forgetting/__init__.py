"""Erases candidates: in time, where an admin asks, and by an admin's own run."""
