"""The team's own words, by `/reply` and lines below it."""

from careers.letters.support.when import When

ORDER = 120
WHEN = When.NOW
PLACEHOLDERS = (
    "job",
    "text",
)
