"""Ends the process as `hired`."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision
from careers.hiring.request import Request
from careers.process import HIRED

ORDER = 50
ALIASES = ("hired",)


def decide(candidate: Candidate, _request: Request, text: str) -> Decision:
    """Hired; what stands behind the command is kept as the reason."""
    return candidate.moved_to(HIRED, text)
