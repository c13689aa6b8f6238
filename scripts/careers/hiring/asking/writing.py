"""Writes what was decided: labels, text, title and state, in one request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from careers.hiring.actions import Action, EditIssue
from careers.hiring.asking.pinning import job_left, retitled, with_job
from careers.hiring.board.fields import are_true, field_values, to_clear, to_set
from careers.hiring.candidate import Candidate
from careers.hiring.issue.boxes import ticked_boxes
from careers.hiring.issue.facts import without_issues
from careers.hiring.issue.head import View, due_of, is_late, is_theirs
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.labels.names import (
    HOLD,
    LEGAL_HOLD,
    OVERDUE,
    REPLY,
    WAITING,
    has_label,
    with_stage,
)
from careers.hiring.opening import lasting_labels
from careers.hiring.record.model import Record
from careers.hiring.settings import FieldIds
from careers.process import HIRED, TERMINAL


def fields_of(
    candidate: Candidate, labels: tuple[str, ...], writer: IssueWriter, ids: FieldIds
) -> dict[int, str]:
    """What the fields of the issue are to say, by their ids."""
    due = due_of(candidate.record, writer.view, unanswered=has_label(labels, REPLY))
    return field_values(candidate.record, due, ids)


def written(
    before: Candidate, after: Candidate, seen: int, writer: IssueWriter, ids: FieldIds
) -> tuple[Action, ...]:
    """The one request of a move, behind what the text cannot hold; none where all is right."""
    issue, record = before.issue, after.record
    essential = with_stage(issue.labels, record.stage, *lasting_labels(record))
    moved = record != before.record or bool(ticked_boxes(issue.body))
    left = job_left(before.record, record)
    essential = tuple(name for name in essential if name.casefold() != left)
    labels = _labels(essential, record, writer.view, moved=moved)
    ended = record.stage in TERMINAL
    closed = ended if issue.is_open == ended else None
    changed = labels if set(labels) != set(issue.labels) else None
    fields = fields_of(after, labels, writer, ids)
    if not moved and changed is None and closed is None:
        return _fields_alone(issue, record, fields)
    # A label or state that is put right is a decision too: what it knew is not asked again.
    record = record.model_copy(update={"seen": seen, "sequence": record.sequence + 1})
    body = with_job(issue.body, before.record, record, writer)
    if gone := set(record.apart) - set(before.record.apart):
        body = without_issues(body, gone)
    written = writer.updated(body, record, unanswered=has_label(labels, REPLY))
    start = before.record.stage
    what = f"{start} → {record.stage}" if record.stage != start else f"stays in {record.stage}"
    return (
        *written.more,
        EditIssue(
            issue.number,
            what,
            title=retitled(issue, before.record, record),
            body=written.body,
            closed=closed,
            reason=None if closed is None else _state_reason(record.stage),
            labels=changed,
            essential=essential,
            fields=to_set(issue, fields),
        ),
        *to_clear(issue, fields),
    )


def _fields_alone(issue: Issue, record: Record, fields: Mapping[int, str]) -> tuple[Action, ...]:
    """What puts the fields right, each by itself: GitHub may lack the option of one."""
    if are_true(issue, fields):
        return ()
    what = f"stays in {record.stage}"
    edits = (EditIssue(issue.number, what, fields=(each,)) for each in to_set(issue, fields))
    return (*edits, *to_clear(issue, fields))


def with_fields(
    edits: tuple[Action, ...], after: Candidate, writer: IssueWriter, ids: FieldIds
) -> tuple[Action, ...]:
    """The requests of a merge, of which the last writes the candidate: with the fields, too."""
    *first, last = edits
    if not isinstance(last, EditIssue):
        raise TypeError("a merge ends with the request that writes it")
    fields = fields_of(after, last.labels or after.issue.labels, writer, ids)
    set_too = replace(last, fields=to_set(after.issue, fields))
    return (*first, set_too, *to_clear(after.issue, fields))


def _labels(
    essential: tuple[str, ...], record: Record, view: View, *, moved: bool
) -> tuple[str, ...]:
    """The labels, those that are no longer true taken off; what is late, ``tend`` says."""
    held = {
        HOLD: bool(record.hold),
        LEGAL_HOLD: bool(record.keeping.held_by),
        WAITING: is_theirs(record, view, unanswered=has_label(essential, REPLY)),
    }
    gone = {name for name, stands in held.items() if not stands}
    if record.stage in TERMINAL:
        gone.add(REPLY)
    if moved and not is_late(record, view, unanswered=has_label(essential, REPLY)):
        gone.add(OVERDUE)
    labels = tuple(name for name in essential if name.casefold() not in gone)
    missing = (n for n, stands in held.items() if stands and not has_label(labels, n))
    return (*labels, *missing)


def is_waiting_as_labelled(candidate: Candidate, view: View) -> bool:
    """Whether the label says whose move it is as the record does."""
    live = candidate.issue.labels
    theirs = is_theirs(candidate.record, view, unanswered=has_label(live, REPLY))
    return theirs == has_label(live, WAITING)


def _state_reason(stage: str) -> str:
    if stage not in TERMINAL:
        return "reopened"
    return "completed" if stage == HIRED else "not_planned"
