"""Decides where a candidate stands after somebody set a label, wrote a command or closed.

The decision is made from the live issue, its record and its events, and is one request: labels,
text and state together. There is no candidate that is half moved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careers.hiring.actions import Action, EditIssue, Happening, Issue, Plan
from careers.hiring.asking.by_hand import by_hand, is_held_as_labelled, owned
from careers.hiring.asking.carrying_out import carry_out, not_done
from careers.hiring.candidate import Candidate, Explanation
from careers.hiring.explaining import explain
from careers.hiring.issue.boxes import ticked_boxes
from careers.hiring.issue.head import View, is_late
from careers.hiring.issue.writer import IssueWriter, TextIsFullError
from careers.hiring.labels.names import (
    HOLD,
    OVERDUE,
    REPLY,
    has_label,
    is_stage_label,
    stage_label,
    with_stage,
)
from careers.hiring.merging import plan_merging
from careers.hiring.opening import lasting_labels
from careers.hiring.record.model import Record
from careers.hiring.request import TENDED, Request
from careers.hiring.staffing import assignments, is_staffed, staffed
from careers.hiring.wishes import last_wish, newest
from careers.process import HIRED, TERMINAL

FULL = Explanation(
    "full",
    "the issue's text is full. Move what the team wrote there into comments, then ask again.",
)


def is_settled(candidate: Candidate, request: Request) -> bool:
    """Whether nothing is to be decided, so that the issue's events need not be read."""
    stage, live = candidate.record.stage, candidate.issue.labels
    stages = [name for name in live if is_stage_label(name)]
    told = request.label if request.action == "labeled" else None
    return (
        [name.casefold() for name in stages] == [stage_label(stage).casefold()]
        and (not told or not is_stage_label(told) or candidate.find_stage(told) == stage)
        and all(has_label(live, name) for name in lasting_labels(candidate.record))
        and candidate.issue.is_open == (stage not in TERMINAL)
        and is_held_as_labelled(candidate)
        and is_staffed(candidate)
        and request.action not in {"assigned", "unassigned"}
        and not request.commands
        and not request.missed
        and not request.mends
        and not ticked_boxes(candidate.issue.body)
    )


def plan_move(  # noqa: PLR0913, PLR0917 - what is there, what happened, and how it is written
    issue: Issue,
    record: Record,
    request: Request,
    renamed: Mapping[str, str],
    writer: IssueWriter,
    events: Sequence[Happening] = (),
) -> Plan:
    """What is to be done on a candidate's issue; no actions where all is as it should be."""
    candidate = Candidate.of(issue, record, renamed)
    try:
        return _plan(candidate, request, writer, events)
    except TextIsFullError:
        return not_done(candidate, request, FULL, writer)


def _plan(
    candidate: Candidate, request: Request, writer: IssueWriter, events: Sequence[Happening]
) -> Plan:
    issue, record = candidate.issue, candidate.record
    counted = [event for event in events if event.label.casefold() not in request.barred]
    wish = last_wish(candidate, counted, request.when if request.commands else "")
    with_owner = first = owned(candidate, request, events)
    comments: list[Action] = []
    if not wish or not request.commands or wish.when <= request.when:
        first, explained = _settled(first, request, wish, events)
        comments += [explain(candidate, request, text, writer) for text in explained]
        wish = None
    if request.action == TENDED and set(ticked_boxes(issue.body)) & set(record.offered):
        comments.append(explain(candidate, request, Explanation("unnamed"), writer))
    carried = carry_out(first, request, writer)
    then = carried.candidate
    if wish:
        then, _ = _settled(then, request, wish, events)
    then = staffed(candidate, then, request)
    seen = max(newest(events), record.seen)
    if carried.merges:
        edits = _merged(candidate, then, request.others[carried.merges], seen, writer)
    else:
        edits = _written(candidate, then, seen, writer)
    # What is said comes first: once the state is right, a run that was cut off has nothing to say.
    people = assignments(with_owner, then)
    return Plan((*comments, *people, *carried.actions, *edits), carried.notes)


def _settled(
    candidate: Candidate,
    request: Request,
    wish: Happening | None,
    events: Sequence[Happening],
) -> tuple[Candidate, list[Explanation]]:
    """One stage label stays: the one that a person set last, else what is there."""
    names = [name for name in candidate.issue.labels if is_stage_label(name)]
    barred = [name for name in names if name.casefold() in request.barred]
    live = {name: candidate.find_stage(name) for name in names if name not in barred}
    explanations = [Explanation("barred", values={"label": name}) for name in barred]
    explanations += [
        Explanation("foreign", values={"label": name}) for name, stage in live.items() if not stage
    ]
    stage, words = _chosen(candidate, request, live, wish)
    moved = candidate
    if stage != candidate.record.stage:
        who = wish.who if wish else request.who
        moved = candidate.acted(candidate.moved_to(stage, words), who, request.now)
    after, told = by_hand(moved, request, events)
    explanations += told
    if after.record.stage == candidate.record.stage and not request.commands:
        explanations += _state_explained(after)
    return after, explanations


def _chosen(
    candidate: Candidate,
    request: Request,
    live: Mapping[str, str | None],
    wish: Happening | None,
) -> tuple[str, str]:
    """The stage that is wished, and what is said of it in the history."""
    if wish and (stage := candidate.find_stage(wish.label)):
        return stage, ""
    record = candidate.record
    # The list of events may lag: then the event that started this run says it, else what is there.
    told = request.label if request.action == "labeled" else None
    stages = list(dict.fromkeys(stage for stage in live.values() if stage))
    if told and is_stage_label(told) and has_label(live, told):
        return candidate.find_stage(told) or record.stage, ""
    others = [stage for stage in stages if stage != record.stage]
    if len(others) < 2:  # noqa: PLR2004 - between one there is no choice
        return (others[0] if others else record.stage), ""
    order = [*record.stages, *reversed(TERMINAL)]
    return max(others, key=order.index), "several stage labels were set"


def _state_explained(candidate: Candidate) -> Sequence[Explanation]:
    """Why an issue that was closed or reopened by hand does not stay so."""
    ended = candidate.record.stage in TERMINAL
    if candidate.issue.is_open == ended:
        return [Explanation("reopened" if ended else "closed")]
    return []


def _written(
    before: Candidate, after: Candidate, seen: int, writer: IssueWriter
) -> tuple[Action, ...]:
    """The one request of a move, behind what the text cannot hold; none where all is right."""
    issue, record = before.issue, after.record
    essential = with_stage(issue.labels, record.stage, *lasting_labels(record))
    moved = record != before.record or bool(ticked_boxes(issue.body))
    labels = _labels(essential, record, writer.view, moved=moved)
    ended = record.stage in TERMINAL
    closed = ended if issue.is_open == ended else None
    changed = labels if set(labels) != set(issue.labels) else None
    if not moved and changed is None and closed is None:
        return ()
    # A label or state that is put right is a decision too: what it knew is not asked again.
    record = record.model_copy(update={"seen": seen, "sequence": record.sequence + 1})
    written = writer.updated(issue.body, record, unanswered=has_label(labels, REPLY))
    start = before.record.stage
    what = f"{start} → {record.stage}" if record.stage != start else f"stays in {record.stage}"
    return (
        *written.more,
        EditIssue(
            issue.number,
            what,
            body=written.body,
            closed=closed,
            reason=None if closed is None else _state_reason(record.stage),
            labels=changed,
            essential=essential,
        ),
    )


def _merged(
    before: Candidate,
    after: Candidate,
    other: tuple[Issue, Record],
    seen: int,
    writer: IssueWriter,
) -> tuple[Action, ...]:
    """The requests of a merge: the other closed, then this one written."""
    record = after.record.model_copy(update={"seen": seen})
    return plan_merging(before.issue, other[0], record, other[1], writer)


def _labels(
    essential: tuple[str, ...], record: Record, view: View, *, moved: bool
) -> tuple[str, ...]:
    """The labels, those that are no longer true taken off; what is late, ``tend`` says."""
    gone = set() if record.hold else {HOLD}
    if record.stage in TERMINAL:
        gone.add(REPLY)
    if moved and not is_late(record, view, unanswered=has_label(essential, REPLY)):
        gone.add(OVERDUE)
    labels = tuple(name for name in essential if name.casefold() not in gone)
    return (*labels, HOLD) if record.hold and not has_label(labels, HOLD) else labels


def _state_reason(stage: str) -> str:
    if stage not in TERMINAL:
        return "reopened"
    return "completed" if stage == HIRED else "not_planned"
