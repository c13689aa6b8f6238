"""Ends the process as `rejected`; the reason is one of a list, the words are for the team."""

from __future__ import annotations

from difflib import get_close_matches

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.quoting import code_list
from careers.hiring.labels.names import normalize_stage
from careers.hiring.request import Request
from careers.process import REJECTED

ORDER = 30
ALIASES = ("rejected", "no")
ARGUMENTS = "REASON [words]"
MANAGES = True
_THEIRS = "they-said-no"


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """Rejected, where a reason is given; the words behind it go into the history."""
    reason, words = request.rules.read_reason(text)
    if reason:
        told = f"{reason}: {words}" if words else reason
        return candidate.moved_to(REJECTED, told, reason=reason)
    reasons = request.rules.reasons
    ours = [name for name, known in reasons.items() if known.type != _THEIRS]
    if not text:
        told = "(The team reads it; a candidate may ask to see it.)"
        return Explanation(
            "reason", f"say why first: `/reject REASON`, one of {code_list(ours)}. {told}"
        )
    near = get_close_matches(
        normalize_stage(text.split(maxsplit=1)[0]), [*reasons], n=1, cutoff=0.6
    )
    if near:
        return Explanation(
            "reason", f"the first word is the reason. Did you mean `/reject {near[0]}`?"
        )
    return Explanation(
        "reason",
        f"the first word is the reason, the rest is yours: `/reject REASON words`. "
        f"Reasons are {code_list(ours)}.",
    )
