"""Decides where a candidate stands after somebody set a label, wrote a command or closed.

The decision is made from the live issue and its record, so a run that was cut off is taken up by
the next, and a second run of the same event does nothing. What keeps that true is the order of
the writes: labels first, then one request with record, checklist, history and state together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careers.hiring.actions import Action, AddLabel, Comment, EditIssue, Issue, Plan, RemoveLabel
from careers.hiring.case import Asked, Case, Goal
from careers.hiring.commanded import commanded
from careers.hiring.names import carries, current, is_stage, other_stages, stage_label
from careers.hiring.page import Pages
from careers.hiring.record import Entry, Record
from careers.process import HIRED, TERMINAL

_REASON_MAX = 500


def plan_move(
    issue: Issue, record: Record, asked: Asked, renamed: Mapping[str, str], pages: Pages
) -> Plan:
    """What is to be done on a candidate's issue; no actions where all is as it should be."""
    case = Case(issue, _renamed(record, renamed), asked, renamed, pages)
    if asked.commands:
        if any(entry.ref == asked.comment for entry in record.history):
            return Plan(notes=("the comment was carried out before",))
        decided = commanded(case)
        if isinstance(decided, Comment):
            return Plan((decided,), ("the command was not carried out: a comment says why",))
        return Plan(_carried_out(case, decided))
    return Plan(_settled(case))


def _renamed(record: Record, renamed: Mapping[str, str]) -> Record:
    """The record in today's names: a stage that was renamed is the same stage."""
    stages = tuple(dict.fromkeys(current(stage, renamed) for stage in record.stages))
    return record.model_copy(update={"stages": stages, "stage": current(record.stage, renamed)})


def _carried_out(case: Case, goal: Goal) -> tuple[Action, ...]:
    """A command: the new label first, so that the issue is never without one."""
    return (*_relabelled(case.issue, stage_label(goal.stage)), *_recorded(case, goal))


def _settled(case: Case) -> tuple[Action, ...]:
    """One stage label stays: what the event says where it still holds, else what is there."""
    issue = case.issue
    live = [name for name in issue.labels if is_stage(name)]
    goal = _chosen(case, {name: case.stage(name) for name in live})
    foreign = [other for other in live if case.stage(other) is None]
    explained = [case.explain("foreign", label=other) for other in foreign]
    state = [] if goal.stage != case.record.stage else _state_explained(case)
    relabelled = _relabelled(issue, stage_label(goal.stage))
    return (*explained, *state, *relabelled, *_recorded(case, goal))


def _relabelled(issue: Issue, name: str) -> list[Action]:
    add: list[Action] = [] if carries(issue.labels, name) else [AddLabel(issue.number, name)]
    return add + [RemoveLabel(issue.number, other) for other in other_stages(issue.labels, name)]


def _chosen(case: Case, live: Mapping[str, str | None]) -> Goal:
    record, asked = case.record, case.asked
    known = list(dict.fromkeys(stage for stage in live.values() if stage))
    several = "several stage labels were set" if len(known) > 1 else ""
    if asked.action == "labeled" and asked.label and is_stage(asked.label):
        named = case.stage(asked.label)
        if named and carries(live, asked.label):
            return Goal(named, several if len(known) > _PAIR else "")
    if not known:
        return Goal(record.stage)
    others = [stage for stage in known if stage != record.stage]
    if len(others) <= 1:
        return Goal((others or known)[0])
    order = [*record.stages, *reversed(TERMINAL)]
    return Goal(max(others, key=order.index), several)


_PAIR = 2
"""The old label and the new: what is there when somebody has set one."""


def _state_explained(case: Case) -> Sequence[Action]:
    ended = case.record.stage in TERMINAL
    if case.issue.is_open == ended:
        return [case.explain("reopened" if ended else "closed")]
    return []


def _recorded(case: Case, goal: Goal) -> list[EditIssue]:
    """The one request that ends a move; none where record and state are right already."""
    issue, record, asked = case.issue, case.record, case.asked
    moved = goal.stage != record.stage
    ended = goal.stage in TERMINAL
    closed = ended if issue.is_open == ended else None
    if not moved and closed is None:
        return []
    reason = None if closed is None else _closing(goal.stage)
    body = None
    if moved:
        entry = Entry(
            when=asked.now,
            who=asked.who,
            start=record.stage,
            to=goal.stage,
            reason=goal.reason[:_REASON_MAX],
            ref=goal.ref,
        )
        changes = {"stage": goal.stage, "history": (*record.history, entry)}
        body = case.pages.moved(issue.body, record.model_copy(update=changes))
    what = f"{record.stage} → {goal.stage}" if moved else f"stays in {goal.stage}"
    return [EditIssue(issue.number, what, issue.body, body=body, closed=closed, reason=reason)]


def _closing(stage: str) -> str:
    if stage not in TERMINAL:
        return "reopened"
    return "completed" if stage == HIRED else "not_planned"
