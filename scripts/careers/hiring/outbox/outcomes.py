"""What the record becomes when a letter is begun, went, was put off or refused, or is uncertain."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from careers.hiring.outbox.queueing import changed
from careers.hiring.record.model import Entry, Record
from careers.hiring.record.outbox import Letter, LetterState

_WHO = "careers"
_FIRST = timedelta(minutes=15)
_LONGEST = timedelta(hours=12)
PERHAPS_BACK = "perhaps-back"
TRIES = 12
"""Times that a mail server may put a letter off, over some five days as RFC 5321 advises."""


def begun(record: Record, letter: Letter, message_id: str, now: str) -> Record:
    """Being sent: from here on only a server's answer tells whether it went."""
    return changed(
        record, letter.id, state=LetterState.SENDING, message_id=message_id, day=now, why=""
    )


def taken(record: Record, letter: Letter, promise: str, now: str) -> Record:
    """The server took it; ``promise`` is the day that it names, in ISO 8601."""
    values = {**letter.values, "answer_by": promise} if promise else dict(letter.values)
    record = changed(record, letter.id, state=LetterState.SENT, day=now, values=values)
    return _told(record, f"letter {letter.kind} sent", now)


def put_off(record: Record, letter: Letter, now: str) -> Record:
    """It did not go: due again, later each time."""
    wait = min(_FIRST * 2**letter.tries, _LONGEST)
    due = (datetime.fromisoformat(now) + wait).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return changed(
        record, letter.id, state=LetterState.DUE, due=due, tries=letter.tries + 1, day=now
    )


def held_up(record: Record, letter: Letter, now: str) -> Record:
    """It did not go for a reason that is no letter's: due as before."""
    return changed(record, letter.id, state=LetterState.DUE, day=now)


def stopped_for(record: Record, letter: Letter, why: str, now: str) -> Record:
    """It does not go until a person has mended what is wrong."""
    record = changed(record, letter.id, state=LetterState.STOPPED, why=why, day=now)
    return _told(record, f"letter {letter.kind} stopped: {why}", now)


def uncertain(record: Record, letter: Letter, now: str) -> Record:
    """Nobody knows whether it went: a person is asked, and it is not sent again by itself."""
    record = changed(record, letter.id, state=LetterState.UNCERTAIN, day=now)
    return _told(record, f"letter {letter.kind}: nobody knows whether it went", now)


def doubted(record: Record, letter: Letter, now: str) -> Record:
    """A mail to them came back that may have been this letter: a person is asked."""
    changes = {"state": LetterState.UNCERTAIN, "day": now, "why": PERHAPS_BACK}
    record = changed(record, letter.id, **changes)
    return _told(record, f"a mail to them came back, perhaps the letter {letter.kind}", now)


def _told(record: Record, words: str, now: str) -> Record:
    stage = record.stage
    return record.with_entry(Entry(when=now, who=_WHO, start=stage, to=stage, reason=words))
