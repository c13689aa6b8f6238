"""Moves the candidate to the next stage; `/advance anyway WHY` past what it demands."""

from __future__ import annotations

from careers.hiring.asking.demands import passed, read_anyway
from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.request import Request
from careers.process import spoken

ORDER = 10
ARGUMENTS = "[words]"
ALIASES = ("adv", "pass", "advanced")
MANAGES = UNDER_WAY = True


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """One stage on; what stands behind the command is kept in the history."""
    record = candidate.record
    following = record.stages.index(record.stage) + 1
    if following == len(record.stages):
        last = spoken(record.stage)
        return Explanation("last", f"*{last}* is the last stage. `/hire`, or `/reject REASON`.")
    stage, (_, why) = record.stages[following], read_anyway(text)
    told = passed(candidate, stage, request, why)
    if isinstance(told, Explanation):
        return told
    return candidate.moved_to(stage, f"{told}: {why}" if told else text)
