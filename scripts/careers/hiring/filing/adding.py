"""Writes into a candidate's issue what came of files after it was opened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from careers.hiring.actions import EditIssue, Plan
from careers.hiring.filing.keeping import together
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.labels.names import REPLY, has_label
from careers.hiring.record.files import KeptFile
from careers.hiring.record.model import Record

_NAMED = re.compile(r"(\d{1,9})-[a-z0-9.-]+")


def plan_adding(
    issue: Issue, record: Record, files: Sequence[KeptFile], writer: IssueWriter
) -> Plan:
    """What writes these files into an issue; no actions where it tells them already."""
    kept = together(record.files, files)
    if kept == record.files:
        return Plan()
    changes = {"files": kept, "sequence": record.sequence + 1}
    record = record.model_copy(update=changes)
    body = writer.with_files(issue.body, record)
    unanswered = has_label(issue.labels, REPLY)
    written = writer.updated(body, record, unanswered=unanswered)
    return Plan((*written.more, EditIssue(issue.number, "add the files", body=written.body)))


def candidate_of(name: str) -> int:
    """The number of the candidate that a kept file is named by; 0 where it is named otherwise."""
    found = _NAMED.fullmatch(name)
    return int(found[1]) if found else 0


def is_told(asset: int, files: Iterable[KeptFile]) -> bool:
    """Whether a record tells of an asset."""
    return any(file.asset == asset for file in files)
