"""Decides what an application does: opens an issue, updates one, or nothing.

The decision is made from what is there, so it may be asked again after every write, until there
is nothing left to do; a run that was cut off is taken up by the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from careers.hiring.actions import Action, AddLabel, CreateIssue, EditIssue, Issue, Plan
from careers.hiring.duplicates import merge_duplicates, stub
from careers.hiring.issue.sections import applications_with_facts
from careers.hiring.issue.writer import IssueWriter, issue_title
from careers.hiring.labels.names import has_label, is_stage_label, stage_label
from careers.hiring.labels.setting import set_stage_label
from careers.hiring.matching import Matches, find_matches
from careers.hiring.record.model import Entry, Record
from careers.hiring.submission import Submission
from careers.process import APPLIED, WITHDRAWN


def plan_opening(submission: Submission, issues: Sequence[Issue], writer: IssueWriter) -> Plan:
    """What is left to do for this application; no actions where all is done."""
    matches = find_matches(submission, issues)
    if not matches.same_job:
        return Plan((_new_issue(submission, matches, writer),), matches.notes)
    (first, record), *later = matches.same_job
    actions: list[Action] = []
    body, record = merge_duplicates(first.body, record, later, submission.now, writer)
    if submission.digest not in record.applications:
        body, record, relabelled = _applied_again(first, body, record, submission, writer)
        actions += relabelled
    actions += _missing_labels(first, record, submission, actions)
    if body != first.body:
        reopened = False if record.stage == APPLIED and not first.is_open else None
        what = "add the application"
        actions.append(EditIssue(first.number, what, first.body, body=body, closed=reopened))
    actions += [stub(issue, writer, first.number) for issue, _ in later]
    return Plan(tuple(actions), matches.notes)


def _new_issue(submission: Submission, matches: Matches, writer: IssueWriter) -> CreateIssue:
    entry = Entry(when=submission.now, who=submission.application.source, to=APPLIED)
    record = Record(
        person=submission.person,
        applications=(submission.digest,),
        posting=submission.application.posting,
        title=submission.title,
        commit=submission.commit,
        url=submission.url,
        stages=submission.stages,
        stage=APPLIED,
        history=(entry,),
        linked=matches.other_jobs,
    )
    facts = writer.facts(record, submission.application, submission.now)
    text = writer.application(submission.application, submission.digest, submission.now)
    body = writer.new_body(record, facts, [text])
    name = issue_title(submission.application.name, submission.title)
    return CreateIssue(name, body, submission.labels)


def _applied_again(
    issue: Issue, body: str, record: Record, submission: Submission, writer: IssueWriter
) -> tuple[str, Record, list[Action]]:
    """The newest application on top. Who had withdrawn is a candidate again."""
    stage = APPLIED if record.stage == WITHDRAWN else record.stage
    entry = Entry(
        when=submission.now,
        who=submission.application.source,
        start=record.stage,
        to=stage,
        reason="applied again",
    )
    relabelled = set_stage_label(issue, stage_label(stage)) if stage != record.stage else []
    changes = {
        "applications": (*record.applications, submission.digest),
        "stage": stage,
        "history": (*record.history, entry),
    }
    record = record.model_copy(update=changes)
    text = writer.application(submission.application, submission.digest, submission.now)
    facts = writer.facts(record, submission.application, submission.now)
    earlier = applications_with_facts(body)
    body = writer.with_applications(body, record, facts, [text, *earlier])
    return body, record, relabelled


def _missing_labels(
    issue: Issue, record: Record, submission: Submission, planned: Sequence[Action]
) -> list[AddLabel]:
    """What a run that was cut off, or GitHub, left out."""
    names = [name for name in submission.lasting_labels if not has_label(issue.labels, name)]
    if not planned and not any(is_stage_label(name) for name in issue.labels):
        names.insert(0, stage_label(record.stage))
    return [AddLabel(issue.number, name) for name in names]
