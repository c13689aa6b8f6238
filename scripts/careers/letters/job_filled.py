"""Says that the job is filled or closed."""

from careers.letters.support.standing import Standing
from careers.letters.support.when import When

ORDER = 60
WHEN = When.NEXT_DAYS
CHOSEN = MOVES = True
STANDING = Standing.REJECTED
PLACEHOLDERS = (
    "name",
    "job",
    "filled_or_closed",
    "read_or_unread",
    "jobs_url",
    "kept_until",
    "privacy_url",
    "sender",
    "role",
    "company",
)
