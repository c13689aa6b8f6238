"""The day that a command names, or what is wrong with it."""

from __future__ import annotations

from careers.hiring.asking.dates import FORMS, read_day
from careers.hiring.candidate import Explanation
from careers.hiring.issue.days import full_day
from careers.hiring.issue.quoting import code
from careers.hiring.request import Request

_SHOWN = 60


def dated(request: Request, text: str, command: str) -> tuple[str, str] | Explanation:
    """The day in ISO 8601 and the words behind it; a day that is past is refused."""
    found = read_day(text, request.today, request.rules.days)
    if found is None and not text:
        return Explanation("day", f"by which day? `{command} DATE`: {FORMS}.")
    if found is None:
        told = f"{code(text[:_SHOWN])} begins with no day. `{command} DATE`: {FORMS}."
        return Explanation("day", told)
    day = found[0].isoformat()
    if found[0] < request.today:
        return Explanation("past", f"{full_day(day)} is past. `{command} DATE` with a day to come.")
    return day, found[1]
