"""Moves the candidate to that stage, also out of an end; `/back` is the stage before."""

from __future__ import annotations

from difflib import get_close_matches

from careers.hiring.asking.demands import passed, read_anyway
from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.commands import reject
from careers.hiring.issue.quoting import code, code_list
from careers.hiring.labels.names import normalize_stage
from careers.hiring.request import Request
from careers.process import REJECTED, TERMINAL, spoken

ORDER = 20
ALIASES = ("move", "reopen", "back back")
ARGUMENTS = "NAME"
_BACK = "back"
_NAME_SHOWN = 100


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """The stage of the candidate's own process that the name means, or an end."""
    text, why = read_anyway(text)
    found = candidate.find_stage(text)
    if found == REJECTED and not candidate.ended:
        return reject.decide(candidate, request, "")
    if found:
        return _to(candidate, found, request, why)
    if normalize_stage(text) == _BACK:
        return _back(candidate)
    stages = candidate.record.stages
    if not text:
        return Explanation("nameless", f"which stage? {code_list(stages)}.")
    near = get_close_matches(normalize_stage(text), [*stages, *TERMINAL], n=1, cutoff=0.5)
    cure = f"Did you mean `/stage {near[0]}`?" if near else f"There are {code_list(stages)}."
    return Explanation("unknown", f"no stage {code(text[:_NAME_SHOWN])}. {cure}")


def _to(
    candidate: Candidate, stage: str, request: Request, why: str | None
) -> Decision | Explanation:
    told = passed(candidate, stage, request, why)
    if isinstance(told, Explanation):
        return told
    return candidate.moved_to(stage, f"{told}: {why}" if told else "")


def _back(candidate: Candidate) -> Decision | Explanation:
    """One stage back; from an end to the stage where they stood."""
    stages = candidate.record.stages
    if candidate.ended:
        return candidate.moved_to(candidate.last_stage)
    at = stages.index(candidate.record.stage)
    if at == 0:
        first = spoken(stages[0])
        return Explanation("first", f"*{first}* is the first stage.")
    return candidate.moved_to(stages[at - 1])
