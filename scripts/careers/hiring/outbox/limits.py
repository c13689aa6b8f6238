"""How many letters go: few to one address until a person has looked, and no flood of any kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from careers.hiring.outbox.values import acted
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import Letter, LetterState

RECEIVED = "received"
AN_HOUR = 60
"""Letters *received* of an hour: strangers' forms set them off, and each goes to any address."""
ONE_A_DAY = "one letter a day to an address, until a person has acted"
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)


@dataclass
class Limits:
    """What went lately, as the records tell it: no count is kept that could be lost.

    ``received`` are moments, ``people`` when the newest letter went to a person, by their hash.
    """

    received: list[datetime] = field(default_factory=list)
    people: dict[str, datetime] = field(default_factory=dict)

    @classmethod
    def of(cls, records: Iterable[Record]) -> Limits:
        """As these records have it."""
        limits = cls()
        for record in records:
            for letter in record.letters:
                if letter.state.gone and letter.day:
                    limits.count(record, letter.kind, letter.day)
        return limits

    def count(self, record: Record, kind: str, when: str) -> None:
        """One more letter went."""
        moment = datetime.fromisoformat(when)
        if kind == RECEIVED:
            self.received.append(moment)
        for person in {record.person, record.corrected} - {""}:
            self.people[person] = max(moment, self.people.get(person, moment))

    def waits(self, record: Record, letter: Letter, now: str) -> str:
        """Why a letter waits, in words; empty where it does not."""
        moment = datetime.fromisoformat(now)
        if letter.kind == RECEIVED and sum(moment - x < _HOUR for x in self.received) >= AN_HOUR:
            return f"{AN_HOUR} letters *received* went this hour"
        last = self.people.get(record.corrected or record.person)
        if last and moment - last < _DAY and not acted(record):
            return ONE_A_DAY
        return ""


def waiting(records: Sequence[Record], now: str) -> dict[int, str]:
    """Why letters that are due wait for their turn, by their candidates' issues.

    Those that may go in this hour count as gone, in the order in which they go.
    """
    limits, found = Limits.of(records), {}
    due = (
        (letter.due, record.issue, record, letter)
        for record in records
        for letter in record.letters
        if letter.state is LetterState.DUE and letter.due <= now and not record.duplicate_of
    )
    for _, number, record, letter in sorted(due, key=lambda each: each[:2]):
        if why := limits.waits(record, letter, now):
            found[number] = why
        else:
            limits.count(record, letter.kind, now)
    return found
