"""Who is assigned: the owner, and the interviewers of a stage while it lasts."""

from __future__ import annotations

from dataclasses import replace

from careers.hiring.actions import Action, Assign, Unassign
from careers.hiring.candidate import Candidate
from careers.hiring.labels.names import has_label
from careers.hiring.offers.planning import is_waiting
from careers.hiring.record.model import Record
from careers.hiring.request import Request


def is_staffed(candidate: Candidate) -> bool:
    """Whether those whom the record names are assigned; who else is makes no difference.

    Where it names no owner, nobody is assigned but a stage's interviewers.
    """
    record, there = candidate.record, candidate.issue.assignees
    unowned = not record.owner and bool(owners(candidate))
    return not unowned and all(has_label(there, login) for login in _people(record))


def owners(candidate: Candidate) -> tuple[str, ...]:
    """Who is assigned but for the interviewers of the stage."""
    helping = candidate.record.assigned
    return tuple(login for login in candidate.issue.assignees if not has_label(helping, login))


def staffed(before: Candidate, after: Candidate, request: Request) -> Candidate:
    """After a move, with the interviewers of the new stage but those whom GitHub did not take."""
    record = after.record
    if record.stage == before.record.stage:
        return _answered(before, after, request)
    # Where a scorecard is asked for it is assigned to them: one mail says all.
    card = request.rules.at(record.stage).scorecard
    named = () if card else request.rules.interviewers_of(record.stage, record.interviewers)
    no = {record.owner.casefold(), *request.unassignable}
    taken = tuple(login for login in named if login.casefold() not in no)
    return replace(after, record=record.model_copy(update={"assigned": taken}))


def _answered(before: Candidate, after: Candidate, request: Request) -> Candidate:
    """Without those who were assigned to say yes to an offer that waits for none any more."""
    if not is_waiting(before.record) or is_waiting(after.record):
        return after
    asked = request.rules.offer.approvers
    left = tuple(login for login in after.record.assigned if not has_label(asked, login))
    return replace(after, record=after.record.model_copy(update={"assigned": left}))


def assignments(before: Candidate, after: Candidate) -> tuple[Action, ...]:
    """Who is assigned and who no longer; by adding and removing, so that others stay."""
    number, there = before.issue.number, before.issue.assignees
    old, new = _people(before.record), _people(after.record)
    come = tuple(x for x in new if not has_label(old, x) and not has_label(there, x))
    gone = tuple(x for x in old if not has_label(new, x) and has_label(there, x))
    add = (Assign(number, come),) if come else ()
    return (*add, Unassign(number, gone)) if gone else add


def _people(record: Record) -> tuple[str, ...]:
    return (*((record.owner,) if record.owner else ()), *record.assigned)
