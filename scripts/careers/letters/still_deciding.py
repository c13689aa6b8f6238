"""Says that it takes longer: on the promised day at noon if nothing moved, or by a command."""

from careers.letters.support.standing import Standing
from careers.letters.support.when import When

ORDER = 70
WHEN = When.NOW
CHOSEN = True
STANDING = Standing.SAME_STAGE
PLACEHOLDERS = (
    "name",
    "job",
    "promised",
    "why_text",
    "answer_by",
    "sender",
    "role",
    "company",
)
