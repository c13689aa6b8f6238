"""Says what the job pays, before the first conversation."""

from careers.letters.support.standing import Standing
from careers.letters.support.when import When

ORDER = 80
WHEN = When.NOW
CHOSEN = True
STANDING = Standing.UNDER_WAY
PLACEHOLDERS = (
    "name",
    "job",
    "pay",
    "step",
    "answer_by",
    "sender",
    "role",
    "company",
)
