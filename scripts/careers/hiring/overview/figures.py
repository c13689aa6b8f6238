"""What is counted of a job's candidates: how far they came, and how long it took."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from careers.hiring.labels.definitions import merge_orders
from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.overview.row import CandidateRow
from careers.hiring.record.model import Record
from careers.hiring.record.visits import visits
from careers.process import HIRED, TERMINAL

_NINE_OF_TEN = 0.9


@dataclass(frozen=True, slots=True)
class StageFigures:
    """One stage. ``reached`` have been in it, ``passed`` went on from it to a later one or hired.

    ``days`` are those (calendar) that each visit took which has ended.
    """

    stage: str
    now: int
    ours: int
    reached: int
    passed: int
    days: tuple[int, ...]


def stage_figures(rows: Sequence[CandidateRow], days: WorkingDays) -> list[StageFigures]:
    """The stages of all their processes, in order."""
    order = merge_orders(row.record.stages for row in rows)
    took = _durations((row.record for row in rows), days)
    reached = [{visit.stage for visit in visits(row.record)} for row in rows]
    return [
        StageFigures(
            stage=stage,
            now=sum(row.record.stage == stage for row in rows),
            ours=sum(row.record.stage == stage and row.ours for row in rows),
            reached=sum(stage in names for names in reached),
            passed=sum(_passed(row.record, stage) for row in rows),
            days=tuple(sorted(took.get(stage, ()))),
        )
        for stage in order
    ]


def _durations(records: Iterable[Record], days: WorkingDays) -> dict[str, list[int]]:
    took: dict[str, list[int]] = {}
    for record in records:
        for visit in visits(record):
            if visit.end and visit.stage not in TERMINAL:
                spent = days.day_of(visit.end) - days.day_of(visit.start)
                took.setdefault(visit.stage, []).append(spent.days)
    return took


def _passed(record: Record, stage: str) -> bool:
    """Whether they went on from a stage, and were not last taken back to it or before it."""
    if stage not in record.stages:
        return False
    later = {HIRED, *record.stages[record.stages.index(stage) + 1 :]}
    return any(visit.stage == stage and visit.to in later for visit in visits(record))


def middle(values: Sequence[int]) -> int | None:
    """The median in whole days; None of nothing."""
    return round(median(values)) if values else None


def ninetieth(values: Sequence[int]) -> int | None:
    """The 90th percentile by the nearest rank: nine of ten took no longer; None of nothing."""
    return sorted(values)[ceil(_NINE_OF_TEN * len(values)) - 1] if values else None


def ended_as(rows: Iterable[CandidateRow], stage: str) -> int:
    """How many ended so."""
    return sum(row.record.stage == stage for row in rows)
