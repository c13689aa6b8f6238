"""The day that a command names, or what is wrong with it."""

from __future__ import annotations

from datetime import date

from careers.hiring.asking.dates import FORMS, read_day
from careers.hiring.candidate import Explanation
from careers.hiring.issue.days import full_day
from careers.hiring.issue.quoting import code
from careers.hiring.request import Request

_SHOWN = 60
_YEARS = 100
"""Years ahead that a day may be: what is reckoned from it must still be a day."""


def dated(request: Request, text: str, command: str) -> tuple[str, str] | Explanation:
    """The day in ISO 8601 and the words behind it; a day that is past is refused."""
    found = named(request, text, command)
    if isinstance(found, Explanation) or found[0] >= request.today.isoformat():
        return found
    told = f"{full_day(found[0])} is past. `{command} DATE` with a day to come."
    return Explanation("past", told)


def named(request: Request, text: str, command: str) -> tuple[str, str] | Explanation:
    """The same, a day that is past among them: elsewhere it may be today."""
    found = read_day(text, request.today, request.rules.days)
    if found is None and not text:
        return Explanation("day", f"by which day? `{command} DATE`: {FORMS}.")
    if found is None:
        told = f"{code(text[:_SHOWN])} begins with no day. `{command} DATE`: {FORMS}."
        return Explanation("day", told)
    if is_far(found[0], request.today):
        told = f"{full_day(found[0].isoformat())} is more than {_YEARS} years ahead: a slip?"
        return Explanation("day", told)
    return found[0].isoformat(), found[1]


def is_far(day: date, today: date) -> bool:
    """Whether a day is so far ahead that it is a slip."""
    return day.year > today.year + _YEARS
