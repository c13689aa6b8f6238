"""Puts a record right that was edited, deleted, or put back to an older one."""

from __future__ import annotations

from collections.abc import Iterable

from careers.github.repository import Repository
from careers.hiring.actions import AddLabel, Comment, EditIssue
from careers.hiring.explaining import NOTE
from careers.hiring.issue.sections import section, with_section
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.labels.names import ATTENTION, BUCKET, has_label
from careers.hiring.record.block import (
    is_intact,
    mentions_record,
    read_record,
    record_block,
    with_record,
)
from careers.hiring.record.model import Record
from careers.hiring.record.stub import read_stub
from careers.hiring.renewing import is_version_1
from careers.hiring.request import Permission

_NONE = "it is no candidate's issue, nothing to do"
_ASKED = "the record cannot be restored: a person is asked"


def restored(  # noqa: PLR0913 - what is there, what was before, and how it is written
    repository: Repository,
    issue: Issue,
    writer: IssueWriter,
    body_before: str,
    *,
    stale: bool = False,
    dry_run: bool,
) -> tuple[Issue, Record] | str:
    """The issue with its newest record that verifies, written back; or why there is none.

    ``stale`` says that the record verifies, and is older than what was written since.
    """
    keys = writer.keys
    if read_stub(issue.body, keys) and not body_before:
        return "it is not filled yet, nothing to do"
    here = read_record(issue.body, issue.number, keys)
    known = _newest([issue.body, body_before], issue.number, keys)
    if not _is_ours(repository, issue, known and known[0]):
        return _NONE
    told = known and (known[0] != here or not stale)
    older = [] if told else repository.edits(issue.number)
    found = _newest([issue.body, body_before, *older], issue.number, keys)
    if found is None and is_version_1(issue, keys):
        return "its record is of version 1: `careers tend --sign` signs it, nothing to do"
    if dry_run:
        return f"would be: restore the record of issue #{issue.number}"
    if found is None:
        _ask(repository, issue, writer.render("not_restored"), "record is gone")
        return _ASKED
    record, source = found
    if record == here and stale:
        # What labels and events say is true of the stage; what happened before stands nowhere.
        _ask(repository, issue, writer.render("older_record"), f"older record {record.sequence}")
    elif record != here or not is_intact(issue.body):
        body = with_record(_with_parts(issue.body, source), record_block(record, keys.current))
        marker = f"{NOTE}restored {record.sequence} -->"
        text = writer.render("restored")
        repository.apply(Comment(issue.number, marker, f"{marker}\n{text}"))
        edit = EditIssue(issue.number, "restore the record", body=body)
        issue = repository.apply(edit) or issue
    return issue, record


def _newest(bodies: Iterable[str], number: int, keys: Keys) -> tuple[Record, str] | None:
    found = ((record, body) for body in bodies if (record := read_record(body, number, keys)))
    return max(found, key=lambda pair: pair[0].sequence, default=None)


def _with_parts(body: str, source: str) -> str:
    """The body with what the bot keeps in it as the text of the newest record had it."""
    for name in ("next", "application", "letters", "history"):
        if text := section(source, name):
            body = with_section(body, name, text)
    return body


def _is_ours(repository: Repository, issue: Issue, signed: Record | None) -> bool:
    """Whether an issue is a candidate's whose record is gone, and not what a stranger opened."""
    if signed is not None:
        return True
    marked = any(name.casefold().startswith(BUCKET) for name in issue.labels)
    if not marked and not mentions_record(issue.body):
        return False
    return issue.by_bot or (marked and repository.permission(issue.author) >= Permission.WRITE)


def _ask(repository: Repository, issue: Issue, text: str, why: str) -> None:
    """Ask a person once, and put the issue among those that wait for one."""
    marker = f"{NOTE}{why} -->"
    repository.apply(Comment(issue.number, marker, f"{marker}\n{text}"))
    if not has_label(issue.labels, ATTENTION):
        repository.apply(AddLabel(issue.number, ATTENTION))
