"""Asks them to choose a time: on a move to a conversation, or to a stage with a booking link."""

from careers.letters.support.standing import Standing
from careers.letters.support.when import When

ORDER = 20
WHEN = When.NOW
CHOSEN = MOVES = True
STANDING = Standing.SAME_STAGE
PLACEHOLDERS = (
    "name",
    "job",
    "step",
    "step_text",
    "booking_url",
    "people",
    "minutes",
    "pay",
    "answer_by",
    "sender",
    "role",
    "company",
)
