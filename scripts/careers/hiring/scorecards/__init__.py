"""Scorecards: what is asked of interviewers, how it is read, and the summary of all."""
