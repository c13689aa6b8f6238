"""Which reminders are due today: a pure function of record, settings and day.

What was said stands in the record (``reminded``), so nothing is said twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from careers.hiring.minding.due import Cause, Due, Patience
from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.record.model import Record
from careers.hiring.record.visits import visits
from careers.process import TERMINAL

OWNER_AFTER, MANAGER_AFTER = 1, 3
"""Working days after the last day until the owner is told, and the hiring manager."""
SILENCE = (30, 40)
"""Days after an interview without a decision on which somebody is told."""
MUST_HEAR = 45
"""Days after the last interview within which Ontario's law wants a decision told."""
KEPT = 30
_CONVERSATION = re.compile(
    r"interview|screen|call|onsite|on-site|conversation|talk|chat|meeting|panel|gespraech|gesprach"
)


class Loud(StrEnum):
    """Who is told, and of what."""

    OWNER = "owner"
    MANAGER = "manager"
    SILENT_30 = "silent-30"
    SILENT_40 = "silent-40"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One comment. ``keys`` stand for it, and behind it for all that it makes needless."""

    kind: Loud
    keys: tuple[str, ...]
    day: date
    """The last day that has passed; of a silence, the day of the interview."""
    what: str = ""


@dataclass(frozen=True, slots=True)
class Lateness:
    """How things stand today: whether a day has come, whether a hold has ended, what to say."""

    due: Due | None
    overdue: bool = False
    hold_ended: bool = False
    reminders: tuple[Reminder, ...] = ()


def lateness(
    record: Record,
    patience: Patience,
    today: date,
    *,
    manager: str = "",
    unanswered: bool = False,
) -> Lateness:
    """What is due today; a hold that has ended comes first, the rest follows once it is written.

    ``manager`` is the hiring manager's login, ``unanswered`` says that the candidate wrote last.
    """
    if record.stage in TERMINAL or record.duplicate_of:
        return Lateness(None)
    silent = tuple(_silences(record, patience, today))
    if record.hold:
        ended = bool(record.hold.until) and record.hold.until <= today.isoformat()
        return Lateness(None, hold_ended=ended, reminders=silent)
    due = patience.due(record, unanswered=unanswered)
    if due is None or due.day > today:
        return Lateness(due, reminders=silent)
    above = bool(manager) and manager.casefold() != record.owner.casefold()
    late = _late(record, due, patience.days, today, above=above)
    return Lateness(due, overdue=True, reminders=(*late, *silent))


def _late(
    record: Record, due: Due, days: WorkingDays, today: date, *, above: bool
) -> Iterator[Reminder]:
    """The loudest of what has not been said of this day; ``above`` says that somebody is."""
    levels = ((MANAGER_AFTER, Loud.MANAGER), (OWNER_AFTER, Loud.OWNER))[not above :]
    of = f"{record.stage} {due.day}" if due.why is Cause.STAGE else str(due.day)
    keys = tuple(f"{due.why} {of} {level}" for _, level in levels)
    reached = [n for n, (after, _) in enumerate(levels) if today >= days.after(due.day, after)]
    if reached and keys[reached[0]] not in record.reminded:
        level = levels[reached[0]][1]
        yield Reminder(level, keys[reached[0] :], due.day, due.what)


def _silences(record: Record, patience: Patience, today: date) -> Iterator[Reminder]:
    day = last_interview(record, patience)
    if day is None:
        return
    passed = [days for days in SILENCE if today >= day + timedelta(days=days)]
    keys = tuple(f"silent {day} {days}" for days in reversed(passed))
    if keys and keys[0] not in record.reminded:
        kind = Loud.SILENT_40 if len(passed) > 1 else Loud.SILENT_30
        yield Reminder(kind, keys, day)


def last_interview(record: Record, patience: Patience) -> date | None:
    """The day of the last conversation, as far as the record tells.

    A stage whose name says that people talk counts: its interview was at the latest on the day
    they left it, at the earliest on the day they came to it where they are still there.
    """
    held = [v for v in visits(record) if is_conversation(v.stage)]
    return patience.days.day_of(held[-1].end or held[-1].start) if held else None


def is_conversation(stage: str) -> bool:
    """Whether people talk in a stage, by its name."""
    return bool(_CONVERSATION.search(stage))
