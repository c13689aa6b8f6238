"""Sends the candidate to another job, in their stage; whose end was no hire has just applied."""

from __future__ import annotations

from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.issue.quoting import code
from careers.hiring.offers.planning import voided
from careers.hiring.request import Request
from careers.process import HIRED, REJECTED, TERMINAL, WITHDRAWN

ORDER = 100
ARGUMENTS = "SLUG"
_SHOWN = 100
_LET_GO = frozenset({REJECTED, WITHDRAWN})


def job(text: str) -> str:
    """The posting that is named."""
    return text


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """Another posting as it stands now; `/job` of the one before leads back."""
    if not text:
        return Explanation("nobody", "which job? `/job SLUG`, as its label says it.")
    pinned = request.jobs.get(text)
    if pinned is None:
        told = f"no job {code(text[:_SHOWN])}. `/job SLUG` is the name of a posting's file."
        return Explanation("unknown", told)
    record = candidate.record
    if pinned.posting == record.posting:
        return Decision(record)
    # Whom nobody hired comes back as one who has just applied; so does whom the pool kept.
    is_back = record.stage in _LET_GO or (record.stage in TERMINAL and bool(record.keeping.pool))
    kept = record.stage in {*pinned.stages, *TERMINAL} and not is_back
    offer = record.offer if record.stage == HIRED else voided(record, request.now)
    changes = {
        "posting": pinned.posting,
        "title": pinned.title,
        "stages": pinned.stages,
        "commit": pinned.commit,
        "url": pinned.url,
        "interviewers": pinned.interviewers,
        "late": False,
        "stage": record.stage if kept else pinned.stages[0],
        "next_step": None,
        "offer": offer,
        **({"reason": "", "first_day": ""} if is_back else {}),
    }
    words = f"from {record.posting} to {pinned.posting}"
    if offer and offer != record.offer:
        words += f", offer {offer.version} void"
    return Decision(record.model_copy(update=changes), words, final=True)
