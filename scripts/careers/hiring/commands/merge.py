"""Joins another issue of the same person and job into this one: both histories, all letters."""

from __future__ import annotations

import re

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.interviews.joining import without_doubled_talks
from careers.hiring.merging import merged_record, why_not_merged
from careers.hiring.request import Request

ORDER = 110
ARGUMENTS = "#N"
_NUMBER = re.compile(r"#?(\d{1,9})(?!\w)")


def other(text: str) -> int | None:
    """The issue that is to be joined."""
    found = _NUMBER.match(text)
    return int(found[1]) if found else None


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """One record of two; it cannot be undone, since the other is closed."""
    number = other(text)
    if not number:
        return Explanation("nobody", "which issue? `/merge #12`.")
    known = request.others.get(number)
    if known is None:
        return Explanation("nobody", f"`#{number}` is no candidate's issue. `/merge #N` names one.")
    if why := why_not_merged(candidate.record, known[1]):
        return Explanation("different", f"{why}.")
    merged = merged_record(
        candidate.record, known[1], who=request.who, now=request.now, comment=request.comment
    )
    merged = without_doubled_talks(merged, candidate.record, request.rules, request.now)
    return Decision(merged, merges=number, final=True)
