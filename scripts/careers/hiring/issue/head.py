"""What stands at the top of an issue: what is next, by whom, since when, and the way they went."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from careers.hiring.issue.boxes import SHIPPED
from careers.hiring.issue.way import way
from careers.hiring.minding.due import Cause, Due, Patience
from careers.hiring.outbox.preview import Previews
from careers.hiring.outbox.timing import local
from careers.hiring.record.model import Entry, Record
from careers.hiring.record.outbox import LetterState
from careers.hiring.record.visits import since
from careers.hiring.settings import StageRules
from careers.process import HIRED, REJECTED, TERMINAL, WITHDRAWN


@dataclass(frozen=True)
class View:
    """What a text is written with beside the record.

    ``today`` and ``patience`` tell what is due and what is late: without them nothing is.
    ``reasons`` and ``stages`` are those of the settings, ``preview`` shows a letter that waits.
    """

    today: date | None = None
    patience: Patience | None = None
    reasons: Collection[str] = SHIPPED
    stages: Mapping[str, StageRules] | None = None
    preview: Previews = lambda _body, _record, _letter: None

    @property
    def invites(self) -> bool:
        """Whether whoever is moved on to a conversation gets a letter."""
        return bool(self.patience and self.patience.people.letters.sends("invited"))

    @property
    def says_no(self) -> bool:
        """Whether whoever is rejected gets a letter, which waits."""
        return bool(self.patience and self.patience.people.letters.sends("not-a-match"))


def head(record: Record, view: View, body: str = "", *, unanswered: bool = False) -> dict[str, Any]:
    """The values of the template ``next``; ``unanswered`` says that the candidate wrote last.

    ``body`` is the issue's text, of whose facts letters are made.
    """
    came = _came(record)
    step = record.next_step
    ended = record.stage in TERMINAL
    due = due_of(record, view, unanswered=unanswered)
    return {
        "alert": _alert(record, view, unanswered=unanswered),
        "late": is_late(record, view, unanswered=unanswered),
        "stage": record.stage,
        "stages": record.stages,
        "ended": ended,
        "since": since(record),
        "by": came.who if came.start is not None else "",
        "reason": record.reason or (came.reason if record.stage in {REJECTED, WITHDRAWN} else ""),
        "first_day": record.first_day,
        "was": came.start,
        "hold": record.hold,
        "what": _what(due, step.text if step else ""),
        "day": due.day.isoformat() if due else (step.due if step else ""),
        "who": (due and due.who) or (step and step.who) or record.owner,
        "beside": record.assigned,
        "steps": way(record),
        "keeping": record.keeping,
        "no_waits": view.says_no,
        **_letter(record, view, body),
    }


def _letter(record: Record, view: View, body: str) -> dict[str, Any]:
    """The letter that a person must settle, else the one that waits; and when a no was told."""
    days = view.patience.days if view.patience else Patience.default().days
    asks = [x for x in record.letters if x.blocked or x.state is LetterState.UNCERTAIN]
    waits = [x for x in record.letters if x.waits]
    letter = next((found[-1] for found in (asks, waits) if found), None)
    sent = (x for x in record.letters if x.state is LetterState.SENT and not x.calendar)
    told = [letter for letter in sent if letter.asked == since(record)]
    return {
        "letter": letter,
        "goes": local(letter.due, days) if letter else "",
        "clock": days.clock,
        "preview": view.preview(body, record, letter) if letter and letter.waits else None,
        "told": local(told[-1].day, days) if told else "",
    }


def _came(record: Record) -> Entry:
    """The line of the history by which they came where they are."""
    moves = (entry for entry in reversed(record.history) if entry.start != entry.to)
    return next((entry for entry in moves if entry.to == record.stage), record.history[-1])


def _what(due: Due | None, text: str) -> str:
    """What is to be done, where it is more than what the stage itself asks for."""
    return due.what if due and due.why in {Cause.REPLY, Cause.NEXT} else text


def _alert(record: Record, view: View, *, unanswered: bool) -> str:
    """In time, late or well ended: GitHub shows each in a colour and a word of its own."""
    if any(x.blocked or x.state is LetterState.UNCERTAIN for x in record.letters):
        return "WARNING"
    if any(letter.waits for letter in record.letters):
        return "CAUTION"
    if record.stage == HIRED:
        return "TIP"
    return "WARNING" if is_late(record, view, unanswered=unanswered) else "NOTE"


def is_late(record: Record, view: View, *, unanswered: bool = False) -> bool:
    """Whether the day of what is next has come."""
    due = due_of(record, view, unanswered=unanswered)
    return bool(due and view.today and due.day <= view.today)


def is_theirs(record: Record, view: View, *, unanswered: bool) -> bool:
    """Whether it is the candidate's move, until its day has come."""
    due = due_of(record, view, unanswered=unanswered)
    return due is not None and not due.ours and not is_late(record, view, unanswered=unanswered)


def due_of(record: Record, view: View, *, unanswered: bool = False) -> Due | None:
    """What is to be done next; None where nothing is, or nobody says what is due."""
    return view.patience.due(record, unanswered=unanswered) if view.patience else None
