"""The letter by which a candidate hears of an interview: that it is set, moved, called off."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from careers.hiring.interviews.ending import KIND
from careers.hiring.outbox.queueing import queued, stopped
from careers.hiring.record.interviewing import Interview
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import CANCELLED, KEPT_BACK, Letter
from careers.hiring.rules import Rules

MOVED, CHANGED = "moved", "changed"
_WHEN = ("day", "time", "minutes")


def told_of(record: Record, talk: Interview, rules: Rules, now: str, comment: int = 0) -> Record:
    """The record with the letter, where the settings send it; one that has not gone gives way.

    Of a talk that they never heard of they do not hear that it is off.
    """

    def about(letter: Letter) -> bool:
        return letter.kind == KIND and letter.calendar == str(talk.number)

    heard = [letter for letter in record.letters if about(letter) and letter.state.gone]
    record = stopped(record, KEPT_BACK, now, about)
    if not rules.letters.sends(KIND) or (talk.off and not heard):
        return record
    there = datetime.fromisoformat(talk.start).astimezone(ZoneInfo(talk.zone))
    values = {
        "day": there.date().isoformat(),
        "time": f"{there:%H:%M} {talk.zone.rpartition('/')[2].replace('_', ' ')}",
        "minutes": str(talk.minutes),
        "link": talk.link,
    }
    known = heard[-1].values if heard else {}
    same = all(known.get(name) == values[name] for name in _WHEN)
    if same and known.get("link") == talk.link and not talk.off:
        return record  # it was moved and moved back before they heard of it
    how = CANCELLED if talk.off else "" if not heard else CHANGED if same else MOVED
    given = {**values, "first_line": how} if how else values
    return queued(record, KIND, asked=now, values=given, comment=comment, calendar=str(talk.number))
