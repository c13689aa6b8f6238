"""What stands at the top of an issue: where the candidate stands, and what is next, by whom."""

from __future__ import annotations

from datetime import date
from typing import Any

from careers.hiring.issue.boxes import boxes
from careers.hiring.issue.way import way
from careers.hiring.record.model import Entry, Record
from careers.process import HIRED, TERMINAL


def head(record: Record, today: date | None) -> dict[str, Any]:
    """The values of the template ``next``; ``today`` tells what is late, where it is known."""
    came = _came(record)
    step = record.next_step
    ended = record.stage in TERMINAL
    return {
        "alert": _alert(record, today),
        "stage": record.stage,
        "stages": record.stages,
        "ended": ended,
        "since": came.when,
        "by": came.who if came.start is not None else "",
        "reason": record.reason or (came.reason if ended else ""),
        "first_day": record.first_day,
        "was": came.start,
        "hold": record.hold,
        "step": step,
        "who": (step and step.who) or record.owner,
        "steps": way(record),
        "boxes": boxes(record),
    }


def _came(record: Record) -> Entry:
    """The line of the history by which they came where they are."""
    moves = (entry for entry in reversed(record.history) if entry.start != entry.to)
    return next((entry for entry in moves if entry.to == record.stage), record.history[-1])


def _alert(record: Record, today: date | None) -> str:
    """In time, late or well ended: GitHub shows each in a colour and a word of its own."""
    if record.stage == HIRED:
        return "TIP"
    step = record.next_step
    waits = step and step.due and not record.hold and record.stage not in TERMINAL
    late = waits and today and step and step.due < today.isoformat()
    return "WARNING" if late else "NOTE"
