"""Moves the candidate to the next stage."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.quoting import code_list
from careers.hiring.request import Request

ORDER = 10
ALIASES = ("adv", "pass", "advanced")


def decide(candidate: Candidate, _request: Request, text: str) -> Decision | Explanation:
    """One stage on; what stands behind the command is kept as the reason."""
    record = candidate.record
    if record.stage not in record.stages:
        return Explanation(
            "ended",
            f"this candidate is `{record.stage}`. To take the process up again, comment "
            f"`/stage NAME` with one of {code_list(record.stages)}.",
        )
    following = record.stages.index(record.stage) + 1
    if following == len(record.stages):
        return Explanation(
            "last",
            f"`{record.stage}` is the last stage. Comment `/hire`, `/reject REASON` or "
            "`/withdraw`.",
        )
    return candidate.moved_to(record.stages[following], text)
