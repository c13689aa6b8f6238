"""Brings the offer, which is an attached file."""

from careers.letters.support.standing import Standing
from careers.letters.support.when import When

ORDER = 90
WHEN = When.NOW
STANDING = Standing.UNDER_WAY
PLACEHOLDERS = (
    "name",
    "job",
    "start",
    "manager",
    "answer_by",
    "sender",
    "role",
    "company",
)
