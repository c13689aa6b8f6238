"""Ends the process as `withdrawn`: the candidate said no; the words may begin with a reason."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision
from careers.hiring.request import Request
from careers.process import WITHDRAWN

ORDER = 40
ALIASES = ("withdrawn", "withdrew")
ARGUMENTS = "[words]"
_THEIRS = "they-said-no"


def decide(candidate: Candidate, request: Request, text: str) -> Decision:
    """Withdrawn, with or without a reason."""
    reason, _ = request.rules.read_reason(text)
    theirs = reason and request.rules.reasons[reason].type == _THEIRS
    return candidate.moved_to(WITHDRAWN, text, **({"reason": reason} if theirs else {}))
