"""What another run wrote of a letter that this one has just begun: it may have sent it, too.

One group runs one after the other; what was started outside of it may be at it as well.
"""

from __future__ import annotations

from careers.cli.candidate_runs.restoring import restored
from careers.github.repository import Repository
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record


def left_to_others(
    repository: Repository, issue: Issue, record: Record, writer: IssueWriter
) -> tuple[Issue, Record] | None:
    """The issue as others leave it; None where nobody wrote since it was read.

    What they wrote later stands again. Where two began at once nobody sends, and the next run asks
    a person.
    """
    ours, *known = (
        read_record(body, issue.number, writer.keys)
        for body in (issue.body, *repository.edits(issue.number))
    )
    theirs = [x.sequence for x in known if x and x != ours and x.sequence >= record.sequence]
    if not theirs:
        return None
    if max(theirs) == record.sequence:
        return issue, record
    made = restored(repository, issue, writer, "", stale=True, dry_run=False)
    return (issue, record) if isinstance(made, str) else made
