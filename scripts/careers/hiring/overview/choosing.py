"""Which candidates are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from careers.hiring.labels.names import normalize_stage
from careers.hiring.overview.answers import gave
from careers.hiring.overview.row import CandidateRow

NOBODY = "nobody"
"""Whom one asks for to find what has no owner."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Each part narrows; ``stage`` empty means all who are under way. ``waiting``: working days."""

    job: str = ""
    stage: str = ""
    owner: str = ""
    waiting: int | None = None
    answers: tuple[tuple[str, str], ...] = ()

    def of(self, rows: Iterable[CandidateRow]) -> list[CandidateRow]:
        """Those who are meant, longest waiting first."""
        return sorted(filter(self._holds, rows), key=lambda row: (row.since, row.number))

    def _holds(self, row: CandidateRow) -> bool:
        record = row.record
        stage = normalize_stage(self.stage)
        owner = self.owner.removeprefix("@").casefold()
        return (
            (not self.job or self.job.casefold() == record.posting.casefold())
            and (normalize_stage(record.stage) == stage if stage else row.under_way)
            and (not owner or (row.owner.casefold() or NOBODY) == owner)
            and (self.waiting is None or (row.under_way and row.waits >= self.waiting))
            and all(gave(row.issue.body, *asked) for asked in self.answers)
        )
