"""Ends the process as `hired`; the date is the first day."""

from __future__ import annotations

from careers.hiring.asking.dating import dated
from careers.hiring.asking.demands import passed, read_anyway
from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.days import full_day
from careers.hiring.offers.planning import is_accepted
from careers.hiring.request import Request
from careers.process import HIRED

ORDER = 50
ALIASES = ("hired",)
ARGUMENTS = "[DATE]"


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """Hired, from that day on where one is named."""
    text, why = read_anyway(text)
    past = passed(candidate, HIRED, request, why)
    if isinstance(past, Explanation):
        return past
    if not text:
        told = f"{past}: {why}" if past else ""
        return candidate.moved_to(HIRED, told, **_first_day(candidate))
    found = dated(request, text, "/hire")
    if isinstance(found, Explanation):
        return found
    day, words = found
    told = f"first day {full_day(day)}" + (f": {words}" if words else "")
    return candidate.moved_to(HIRED, f"{told}; {past}: {why}" if past else told, first_day=day)


def _first_day(candidate: Candidate) -> dict[str, str]:
    """That of the offer that they accepted, where none is named."""
    offer = candidate.record.offer if is_accepted(candidate.record) else None
    return {"first_day": offer.start} if offer and offer.start else {}
