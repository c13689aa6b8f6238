"""Decisions over candidates: pure functions of what was read, each returns a plan of actions."""
