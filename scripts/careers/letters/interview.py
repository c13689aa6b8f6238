"""Confirms a conversation that was set, moved or cancelled, with its calendar file."""

from careers.letters.support.when import When

ORDER = 30
WHEN = When.NOW
PLACEHOLDERS = (
    "name",
    "job",
    "step",
    "step_text",
    "first_line",
    "day",
    "time",
    "people",
    "minutes",
    "pay",
    "answer_by",
    "sender",
    "role",
    "company",
)
