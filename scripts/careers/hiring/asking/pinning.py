"""How an issue follows a candidate who is sent to another job."""

from __future__ import annotations

from careers.hiring.issue.writer import IssueWriter, issue_title
from careers.hiring.issues import Issue
from careers.hiring.labels.names import JOB, label_name
from careers.hiring.record.model import Record


def retitled(issue: Issue, before: Record, after: Record) -> str | None:
    """The issue's title with the other job; None where it is the same, or people renamed it."""
    end = issue_title("", before.title)
    if before.title == after.title or not issue.title.endswith(end):
        return None
    return issue_title(issue.title.removesuffix(end), after.title)


def job_left(before: Record, after: Record) -> str:
    """The label of the job that a candidate left; nothing where it is the same."""
    return "" if before.posting == after.posting else label_name(JOB, before.posting).casefold()


def with_job(body: str, before: Record, after: Record, writer: IssueWriter) -> str:
    """The issue's text with the other job among its facts."""
    return body if before.posting == after.posting else writer.with_job(body, after)
