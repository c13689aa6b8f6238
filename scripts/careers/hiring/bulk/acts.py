"""What a plan for many does to each: whom it is about, the commands, and when it was done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from careers.hiring.bulk.plan import BulkPlan
from careers.hiring.labels.names import REPLY, has_label
from careers.hiring.offers.planning import STANDING
from careers.hiring.outbox.promises import STILL_DECIDING
from careers.hiring.overview.row import CandidateRow
from careers.hiring.request import Invocation
from careers.process import REJECTED

MOST = 200
"""People of one plan."""
REJECT, ASSIGN, TELL = "reject", "assign", "tell"


@dataclass(frozen=True)
class Act:
    """``is_about`` says who stands as the plan has it, ``is_done`` to whom a run did it already."""

    commands: Callable[[str], tuple[Invocation, ...]]
    is_about: Callable[[BulkPlan, CandidateRow], bool]
    is_done: Callable[[BulkPlan, CandidateRow], bool]


def _is_in_stage(plan: BulkPlan, row: CandidateRow) -> bool:
    here = plan.stage in {"", row.record.stage}
    return here and (row.unread or not plan.unread)


def _was_told(plan: BulkPlan, row: CandidateRow) -> bool:
    step = row.record.next_step
    told = any(x.kind == STILL_DECIDING and x.asked >= plan.made for x in row.record.letters)
    return told and step is not None and step.due == plan.text


ACTS: Mapping[str, Act] = {
    REJECT: Act(
        commands=lambda reason: (Invocation("reject", reason),),
        is_about=_is_in_stage,
        is_done=lambda plan, row: (row.record.stage, row.record.reason) == (REJECTED, plan.text),
    ),
    ASSIGN: Act(
        commands=lambda who: (Invocation("assign", who),),
        is_about=lambda _plan, row: not row.record.owner,
        is_done=lambda plan, row: row.record.owner.casefold() == plan.text[1:].casefold(),
    ),
    TELL: Act(
        commands=lambda day: (Invocation("next", day), Invocation("reply", STILL_DECIDING)),
        is_about=lambda _plan, row: row.unanswered and row.late > 0,
        is_done=_was_told,
    ),
}


def chosen(plan: BulkPlan, rows: Iterable[CandidateRow]) -> BulkPlan:
    """The plan with those it is about, oldest first."""
    about = [row for row in rows if _is_about(plan, row)]
    held = [r for r in about if r.record.hold]
    wrote = [r for r in about if r not in held and _wrote(r)]
    offered = [r for r in about if r not in (*held, *wrote) and _is_offered(plan, r)]
    free = [r.number for r in about if not _is_left(plan, r)]
    return replace(
        plan,
        numbers=tuple(free[:MOST]),
        over=len(free[MOST:]),
        wrote=tuple(r.number for r in wrote),
        held=tuple(r.number for r in held),
        offered=tuple(r.number for r in offered),
    )


def takes(plan: BulkPlan, row: CandidateRow) -> bool:
    """Whether somebody is still where the plan found them."""
    return _is_about(plan, row) and not _is_left(plan, row)


def is_done(plan: BulkPlan, row: CandidateRow) -> bool:
    """Whether a run that was cut off did it to somebody."""
    return ACTS[plan.verb].is_done(plan, row)


def _is_about(plan: BulkPlan, row: CandidateRow) -> bool:
    return row.under_way and ACTS[plan.verb].is_about(plan, row)


def _is_left(plan: BulkPlan, row: CandidateRow) -> bool:
    return row.record.hold is not None or _wrote(row) or _is_offered(plan, row)


def _wrote(row: CandidateRow) -> bool:
    return has_label(row.issue.labels, REPLY)


def _is_offered(plan: BulkPlan, row: CandidateRow) -> bool:
    """Whether an offer is with them, or was accepted: that is taken back one by one."""
    offer = row.record.offer
    return plan.verb == REJECT and offer is not None and offer.state in STANDING
