"""Confirms that they have withdrawn."""

from careers.letters.support.when import When

ORDER = 100
WHEN = When.NOW
MOVES = True
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
