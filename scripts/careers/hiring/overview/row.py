"""One candidate as lists show them, out of the signed record alone but for name and labels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from careers.hiring.issue.quoting import clean
from careers.hiring.issues import Issue
from careers.hiring.labels.names import REPLY, has_label
from careers.hiring.minding.due import Cause, Due, Patience
from careers.hiring.record.model import Record
from careers.hiring.record.visits import since
from careers.process import TERMINAL


@dataclass(frozen=True)
class CandidateRow:
    """``waits`` counts working days since they came to their stage; ``late`` those past ``due``."""

    issue: Issue
    record: Record
    since: date
    waits: int
    due: Due | None = None
    late: int = 0

    @property
    def owner(self) -> str:
        """Whose move it is, as the candidate's issue says; empty for nobody."""
        return self.record.owner

    @property
    def number(self) -> int:
        """The issue's number."""
        return self.issue.number

    @property
    def name(self) -> str:
        """Who it is, as the issue's title says; people may rename it."""
        return " ".join(clean(self.issue.title.rpartition(" · ")[0] or self.issue.title).split())

    @property
    def under_way(self) -> bool:
        """Whether they have not ended."""
        return self.record.stage not in TERMINAL

    @property
    def unread(self) -> bool:
        """Whether nothing tells that a person has looked: no act, no box, no comment."""
        acts = len(self.record.history) + self.record.earlier - 1
        return not (acts or self.record.spent or self.record.ticked or self.issue.comments)

    @property
    def unanswered(self) -> bool:
        """Whether somebody waits for a first answer, or for one to a letter."""
        return self.due is not None and self.due.why in {Cause.ANSWER, Cause.REPLY}

    @property
    def ours(self) -> bool:
        """Whether it is the company's move."""
        return self.due is not None and self.due.ours


def rows_of(
    candidates: Iterable[tuple[Issue, Record]],
    patience: Patience,
    today: date,
) -> list[CandidateRow]:
    """The candidates, oldest first; doubles that were joined are left out."""
    return [
        _row(issue, record, patience, today)
        for issue, record in candidates
        if not record.duplicate_of
    ]


def _row(issue: Issue, record: Record, patience: Patience, today: date) -> CandidateRow:
    start = patience.days.day_of(since(record))
    due = patience.due(record, unanswered=has_label(issue.labels, REPLY))
    return CandidateRow(
        issue=issue,
        record=record,
        since=start,
        waits=patience.days.between(start, today) if record.stage not in TERMINAL else 0,
        due=due,
        late=patience.days.between(due.day, today) if due else 0,
    )
