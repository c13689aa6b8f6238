"""Says yes to an offer or the next stage, by those whom `candidates.toml` names; or `no WHY`."""

from __future__ import annotations

from careers.hiring.asking.demands import is_approved
from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.labels.names import has_label
from careers.hiring.offers.approving import approved, refused
from careers.hiring.offers.planning import is_waiting
from careers.hiring.record.interviewing import Approval
from careers.hiring.record.parts import NextStep
from careers.hiring.request import Permission, Request
from careers.process import spoken

ORDER = 77
ALIASES = ("lgtm",)
ARGUMENTS = "[no WHY]"
PERMISSION = Permission.READ
UNDER_WAY = True
_NO = "no"


def decide(candidate: Candidate, request: Request, text: str) -> Decision | Explanation:
    """The yes or no of whoever may give it, to what waits for one."""
    record = candidate.record
    stage = "" if is_waiting(record) else _next_stage(candidate, request)
    rules = request.rules
    named = rules.at(stage).approvers if stage else rules.offer.approvers
    if not is_waiting(record) and not stage:
        return Explanation("nothing", "nothing here waits for a yes.")
    if not has_label(named, request.who):
        return Explanation("refused", f"this yes is for {' or '.join(named)} to give.")
    word, _, why = text.partition(" ")
    if word.casefold() == _NO:
        return _refused(candidate, request, stage, why.strip())
    if not stage:
        return approved(candidate, request)
    if is_approved(record, stage):
        return Decision(record)
    given = Approval(stage=stage, by=request.who, when=request.now)
    return candidate.changed(f"{stage} approved", approvals=(*record.approvals, given))


def _refused(
    candidate: Candidate, request: Request, stage: str, why: str
) -> Decision | Explanation:
    if not why:
        return Explanation("reason", "say why: `/approve no WHY`.")
    if not stage:
        return refused(candidate, request, why)
    kept = tuple(each for each in candidate.record.approvals if each.stage != stage)
    name = spoken(stage)
    step = NextStep(text=f"{name[:1].upper()}{name[1:]} was not approved")
    return candidate.changed(f"{stage} not approved: {why}", approvals=kept, next_step=step)


def _next_stage(candidate: Candidate, request: Request) -> str:
    """The first stage ahead that asks for a yes."""
    stages = candidate.record.stages
    ahead = stages[stages.index(candidate.record.stage) + 1 :]
    return next((stage for stage in ahead if request.rules.at(stage).approvers), "")
