"""When a candidate is to be erased, and why not yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from careers.hiring.forgetting.settings import KeepingRule, RetentionSettings
from careers.hiring.issue.days import full_day
from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.record.model import Record
from careers.process import TERMINAL

LEGAL_HOLD_STANDS = "`legal-hold` stands; an admin takes it off"


@dataclass(frozen=True, slots=True)
class Clock:
    """Days of the company's: ``ended`` (None: under way), ``least``, ``due`` (None: never).

    ``least`` is the first on which it may be erased, ``due`` the one on which it is by itself.
    """

    ended: date | None
    least: date
    due: date | None
    rule: KeepingRule | None

    def why_not(self, record: Record, today: date, *, labelled: bool = False) -> str:
        """Why nothing may be erased today, in words that name rule and day; empty where it may."""
        if record.keeping.held_by or labelled:
            since = record.keeping.held_since
            told = f" since {full_day(since)}" if since else ""
            return LEGAL_HOLD_STANDS.replace(" stands", f" stands{told}")
        if self.rule and today < self.least:
            return (
                f"`[retention]` keeps it at least {self.rule.least} days, "
                f"until {full_day(self.least.isoformat())}"
            )
        return ""


def clock(record: Record, retention: RetentionSettings, days: WorkingDays, today: date) -> Clock:
    """The clock of one candidate; the places are those that the record names."""
    rule = retention.rule(record.keeping.places)
    end = ended_on(record, days)
    start = end or today
    due = None
    if rule and rule.most and end:
        pool = record.keeping.pool
        due = max(end + timedelta(days=rule.most), date.fromisoformat(pool) if pool else date.min)
    least = start + timedelta(days=rule.least if rule else 0)
    return Clock(end, least, due, rule)


def ended_on(record: Record, days: WorkingDays) -> date | None:
    """The company's day on which the process ended; None where it has not."""
    if record.stage not in TERMINAL:
        return None
    moves = (entry for entry in reversed(record.history) if entry.start != entry.to)
    return days.day_of(next(moves, record.history[-1]).when)
