"""The letter that keeps a promise: on the promised day at noon, where nothing has moved."""

from __future__ import annotations

from datetime import date

from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.outbox.queueing import queued
from careers.hiring.outbox.timing import noon
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import Letter, LetterState
from careers.hiring.record.visits import since
from careers.process import TERMINAL

STILL_DECIDING = "still-deciding"


def with_kept_promise(record: Record, answer_by: str, days: WorkingDays, now: str) -> Record:
    """The record with the letter that says that it takes longer; as it is where none is due.

    ``answer_by`` is the new day, in ISO 8601.
    """
    promise = _promise(record)
    if not promise or noon(date.fromisoformat(promise), days) > now:
        return record
    values = {"promised": promise, "answer_by": answer_by}
    return queued(record, STILL_DECIDING, asked=now, values=values)


def promised_until(record: Record) -> str:
    """The day in ISO 8601 that the last letter named, where nothing has moved; else empty."""
    sent = [x for x in record.letters if x.state is LetterState.SENT and _day_of(x)]
    last = max(sent, key=lambda letter: letter.day, default=None)
    return "" if last is None or since(record) > last.day else _day_of(last)


def _promise(record: Record) -> str:
    """The day that was promised and not kept, while no other letter is on its way."""
    if record.stage in TERMINAL or record.duplicate_of:
        return ""
    if any(not letter.state.ended or letter.blocked for letter in record.letters):
        return ""
    day = promised_until(record)
    kept = any(x.values.get("promised") == day for x in record.letters)
    return "" if kept else day


def _day_of(letter: Letter) -> str:
    return letter.values.get("answer_by", "")
