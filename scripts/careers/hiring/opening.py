"""Decides what an application does: opens an issue, fills it, adds a letter, or nothing.

An issue is opened by a stub without a word of the person, which one more request fills: a run
that was cut off between the two is taken up by the next.
"""

from __future__ import annotations

from collections.abc import Sequence

from careers.application import SentFile
from careers.hiring.actions import Action, AddLabel, Comment, CreateIssue, EditIssue, Plan
from careers.hiring.applying.matching import Matches
from careers.hiring.applying.submission import Submission
from careers.hiring.explaining import NOTE
from careers.hiring.filing.adding import plan_adding
from careers.hiring.filing.keeping import missing, together
from careers.hiring.issue.head import due_of
from careers.hiring.issue.writer import IssueWriter, issue_title
from careers.hiring.issues import Issue
from careers.hiring.labels.names import (
    JOB,
    REPLY,
    SOURCE,
    bucket_label,
    has_label,
    label_name,
)
from careers.hiring.outbox.limits import RECEIVED
from careers.hiring.outbox.queueing import queued
from careers.hiring.record.files import KeptFile
from careers.hiring.record.model import Entry, Record
from careers.hiring.record.stub import Stub
from careers.process import APPLIED, TERMINAL

CANDIDATE = "Candidate"
"""Who a stub's title names."""


def plan_opening(
    submission: Submission,
    matches: Matches,
    writer: IssueWriter,
    files: Sequence[KeptFile] = (),
) -> Plan:
    """What is left to do for this application; no actions where all is done.

    ``files`` are what became of those that it brings, where its issue stands.
    """
    if matches.same:
        issue, record = matches.same
        if set(record.applications) & set(submission.digests):
            added = plan_adding(issue, record, files, writer)
            return added if added.actions else Plan(notes=("the application was there already",))
        return _applied_again(issue, record, submission, writer, files)
    if matches.stub:
        return plan_filling(matches.stub, submission, matches, writer, files)
    stub = Stub(submission.nonce, submission.person, submission.digest)
    title = issue_title(CANDIDATE, submission.title)
    body = writer.stub(stub, submission.title)
    labels, essential = submission.labels, submission.essential_labels
    assignees = (submission.owner,) if submission.owner else ()
    made = CreateIssue(
        title, body, labels, essential, assignees, submission.fields, submission.kind
    )
    return Plan((made,))


def files_to_keep(submission: Submission, matches: Matches) -> dict[str, SentFile]:
    """The files that this application brings and that are not kept yet, each by its key."""
    known = matches.same[1].files if matches.same else ()
    return missing(submission.application, known)


def plan_filling(
    issue: Issue,
    submission: Submission,
    matches: Matches,
    writer: IssueWriter,
    files: Sequence[KeptFile] = (),
) -> Plan:
    """What makes a stub a candidate: one request of title and body alone.

    What the body cannot hold is written before it, so that a run that is cut off is taken up.
    """
    record = new_record(issue, submission, matches, files)
    written = writer.new_body(record, submission.application, submission.now)
    who = f"{CANDIDATE} {issue.number}" if submission.numbered else submission.application.name
    title = issue_title(who, submission.title)
    fill = EditIssue(issue.number, "write the application", title=title, body=written.body)
    return Plan((*written.more, fill), matches.notes)


def plan_saying(issue: Issue, record: Record, submission: Submission, writer: IssueWriter) -> Plan:
    """The comment that a later letter is told by, for a run that was cut off before it."""
    known = [n for n in submission.digests if n in record.applications]
    if not known or known[0] == record.applications[0]:
        return Plan()
    # The label is taken off by whoever has answered, so it is not set again.
    return Plan((_told(issue.number, record, known[0], writer, answers=submission.is_answer),))


def new_record(
    issue: Issue, submission: Submission, matches: Matches, files: Sequence[KeptFile] = ()
) -> Record:
    """The record of somebody who has just applied."""
    entry = Entry(when=submission.now, who=submission.application.source, to=APPLIED)
    record = Record(
        issue=issue.number,
        sequence=1,
        person=submission.person,
        name=submission.name,
        applications=(submission.digest,),
        posting=submission.application.posting,
        title=submission.title,
        commit=submission.commit,
        url=submission.url,
        source=submission.application.source,
        late=submission.late,
        stages=submission.stages,
        stage=APPLIED,
        history=(entry,),
        linked=matches.other_jobs,
        other_names=matches.other_names,
        owner=next(iter(issue.assignees), ""),
        flags=submission.flags,
        interviewers=submission.interviewers,
        files=tuple(files),
        referral=submission.referral,
    )
    return queued(record, RECEIVED, asked=submission.now) if submission.answered else record


def _applied_again(
    issue: Issue,
    record: Record,
    submission: Submission,
    writer: IssueWriter,
    files: Sequence[KeptFile],
) -> Plan:
    """One more letter: nothing moves, nothing that is there gives way, and people are told."""
    source = submission.application.source
    entry = Entry(
        when=submission.now, who=source, start=record.stage, to=record.stage, reason="wrote again"
    )
    changes = {
        "applications": (*record.applications, submission.digest),
        "files": together(record.files, files),
        "sequence": record.sequence + 1,
    }
    record = record.with_entry(entry).model_copy(update=changes)
    body = writer.with_files(issue.body, record) if files else issue.body
    written = writer.with_letter(body, record, submission.application, submission.now)
    edit = EditIssue(issue.number, "add the letter", body=written.body)
    told = _told(issue.number, record, submission.digest, writer, answers=submission.is_answer)
    # The record comes last but for what tells of it: it says that the rest was done.
    return Plan((*written.more, *_labels_for(issue, record, submission), edit, told))


def _labels_for(issue: Issue, record: Record, submission: Submission) -> list[Action]:
    """The labels that a letter brings, added one by one: what others set meanwhile stays."""
    came_by = label_name(SOURCE, submission.application.source)
    names = [] if submission.is_answer else [came_by]
    names += [] if record.stage in TERMINAL else [REPLY]
    return [AddLabel(issue.number, x) for x in names if not has_label(issue.labels, x)]


def lasting_labels(record: Record) -> tuple[str, ...]:
    """The labels without which a candidate is not found, whatever the stage."""
    return (label_name(JOB, record.posting), bucket_label(record.person))


def _told(
    number: int, record: Record, digest: str, writer: IssueWriter, *, answers: bool
) -> Comment:
    marker = f"{NOTE}{digest[:16]} -->"
    ended = next((e for e in reversed(record.history) if e.to in TERMINAL), None)
    due, today = due_of(record, writer.view, unanswered=True), writer.view.today
    text = writer.render(
        "wrote_again",
        stage=record.stage,
        ended=record.stage in TERMINAL,
        since=ended.when[:10] if ended else "",
        stages=record.stages,
        answers=answers,
        day=due.day.isoformat() if due else "",
        passed=bool(due and today and due.day < today),
    )
    return Comment(number, marker, f"{marker}\n{text}")
