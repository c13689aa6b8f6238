"""Says that the application arrived, who reads it, and by when they hear."""

from careers.letters.support.standing import Standing
from careers.letters.support.when import When

ORDER = 10
WHEN = When.HOUR
STANDING = Standing.UNDER_WAY
PLACEHOLDERS = (
    "name",
    "job",
    "answer_by",
    "steps",
    "privacy_url",
    "sender",
    "role",
    "company",
)
