"""Ends the process as `hired`; the date is the first day."""

from __future__ import annotations

from careers.hiring.asking.dating import dated
from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.days import full_day
from careers.hiring.request import Request
from careers.process import HIRED

ORDER = 50
ALIASES = ("hired",)
ARGUMENTS = "[DATE]"


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """Hired, from that day on where one is named."""
    if not text:
        return candidate.moved_to(HIRED)
    found = dated(request, text, "/hire")
    if isinstance(found, Explanation):
        return found
    day, words = found
    told = f"first day {full_day(day)}" + (f": {words}" if words else "")
    return candidate.moved_to(HIRED, told, first_day=day)
