"""What stands in letters for what differs: each placeholder, and where its words come from."""

from __future__ import annotations

PLACEHOLDERS = {
    "name": "the candidate's name as they wrote it; *Hello,* where it is none that one repeats",
    "job": "the posting's title, as it was when they applied",
    "company": "`[company] name` of `careers.toml`",
    "sender": "`[letters] sender`",
    "role": "`[letters] role`",
    "answer_by": "the record: the day of the next step, else what patience makes of the stage",
    "promised": "the record: the day that the last letter named",
    "day": "what the letter is about: the interview, ten working days on, the day of deletion",
    "time": "`/interview`: the time, as clocks there say it",
    "steps": "the posting's process, the bold names of its steps",
    "step": "the posting's own name for the stage",
    "step_text": "the posting's own words for the stage",
    "minutes": "`[stage.…] minutes`, else the number of minutes in the posting's words for it",
    "people": "`[stage.…] people`",
    "booking_url": "`[stage.…] booking`",
    "pay": "`salary` of the posting",
    "privacy_url": "the site's privacy page",
    "jobs_url": "`[site] url`",
    "reason_text": "`[reasons]`: `text` of the reason, else the words that are shipped for it",
    "filled_or_closed": "the record: whether the reason is `closed`",
    "read_or_unread": "the record: whether a person has ticked, commanded, commented or moved",
    "why_text": "the words behind `/reply still-deciding`",
    "kept_until": "the rule of keeping that holds for them, else *when you ask*",
    "start": "`/offer send DATE start DATE`: the first day",
    "manager": "`[stage.…] people` of where they are: who has time for a call",
    "first_line": "`/interview`: that it was moved or cancelled, or how one joins it",
    "cancelled": "`/interview off`, or an end: that it was cancelled",
    "hash_text": "what stays of a person who was deleted",
    "mailbox": "`[intake.mail] user`, where a mailbox is read",
    "backup_days": "`[privacy]`: when backups are gone",
    "privacy_contact": "`[privacy] contact`",
    "authority": "`[privacy]`: whom one complains to",
    "text": "the lines below `/reply`",
}
OPTIONAL = frozenset(
    {"name", "why_text", "booking_url", "people", "minutes", "hash_text", "mailbox", "kept_until"}
    | {"first_line", "cancelled", "time", "promised"}
)
"""Without these a sentence is left out; without any other the letter does not go."""
DAYS = frozenset({"answer_by", "promised", "day", "start", "kept_until"})
"""Placeholders whose values are days in ISO 8601, which letters write in words."""
