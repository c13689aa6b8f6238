"""Which labels there should be, and what they look like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from careers.hiring.issues import Label
from careers.hiring.labels.names import (
    ATTENTION,
    BOARD,
    BUCKET,
    DOING,
    FLAG,
    HOLD,
    JOB,
    LEGAL_HOLD,
    OVERDUE,
    REPLY,
    REPORT,
    SCORECARD,
    SOURCE,
    WAITING,
    label_name,
    stage_label,
)
from careers.process import APPLIED, HIRED, REJECTED, TERMINAL, WITHDRAWN

DESCRIPTION_MAX = 100
"""Characters of a label's description (github/docs#32156)."""
_FIRST, _LAST = (0xDB, 0xEA, 0xFE), (0x1E, 0x40, 0xAF)  # from pale to deep blue
_END_COLORS = {HIRED: "1a7f37", REJECTED: "cf222e", WITHDRAWN: "6e7781"}
_END_DESCRIPTIONS = {
    HIRED: "Ended: hired",
    REJECTED: "Ended: we said no",
    WITHDRAWN: "Ended: they said no",
}
_JOB_COLOR, _SOURCE_COLOR = "ededed", "fbefd5"
_APPLIED = "Has applied, nobody has answered yet"
_BUCKET_LOOK = ("eeeeee", "Helps to find a person again; leave it")
_NEEDS = (
    Label(REPLY, "d4351c", "The candidate wrote last, and nobody has answered"),
    Label(OVERDUE, "e16f24", "The next step's day has passed"),
    Label(WAITING, "e7f5ec", "Their move: we wait for the candidate"),
    Label(HOLD, "d8d8d8", "On hold until the day in the issue"),
    Label(LEGAL_HOLD, "3d1d5c", "Must not be erased"),
    Label(ATTENTION, "b60205", "Could not be taken in by itself: a person must settle it"),
    Label(FLAG, "bfdadc", "An answer or a hint that a person should look at"),
    Label(SCORECARD, "c5def5", "A scorecard, for its assignee"),
    Label(BOARD, "0e2a47", "All candidates of one job"),
    Label(DOING, "fbca04", "A plan for many is being carried out"),
    Label(REPORT, "bfd4f2", "How hiring went, week by week; nobody is named"),
)


@dataclass(frozen=True, slots=True)
class JobStages:
    """A job as labels need it."""

    slug: str
    title: str
    stages: tuple[str, ...]


def merge_orders(orders: Iterable[Sequence[str]]) -> list[str]:
    """All stages in one order that agrees with each process, or with the earlier of two.

    Stable: stages that nothing orders stand as they were first met.
    """
    after: dict[str, set[str]] = {}
    for names in orders:
        for stage in names:
            after.setdefault(stage, set())
        for first, second in pairwise(names):
            if not _leads(after, second, first):
                after[first].add(second)
    order: list[str] = []
    while len(order) < len(after):
        left = [stage for stage in after if stage not in order]
        order.append(next(s for s in left if not any(s in after[other] for other in left)))
    return order


def _leads(after: Mapping[str, set[str]], start: str, end: str) -> bool:
    """Whether ``end`` comes after ``start`` already, so that the opposite would be a circle."""
    reached, todo = {start}, [start]
    while todo:
        found = after[todo.pop()] - reached
        reached |= found
        todo += found
    return end in reached


def labels_for(jobs: Sequence[JobStages], sources: Iterable[str] = ("site",)) -> list[Label]:
    """The labels of all jobs: stages in their order, then the ends, jobs, sources, what is needed.

    A description is true for every job that has the stage.
    """
    order = merge_orders(job.stages for job in jobs)
    labels = [
        Label(stage_label(s), _shade(n, len(order)), _described(s)) for n, s in enumerate(order)
    ]
    labels += [
        Label(stage_label(end), _END_COLORS[end], _END_DESCRIPTIONS[end]) for end in TERMINAL
    ]
    labels += [Label(label_name(JOB, job.slug), _JOB_COLOR, _cut(job.title)) for job in jobs]
    labels += [Label(label_name(SOURCE, s), _SOURCE_COLOR, _cut(f"Came by {s}")) for s in sources]
    return [*labels, *_NEEDS]


def buckets_in(live: Iterable[Label]) -> list[Label]:
    """The labels by which people are found again, those that there are, as they should look."""
    names = (label.name for label in live if label.name.casefold().startswith(BUCKET))
    return [Label(name, *_BUCKET_LOOK) for name in names]


def _described(stage: str) -> str:
    if stage == APPLIED:
        return _APPLIED
    return _cut(f"Stands at this step: {stage.replace('-', ' ')}")


def _shade(place: int, count: int) -> str:
    part = place / (count - 1) if count > 1 else 0
    return "".join(f"{round(a + (b - a) * part):02x}" for a, b in zip(_FIRST, _LAST, strict=True))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= DESCRIPTION_MAX else f"{line[: DESCRIPTION_MAX - 1].rstrip()}…"
