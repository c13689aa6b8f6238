"""The text of a candidate's issue: its sections, and what strangers wrote made harmless."""
