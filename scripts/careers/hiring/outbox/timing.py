"""When a letter goes: at once, within the hour, or on a morning some working days on."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.outbox.settings import LettersSettings
from careers.letters.support.when import When
from careers.settings.company import Weekday

UNDO_DAYS = 2
"""Working days in which a no may be taken back."""
_MORNING, _NOON = time(9), time(12)
_WEEK = tuple(Weekday)
_DAY = timedelta(days=1)


def due_at(
    when: When,
    now: str,
    days: WorkingDays,
    letters: LettersSettings,
    talks: Collection[str] = (),
) -> str:
    """The moment from which on a letter goes, in ISO 8601, UTC.

    A no never goes on a day of ``talks`` (ISO 8601), on which they are to be interviewed.
    """
    if when is not When.NEXT_DAYS:
        return now
    day = days.after(days.day_of(now), UNDO_DAYS)
    # Settings whose days are all free would never come: then the working day itself counts.
    wanted = set(letters.days) & set(days.company.workdays) or set(days.company.workdays)
    while not (days.works_on(day) and _WEEK[day.weekday()] in wanted) or day.isoformat() in talks:
        day += _DAY
    return moment(day, _MORNING, days)


def noon(day: date, days: WorkingDays) -> str:
    """Noon of a day where the company is, in ISO 8601, UTC."""
    return moment(day, _NOON, days)


def moment(day: date, at: time, days: WorkingDays) -> str:
    """A time of day where the company is, in ISO 8601, UTC."""
    there = datetime.combine(day, at, ZoneInfo(days.company.timezone or "UTC"))
    return there.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def local(instant: str, days: WorkingDays) -> str:
    """A moment as the company's clock shows it: ``2026-12-01 09:00``."""
    zone = ZoneInfo(days.company.timezone or "UTC")
    there = datetime.fromisoformat(instant).astimezone(zone)
    return f"{there:%Y-%m-%d %H:%M}"
