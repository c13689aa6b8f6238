"""Decides where a candidate stands after somebody set a label, wrote a command or closed.

The decision is made from the live issue and its record, so a run that was cut off is taken up by
the next, and a second run of the same event does nothing. What keeps that true is the order of
the writes: labels first, then one request with record, checklist, history and state together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from hashlib import sha256
from typing import Any

from careers.hiring.actions import (
    Action,
    AddLabel,
    Comment,
    EditIssue,
    Issue,
    Plan,
    RemoveLabel,
)
from careers.hiring.commands import ADVANCE, HIRE, REJECT, STAGE, WITHDRAW, Command
from careers.hiring.names import (
    carries,
    current,
    is_stage,
    other_stages,
    slug,
    stage_label,
    stage_of,
)
from careers.hiring.page import Pages
from careers.hiring.record import Entry, Record
from careers.process import HIRED, REJECTED, TERMINAL, WITHDRAWN

_REASON_MAX = 500


@dataclass(frozen=True)
class Asked:
    """What happened: a label set (``label``), commands in a comment (``comment`` is its id)."""

    who: str
    now: str
    action: str = ""
    label: str | None = None
    comment: int | None = None
    commands: tuple[Command, ...] = ()
    may_write: bool = False


@dataclass(frozen=True)
class _Case:
    """All that a decision is made from."""

    issue: Issue
    record: Record
    asked: Asked
    renamed: Mapping[str, str]
    pages: Pages

    def stage(self, text: str) -> str | None:
        return stage_of(self.record.stages, text, self.renamed)

    def explain(self, why: str, **values: Any) -> Comment:
        """A comment that is written once: for this comment, or for this state of the record."""
        cause = self.asked.comment or f"{len(self.record.history)} {self.record.stage}"
        words = f"{self.issue.number} {why} {cause} {values.get('label', '')}"
        marker = f"<!-- careers:note {sha256(words.encode()).hexdigest()[:16]} -->"
        text = self.pages.text(
            "comment",
            why=why,
            stage=self.record.stage,
            stages=self.record.stages,
            ends=TERMINAL,
            **values,
        )
        return Comment(self.issue.number, marker, f"{marker}\n{text}")


@dataclass(frozen=True)
class _Goal:
    """Where the candidate is to stand, and why."""

    stage: str
    reason: str = ""
    ref: int | None = None


def plan_move(
    issue: Issue, record: Record, asked: Asked, renamed: Mapping[str, str], pages: Pages
) -> Plan:
    """What is to be done on a candidate's issue; no actions where all is as it should be."""
    case = _Case(issue, _renamed(record, renamed), asked, renamed, pages)
    if asked.commands:
        if any(entry.ref == asked.comment for entry in record.history):
            return Plan(notes=("the comment was carried out before",))
        decided = _commanded(case)
        if isinstance(decided, Comment):
            return Plan((decided,), ("the command was not carried out: a comment says why",))
        return Plan(_carried_out(case, decided))
    return Plan(_settled(case))


def _renamed(record: Record, renamed: Mapping[str, str]) -> Record:
    """The record in today's names: a stage that was renamed is the same stage."""
    stages = tuple(dict.fromkeys(current(stage, renamed) for stage in record.stages))
    return record.model_copy(update={"stages": stages, "stage": current(record.stage, renamed)})


def _commanded(case: _Case) -> _Goal | Comment:
    asked, stage = case.asked, case.record.stage
    if not asked.may_write:
        return case.explain("refused", login=asked.who)
    if len(asked.commands) > 1:
        return case.explain("several", count=len(asked.commands))
    command = asked.commands[0]
    goal = _goal(case, command)
    if isinstance(goal, Comment):
        return goal
    if goal.stage == stage:
        return case.explain("already")
    return replace(goal, ref=asked.comment)


def _goal(case: _Case, command: Command) -> _Goal | Comment:
    if command.verb == STAGE:
        found = case.stage(command.text)
        return _Goal(found) if found else _unknown(case, command.text)
    if command.verb == ADVANCE:
        return _advanced(case, command.text)
    if command.verb == REJECT and not command.text:
        return case.explain("reason")
    ends = {REJECT: REJECTED, WITHDRAW: WITHDRAWN, HIRE: HIRED}
    return _Goal(ends[command.verb], command.text)


def _unknown(case: _Case, name: str) -> Comment:
    if not name:
        return case.explain("nameless")
    near = get_close_matches(slug(name), [*case.record.stages, *TERMINAL], n=1, cutoff=0.5)
    return case.explain("unknown", name=name[:100], nearest=near[0] if near else None)


def _advanced(case: _Case, reason: str) -> _Goal | Comment:
    record = case.record
    if record.stage not in record.stages:
        return case.explain("ended")
    place = record.stages.index(record.stage) + 1
    if place == len(record.stages):
        return case.explain("last")
    return _Goal(record.stages[place], reason)


def _carried_out(case: _Case, goal: _Goal) -> tuple[Action, ...]:
    """A command: the new label first, so that the issue is never without one."""
    return (*_relabelled(case.issue, stage_label(goal.stage)), *_recorded(case, goal))


def _settled(case: _Case) -> tuple[Action, ...]:
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


def _chosen(case: _Case, live: Mapping[str, str | None]) -> _Goal:
    record, asked = case.record, case.asked
    known = list(dict.fromkeys(stage for stage in live.values() if stage))
    several = "several stage labels were set" if len(known) > 1 else ""
    if asked.action == "labeled" and asked.label and is_stage(asked.label):
        named = case.stage(asked.label)
        if named and carries(live, asked.label):
            return _Goal(named, several if len(known) > _PAIR else "")
    if not known:
        return _Goal(record.stage)
    others = [stage for stage in known if stage != record.stage]
    if len(others) <= 1:
        return _Goal((others or known)[0])
    order = [*record.stages, *reversed(TERMINAL)]
    return _Goal(max(others, key=order.index), several)


_PAIR = 2
"""The old label and the new: what is there when somebody has set one."""


def _state_explained(case: _Case) -> Sequence[Action]:
    ended = case.record.stage in TERMINAL
    if case.issue.is_open == ended:
        return [case.explain("reopened" if ended else "closed")]
    return []


def _recorded(case: _Case, goal: _Goal) -> list[EditIssue]:
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
