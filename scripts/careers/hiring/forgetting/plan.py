"""What erases a candidate's issue: comments first, then text, title and labels in one request.

The last request decides: until it is made the record says that it is due, so a run that was cut
off is made anew from what is there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from careers.hiring.actions import Action, ClearField, DeleteFile, EditIssue, EraseComment
from careers.hiring.applying.attention import kept_in
from careers.hiring.forgetting.clock import ended_on
from careers.hiring.forgetting.erased import Erased
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.record.model import Record

ERASED = "erased"
"""The label by which an empty scorecard is found in a repository of scorecards."""


@dataclass(frozen=True)
class Target:
    """An issue that is to be erased; ``record`` where it has one.

    ``kind`` says what it was: an application, a scorecard; ``repository`` is a scorecard's, where
    it was kept apart.
    """

    issue: Issue
    record: Record | None = None
    kind: str = "application"
    repository: str = ""

    @property
    def sent(self) -> tuple[str, ...]:
        """Digests of what was sent, and stands in it."""
        return self.record.applications if self.record else kept_in(self.issue)


def erased_of(target: Target, days: WorkingDays, today: date, *, keep_hash: bool) -> Erased:
    """What is left of it."""
    record, number = target.record, target.issue.number
    if record is None:
        return Erased(issue=number, erased=today.isoformat(), repository=target.repository)
    first = record.history[0]
    ended = ended_on(record, days) or today
    return Erased(
        issue=number,
        applied=days.day_of(first.when).isoformat(),
        ended=ended.isoformat(),
        erased=today.isoformat(),
        person=record.person if keep_hash else "",
    )


def plan_erasing(
    target: Target,
    comments: Iterable[int],
    files: Iterable[int],
    left: Erased,
    writer: IssueWriter,
) -> tuple[Action, ...]:
    """Everything of it, its record last; ``comments`` and ``files`` are ids of what is there."""
    issue = target.issue
    text = writer.render("erased", left=left, kind=target.kind)
    body = f"{text}\n\n{left.block(writer.keys.current)}\n"
    edit = EditIssue(
        issue.number,
        "erase it",
        title=f"{target.kind.capitalize()} {issue.number}, erased",
        body=body,
        labels=(ERASED,) if target.repository else (),
        closed=True if issue.is_open else None,
        reason="not_planned" if issue.is_open else None,
    )
    gone = (DeleteFile(issue.number, asset) for asset in files)
    cleared = (ClearField(issue.number, field) for field, _ in issue.fields)
    return (*comments_erased(issue.number, comments), *gone, *cleared, edit)


def comments_erased(number: int, comments: Iterable[int]) -> tuple[EraseComment, ...]:
    """All comments of an issue, emptied and deleted."""
    return tuple(EraseComment(number, comment) for comment in comments)
