"""Says what is to be done next, and by which day; without words only the day changes."""

from __future__ import annotations

from careers.hiring.asking.dating import dated
from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.days import full_day
from careers.hiring.record.parts import NextStep
from careers.hiring.request import Request

ORDER = 60
ALIASES = ("due", "snooze")
ARGUMENTS = "DATE [words]"
MANAGES = UNDER_WAY = True


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """The next step with its day."""
    found = dated(request, text, "/next")
    if isinstance(found, Explanation):
        return found
    day, words = found
    before = candidate.record.next_step or NextStep(text="")
    step = before.model_copy(update={"text": words or before.text, "due": day})
    told = f"next by {full_day(day)}" + (f": {words}" if words else "")
    return candidate.changed(told, next_step=step)
