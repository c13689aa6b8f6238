"""Reads a day as people type it: ``2 Dec``, ``2026-12-02``, ``Wed``, ``tomorrow``, ``+3d``."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from careers.hiring.minding.workdays import WorkingDays

FORMS = "`2 Dec`, `2026-12-02`, `Wed`, `tomorrow` or `+3d` (working days)"
_MONTHS = tuple(name.casefold() for name in calendar.month_name[1:])
_WEEKDAYS = tuple(name.casefold() for name in calendar.day_name)
_BEFORE = r"(?:(?:by|on|until|till|from)\s+)?"
_END = r"(?![\w-])[.,:;]?\s*"
_YEAR = r"(?:,?\s+(\d{4}))?"
_JUST_PAST = timedelta(days=90)
"""A day without a year that was so lately is a slip, and not next year's."""


def read_day(text: str, today: date, days: WorkingDays) -> tuple[date, str] | None:
    """The day that a text begins with, and the words behind it; None where it begins with none.

    A weekday is the next one after today. A day without a year is the next one, unless it was
    within the last ninety days: then it is that day.
    """
    for pattern, read in _FORMS:
        found = pattern.match(text)
        if not found:
            continue
        try:
            return read(found, today, days), text[found.end() :].strip()
        except (ValueError, OverflowError, StopIteration):
            return None
    return None


def _iso(found: re.Match[str], _today: date, _days: WorkingDays) -> date:
    return date(int(found[1]), int(found[2]), int(found[3]))


def _working(found: re.Match[str], today: date, days: WorkingDays) -> date:
    return days.after(today, int(found[1]))


def _near(found: re.Match[str], today: date, _days: WorkingDays) -> date:
    return today + timedelta(days=found[1].casefold() == "tomorrow")


def _day_month(found: re.Match[str], today: date, _days: WorkingDays) -> date:
    return _without_year(int(found[1]), found[2], found[3], today)


def _month_day(found: re.Match[str], today: date, _days: WorkingDays) -> date:
    return _without_year(int(found[2]), found[1], found[3], today)


def _without_year(day: int, month: str, year: str | None, today: date) -> date:
    number = _place(_MONTHS, month) + 1
    if year:
        return date(int(year), number, day)
    years = (date(year, number, day) for year in range(today.year - 1, today.year + 2))
    return next(found for found in years if found >= today - _JUST_PAST)


def _place(names: Sequence[str], short: str) -> int:
    return next(n for n, name in enumerate(names) if name.startswith(short.casefold()))


def _weekday(found: re.Match[str], today: date, _days: WorkingDays) -> date:
    ahead = (_place(_WEEKDAYS, found[1]) - today.weekday()) % 7
    return today + timedelta(days=ahead or 7)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(_BEFORE + pattern + _END, re.IGNORECASE)


def _any_of(names: Sequence[str]) -> str:
    return "|".join(rf"{name[:3]}(?:{name[3:]})?\b" for name in names)


_DAY = r"(\d{1,2})(?:st|nd|rd|th|\.)?"
_MONTH = rf"({_any_of(_MONTHS)})\.?"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date, WorkingDays], date]], ...] = (
    (_form(r"(\d{4})-(\d{1,2})-(\d{1,2})"), _iso),
    (_form(r"\+(\d{1,3})d"), _working),
    (_form(r"(today|tomorrow)"), _near),
    (_form(rf"{_DAY}\s+{_MONTH}{_YEAR}"), _day_month),
    (_form(rf"{_MONTH}\s+{_DAY}{_YEAR}"), _month_day),
    (_form(rf"({_any_of(_WEEKDAYS)})\.?"), _weekday),
)
