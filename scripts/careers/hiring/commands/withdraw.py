"""Ends the process as `withdrawn`: the candidate said no."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision
from careers.hiring.request import Request
from careers.process import WITHDRAWN

ORDER = 40
ALIASES = ("withdrawn", "withdrew")
ARGUMENTS = "[REASON]"


def decide(candidate: Candidate, _request: Request, text: str) -> Decision:
    """Withdrawn, with or without a reason."""
    return candidate.moved_to(WITHDRAWN, text)
