"""Confirms a conversation that was set, moved or cancelled, with its calendar file."""

from careers.letters.support.standing import Standing
from careers.letters.support.when import When

ORDER = 30
WHEN = When.NOW
STANDING = Standing.UNDER_WAY
PLACEHOLDERS = (
    "name",
    "job",
    "step",
    "step_text",
    "first_line",
    "cancelled",
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
