"""Interviews: the time that people type, what becomes of one, and the calendar's file."""
