"""Moves the candidate to that stage; `Phone screen` and `stage:phone-screen` are one."""

from __future__ import annotations

from difflib import get_close_matches

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.quoting import code, code_list
from careers.hiring.labels.names import normalize_stage
from careers.hiring.request import Request
from careers.process import TERMINAL

ORDER = 20
ALIASES = ("move",)
ARGUMENTS = "NAME"
_NAME_SHOWN = 100


def decide(candidate: Candidate, _request: Request, text: str) -> Decision | Explanation:
    """The stage of the candidate's own process that the name means, or an end."""
    if found := candidate.find_stage(text):
        return candidate.moved_to(found)
    stages, ends = candidate.record.stages, code_list(TERMINAL)
    if not text:
        return Explanation(
            "nameless", f"`/stage` wants a name, one of {code_list(stages)}, or of {ends}."
        )
    near = get_close_matches(normalize_stage(text), [*stages, *TERMINAL], n=1, cutoff=0.5)
    hint = f" Did you mean `/stage {near[0]}`?" if near else ""
    return Explanation(
        "unknown",
        f"{code(text[:_NAME_SHOWN])} is no stage of this candidate's process.{hint} "
        f"It has {code_list(stages)}, and ends in {ends}.",
    )
