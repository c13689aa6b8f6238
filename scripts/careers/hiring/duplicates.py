"""Makes one of what two runs at the same time made twice, and takes back what cannot stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from careers.hiring.actions import EditIssue, Issue, Plan
from careers.hiring.issue.sections import (
    add_notes,
    applications_in,
    applications_with_facts,
    section,
)
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.matching import find_matches
from careers.hiring.record.model import Entry, Record
from careers.hiring.submission import Submission

CLOSED_AS = "not_planned"


def merge_duplicates(
    body: str,
    record: Record,
    later: Sequence[tuple[Issue, Record]],
    now: str,
    writer: IssueWriter,
) -> tuple[str, Record]:
    """The oldest issue with all that two runs at the same time put into later ones."""
    for issue, _ in later:
        reason = f"merged from issue {issue.number}"
        if any(entry.reason == reason for entry in record.history):
            continue
        stage = record.stage
        entry = Entry(when=now, who="careers", start=stage, to=stage, reason=reason)
        new = [
            application
            for application in applications_with_facts(issue.body)
            if application.digest not in record.applications
        ]
        changes = {
            "applications": (*record.applications, *(x.digest for x in new)),
            "history": (*record.history, entry),
        }
        record = record.model_copy(update=changes)
        body = add_notes(body, writer.notes(issue.body))
        applications = [*applications_in(body), *new]
        body = writer.with_applications(body, record, section(body, "candidate"), applications)
    return body, record


def stub(issue: Issue, writer: IssueWriter, duplicate_of: int | None) -> EditIssue:
    """All that was the candidate's is taken out; the number stays, as GitHub never reuses it."""
    text = writer.render("stub", duplicate_of=duplicate_of)
    edit = EditIssue(
        issue.number, "", issue.body, "Taken back", text, closed=True, reason=CLOSED_AS
    )
    if duplicate_of is None:
        return replace(edit, what="take it back, since its labels were dropped")
    what = f"turn into a stub that points to #{duplicate_of}"
    return replace(edit, what=what, title=f"Duplicate of {duplicate_of}", labels=())


def plan_taking_back(submission: Submission, issues: Sequence[Issue], writer: IssueWriter) -> Plan:
    """Take back an issue whose labels GitHub dropped, if nobody has worked with it yet."""
    fresh = [
        issue
        for issue, record in find_matches(submission, issues).same_job
        if len(record.history) == 1 and issue.is_open
    ]
    return Plan(tuple(stub(issue, writer, None) for issue in fresh))
