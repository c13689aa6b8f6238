"""Keeps them in the talent pool until that day, with their consent; `/pool off` ends it."""

from __future__ import annotations

from datetime import timedelta

from careers.hiring.asking.dating import dated
from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.days import full_day
from careers.hiring.request import Request

ORDER = 130
ARGUMENTS = "UNTIL [how they agreed]"
_OFF = "off"


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """Kept until a day that they agreed to, and no longer than the settings let."""
    if text.split(maxsplit=1)[:1] == [_OFF]:
        return _kept(candidate, request, "", "no longer in the pool")
    found = dated(request, text, "/pool")
    if isinstance(found, Explanation):
        return found
    day, words = found
    last = (request.today + timedelta(days=request.rules.retention.pool)).isoformat()
    if day > last:
        told = f"`[retention]` keeps nobody in the pool after {full_day(last)}"
        return Explanation("pool", f"{told}. `/pool {last}`, and ask them again by then.")
    told = f"in the pool until {full_day(day)}, with their consent" + (
        f": {words}" if words else ""
    )
    return _kept(candidate, request, day, told)


def _kept(candidate: Candidate, request: Request, day: str, words: str) -> Decision:
    told = {"pool": day, "pool_said": request.now}
    keeping = candidate.record.keeping.model_copy(update=told)
    return candidate.changed(words, keeping=keeping)
