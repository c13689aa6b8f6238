"""Confirms that they have withdrawn."""

from careers.letters.support.standing import Standing
from careers.letters.support.when import When

ORDER = 100
WHEN = When.NOW
MOVES = True
STANDING = Standing.WITHDRAWN
PLACEHOLDERS = (
    "name",
    "job",
    "day",
    "kept_until",
    "privacy_url",
    "sender",
    "role",
    "company",
)
