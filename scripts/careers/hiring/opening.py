"""Decides what an application does: opens an issue, updates one, or nothing.

The decision is made from what is there, so it may be asked again after every write, until there
is nothing left to do; a run that was cut off is taken up by the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from careers.hiring.actions import (
    Action,
    AddLabel,
    CreateIssue,
    EditIssue,
    Issue,
    Plan,
    RemoveLabel,
)
from careers.hiring.duplicates import merged, stub
from careers.hiring.known import Known, Opening, known
from careers.hiring.names import carries, is_stage, other_stages, stage_label
from careers.hiring.page import Pages, issue_title
from careers.hiring.record import Entry, Record
from careers.hiring.regions import letters_whole
from careers.process import APPLIED, WITHDRAWN


def plan_opening(opening: Opening, issues: Sequence[Issue], pages: Pages) -> Plan:
    """What is left to do for this application; no actions where all is done."""
    found = known(opening, issues)
    if not found.here:
        return Plan((*_created(opening, found, pages),), found.notes)
    (first, record), *later = found.here
    actions: list[Action] = []
    body, record = merged(first.body, record, later, opening, pages)
    if opening.digest not in record.applications:
        body, record, moves = _applied_again(first, body, record, opening, pages)
        actions += moves
    actions += _labelled(first, record, opening, actions)
    if body != first.body:
        reopened = False if record.stage == APPLIED and not first.is_open else None
        what = "add the application"
        actions.append(EditIssue(first.number, what, first.body, body=body, closed=reopened))
    actions += [stub(issue, pages, first.number) for issue, _ in later]
    return Plan(tuple(actions), found.notes)


def missing_labels(opening: Opening, issue: Issue) -> list[str]:
    """The labels that a candidate's issue should carry and does not."""
    return [name for name in opening.tags if not carries(issue.labels, name)]


def _created(opening: Opening, found: Known, pages: Pages) -> list[Action]:
    entry = Entry(when=opening.now, who=opening.application.source, to=APPLIED)
    record = Record(
        person=opening.person,
        applications=(opening.digest,),
        posting=opening.application.posting,
        title=opening.title,
        commit=opening.commit,
        url=opening.url,
        stages=opening.stages,
        stage=APPLIED,
        history=(entry,),
        linked=found.elsewhere,
    )
    candidate = pages.candidate(record, opening.application, opening.now)
    letter = pages.letter(opening.application, opening.digest, opening.now)
    body = pages.new(record, candidate, [letter])
    name = issue_title(opening.application.name, opening.title)
    return [CreateIssue(name, body, opening.labels)]


def _applied_again(
    issue: Issue, body: str, record: Record, opening: Opening, pages: Pages
) -> tuple[str, Record, list[Action]]:
    """The newest application on top. Who had withdrawn is a candidate again."""
    stage = APPLIED if record.stage == WITHDRAWN else record.stage
    entry = Entry(
        when=opening.now,
        who=opening.application.source,
        start=record.stage,
        to=stage,
        reason="applied again",
    )
    changes = {
        "applications": (*record.applications, opening.digest),
        "stage": stage,
        "history": (*record.history, entry),
    }
    old = letters_whole(body)
    moves: list[Action] = []
    if stage != record.stage:
        moves = _restaged(issue, stage_label(stage))
    record = record.model_copy(update=changes)
    letter = pages.letter(opening.application, opening.digest, opening.now)
    candidate = pages.candidate(record, opening.application, opening.now)
    body = pages.again(body, record, candidate, [letter, *old])
    return body, record, moves


def _restaged(issue: Issue, name: str) -> list[Action]:
    """Add first, then remove: the issue is never without a stage."""
    add: list[Action] = [] if carries(issue.labels, name) else [AddLabel(issue.number, name)]
    return add + [RemoveLabel(issue.number, other) for other in other_stages(issue.labels, name)]


def _labelled(
    issue: Issue, record: Record, opening: Opening, planned: Sequence[Action]
) -> list[Action]:
    """What a run that was cut off, or GitHub, left out."""
    names = missing_labels(opening, issue)
    if not planned and not any(is_stage(name) for name in issue.labels):
        names.insert(0, stage_label(record.stage))
    return [AddLabel(issue.number, name) for name in names]
