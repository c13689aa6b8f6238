"""Says no after a conversation: somebody else was chosen."""

from careers.letters.support.standing import Standing
from careers.letters.support.when import When

ORDER = 50
WHEN = When.NEXT_DAYS
CHOSEN = MOVES = True
STANDING = Standing.REJECTED
PLACEHOLDERS = (
    "name",
    "job",
    "kept_until",
    "privacy_url",
    "sender",
    "role",
    "company",
)
