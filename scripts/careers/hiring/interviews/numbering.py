"""What a talk is called: its number in a record, its name in calendars, also after a merge."""

from __future__ import annotations

from careers.hiring.record.interviewing import Interview
from careers.hiring.record.model import Record


def called(record: Record, talk: Interview) -> str:
    """What a talk is called in calendars: by the issue that it was set in."""
    return talk.origin or f"{record.issue}-{talk.number}"


def number_here(record: Record, number: int) -> int:
    """The number that a talk of an issue gets which is merged into that of ``record``."""
    return max((talk.number for talk in record.interviews), default=0) + number


def joined_talks(record: Record, other: Record) -> tuple[Interview, ...]:
    """The talks of both; those of the other keep what calendars call them."""
    theirs = (
        talk.model_copy(
            update={
                "number": number_here(record, talk.number),
                "origin": called(other, talk),
            }
        )
        for talk in other.interviews
    )
    return (*record.interviews, *theirs)
