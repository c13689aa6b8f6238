"""Ends the process as `rejected`; the reason goes into the history."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.request import Request
from careers.process import REJECTED

ORDER = 30
ALIASES = ("rejected", "no")
ARGUMENTS = "REASON"


def decide(candidate: Candidate, _request: Request, text: str) -> Decision | Explanation:
    """Rejected, where a reason is given."""
    if not text:
        return Explanation(
            "reason",
            "`/reject` wants a reason, such as `/reject no experience with on-call`. It is kept in "
            "the history, for the team alone.",
        )
    return candidate.moved_to(REJECTED, text)
