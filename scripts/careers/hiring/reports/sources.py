"""Where candidates came from, and how far: by job."""

from __future__ import annotations

from collections.abc import Sequence

from careers.hiring.overview.groups import OTHERS, folded
from careers.hiring.overview.row import CandidateRow
from careers.hiring.record.visits import visits
from careers.hiring.reports.support.facts import Facts
from careers.hiring.reports.support.table import ReportTable, Value
from careers.process import APPLIED, HIRED, TERMINAL

ORDER = 40
NOTE = "Sources of fewer than five people are counted together as *others*."


def table(facts: Facts) -> ReportTable:
    """A line a source."""
    heads = ("job", "source", "applied", "went on", "hired")
    lines = tuple(line for job, rows in facts.by_job() for line in _lines(job, rows))
    return ReportTable("sources", "Sources", heads, lines, keys=2, note=NOTE)


def _lines(job: str, rows: Sequence[CandidateRow]) -> list[tuple[Value, ...]]:
    groups = folded(row.record.source for row in rows)
    named = {name for name, _ in groups}
    lines: list[tuple[Value, ...]] = []
    for name, count in groups:
        its = [row for row in rows if _group(row, named) == name]
        lines.append(
            (
                job,
                name,
                count,
                sum(_went_on(row) for row in its),
                sum(row.record.stage == HIRED for row in its),
            )
        )
    return lines


def _group(row: CandidateRow, named: set[str]) -> str:
    return row.record.source if row.record.source in named else OTHERS


def _went_on(row: CandidateRow) -> bool:
    """Whether they came further than the first stage."""
    return any(v.stage not in {APPLIED, *TERMINAL} or v.stage == HIRED for v in visits(row.record))
