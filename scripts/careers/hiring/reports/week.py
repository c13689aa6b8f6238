"""What happened in the last seven days, by job."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from careers.hiring.overview.row import CandidateRow
from careers.hiring.record.visits import visits
from careers.hiring.reports.support.facts import Facts
from careers.hiring.reports.support.table import ReportTable, Value
from careers.process import HIRED, REJECTED, TERMINAL, WITHDRAWN

ORDER = 10
_WEEK = timedelta(days=7)


def table(facts: Facts) -> ReportTable:
    """Applications, moves and ends; and who waits longer than was meant."""
    heads = ("job", "applied", "moved on", "said no", "withdrew", "hired", "under way", "late")
    lines: tuple[tuple[Value, ...], ...] = tuple(
        (job, *_counts(rows, facts)) for job, rows in facts.by_job()
    )
    return ReportTable("week", "Last seven days", heads, lines)


def _counts(rows: Sequence[CandidateRow], facts: Facts) -> tuple[int, ...]:
    start = facts.today - _WEEK
    moves = [
        visit
        for row in rows
        for place, visit in enumerate(visits(row.record))
        if place and facts.days.day_of(visit.start) > start
    ]
    applied = sum(facts.days.day_of(row.record.history[0].when) > start for row in rows)
    moved = sum(visit.stage not in TERMINAL for visit in moves)
    ends = (sum(visit.stage == end for visit in moves) for end in (REJECTED, WITHDRAWN, HIRED))
    here = [row for row in rows if row.under_way]
    return applied, moved, *ends, len(here), sum(row.late > 0 for row in here)
