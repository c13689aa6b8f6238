"""What every report is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.overview.job import JobFacts
from careers.hiring.overview.row import CandidateRow
from careers.hiring.settings import CandidatesSettings


@dataclass(frozen=True)
class Facts:
    """All candidates, the jobs they applied to, when the company works, and what day it is."""

    rows: tuple[CandidateRow, ...]
    jobs: Mapping[str, JobFacts]
    days: WorkingDays
    people: CandidatesSettings
    today: date

    def by_job(self) -> list[tuple[str, list[CandidateRow]]]:
        """The candidates of each job, by its name in labels."""
        found: dict[str, list[CandidateRow]] = {}
        for row in self.rows:
            found.setdefault(row.record.posting, []).append(row)
        return sorted(found.items())
