"""Sends no reminders until that day; `/hold off` ends it."""

from __future__ import annotations

from careers.hiring.asking.dating import dated
from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.days import full_day
from careers.hiring.record.parts import Hold
from careers.hiring.request import Request

ORDER = 70
ALIASES = ("pause", "resume off")
ARGUMENTS = "DATE [words]"
UNDER_WAY = True
_OFF = "off"


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """On hold until a day, or no longer."""
    if text.split(maxsplit=1)[:1] == [_OFF]:
        words = text.removeprefix(_OFF).strip()
        return candidate.changed("hold ended" + (f": {words}" if words else ""), hold=None)
    found = dated(request, text, "/hold")
    if isinstance(found, Explanation):
        return found
    day, words = found
    told = f"on hold until {full_day(day)}" + (f": {words}" if words else "")
    return candidate.changed(told, hold=Hold(until=day, why=words))
