"""Says that their data are deleted: the last letter, from memory."""

from careers.letters.support.when import When

ORDER = 110
WHEN = When.NOW
PLACEHOLDERS = (
    "name",
    "job",
    "day",
    "hash_text",
    "mailbox",
    "backup_days",
    "privacy_contact",
    "authority",
    "company",
)
