"""Decides where a candidate stands after somebody set a label, wrote a command or closed.

The decision is made from the live issue and its record, so a run that was cut off is taken up by
the next, and a second run of the same event does nothing. What keeps that true is the order of
the writes: labels first, then one request with record, checklist, history and state together.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careers.hiring.actions import Action, EditIssue, Issue, Plan
from careers.hiring.candidate import Candidate, Decision, Explanation
from careers.hiring.deciding import decide
from careers.hiring.explaining import explain
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.labels.names import has_label, is_stage_label, stage_label
from careers.hiring.labels.setting import set_stage_label
from careers.hiring.record.model import Entry, Record
from careers.hiring.request import Request
from careers.process import HIRED, TERMINAL

_REASON_MAX = 500
_PAIR = 2
"""The old label and the new: what is there when somebody has set one."""


def plan_move(
    issue: Issue, record: Record, request: Request, renamed: Mapping[str, str], writer: IssueWriter
) -> Plan:
    """What is to be done on a candidate's issue; no actions where all is as it should be."""
    candidate = Candidate.of(issue, record, renamed)
    if not request.commands:
        return Plan(_settled(candidate, request, writer))
    if any(entry.ref == request.comment for entry in record.history):
        return Plan(notes=("the comment was carried out before",))
    answer = decide(candidate, request)
    if isinstance(answer, Explanation):
        comment = explain(candidate, request, answer, writer)
        return Plan((comment,), ("the command was not carried out: a comment says why",))
    return Plan(_carried_out(candidate, request, answer, writer))


def _settled(candidate: Candidate, request: Request, writer: IssueWriter) -> tuple[Action, ...]:
    """One stage label stays: what the event says where it still holds, else what is there."""
    live = {
        name: candidate.find_stage(name) for name in candidate.issue.labels if is_stage_label(name)
    }
    decision = _chosen(candidate, request, live)
    explanations = [
        Explanation("foreign", values={"label": name}) for name, stage in live.items() if not stage
    ]
    if decision.record.stage == candidate.record.stage:
        explanations += _state_explained(candidate)
    comments = (explain(candidate, request, text, writer) for text in explanations)
    return (*comments, *_carried_out(candidate, request, decision, writer))


def _chosen(candidate: Candidate, request: Request, live: Mapping[str, str | None]) -> Decision:
    """The decision among the stage labels that are there, each with the stage that it means."""
    record = candidate.record
    stages = list(dict.fromkeys(stage for stage in live.values() if stage))
    several = "several stage labels were set" if len(stages) > 1 else ""
    if request.action == "labeled" and request.label and is_stage_label(request.label):
        named = candidate.find_stage(request.label)
        if named and has_label(live, request.label):
            return candidate.moved_to(named, several if len(stages) > _PAIR else "")
    others = [stage for stage in stages if stage != record.stage]
    if not others:
        return candidate.moved_to(record.stage)
    if len(others) == 1:
        return candidate.moved_to(others[0])
    order = [*record.stages, *reversed(TERMINAL)]
    return candidate.moved_to(max(others, key=order.index), several)


def _state_explained(candidate: Candidate) -> Sequence[Explanation]:
    """Why an issue that was closed or reopened by hand does not stay so."""
    ended = candidate.record.stage in TERMINAL
    if candidate.issue.is_open == ended:
        return [Explanation("reopened" if ended else "closed")]
    return []


def _carried_out(
    candidate: Candidate, request: Request, decision: Decision, writer: IssueWriter
) -> tuple[Action, ...]:
    """The new label first, so that the issue is never without one; then record and state."""
    relabelled = set_stage_label(candidate.issue, stage_label(decision.record.stage))
    return (*relabelled, *_recorded(candidate, request, decision, writer))


def _recorded(
    candidate: Candidate, request: Request, decision: Decision, writer: IssueWriter
) -> list[EditIssue]:
    """The one request that ends a move; none where record and state are right already."""
    issue, before, after = candidate.issue, candidate.record, decision.record
    ended = after.stage in TERMINAL
    closed = ended if issue.is_open == ended else None
    body = None
    if after != before:
        entry = Entry(
            when=request.now,
            who=request.who,
            start=before.stage,
            to=after.stage,
            reason=decision.reason[:_REASON_MAX],
            ref=request.comment,
        )
        history = (*before.history, entry)
        body = writer.updated(issue.body, after.model_copy(update={"history": history}))
    if body is None and closed is None:
        return []
    moved = f"{before.stage} → {after.stage}"
    what = moved if after.stage != before.stage else f"stays in {after.stage}"
    reason = None if closed is None else _state_reason(after.stage)
    return [EditIssue(issue.number, what, issue.body, body=body, closed=closed, reason=reason)]


def _state_reason(stage: str) -> str:
    if stage not in TERMINAL:
        return "reopened"
    return "completed" if stage == HIRED else "not_planned"
