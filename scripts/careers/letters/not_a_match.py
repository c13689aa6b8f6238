"""Says no, and why: as the reason of the rejection asks, and for a close call before any talk."""

from careers.letters.support.standing import Standing
from careers.letters.support.when import When

ORDER = 40
WHEN = When.NEXT_DAYS
CHOSEN = MOVES = True
STANDING = Standing.REJECTED
PLACEHOLDERS = (
    "name",
    "job",
    "reason_text",
    "kept_until",
    "privacy_url",
    "jobs_url",
    "sender",
    "role",
    "company",
)
