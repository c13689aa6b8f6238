"""Which labels there should be, and what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from careers.hiring.actions import Label
from careers.hiring.labels.names import JOB, SOURCE, label_name, stage_label
from careers.process import HIRED, REJECTED, TERMINAL, WITHDRAWN

DESCRIPTION_MAX = 100
"""Characters of a label's description (github/docs#32156)."""
_FIRST, _LAST = (0xDB, 0xEA, 0xFE), (0x1E, 0x40, 0xAF)  # from pale to deep blue
_END_COLORS = {HIRED: "1a7f37", REJECTED: "cf222e", WITHDRAWN: "6e7781"}
_END_DESCRIPTIONS = {
    HIRED: "The candidate was hired",
    REJECTED: "The company said no",
    WITHDRAWN: "The candidate said no",
}
_JOB_COLOR, _SOURCE_COLOR = "ededed", "fbefd5"
_LINK = re.compile(r"!?\[([^\]]*)\]\([^()]*(?:\([^()]*\))?[^()]*\)")
_EMPHASIS = re.compile(r"\*\*|__|`")


@dataclass(frozen=True, slots=True)
class JobStages:
    """A job as labels need it: ``steps`` says what each stage is, in the author's words."""

    slug: str
    title: str
    stages: tuple[str, ...]
    steps: Mapping[str, str]


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
    """The labels of all jobs: stages in their order, then the ends, jobs, sources."""
    order = merge_orders(job.stages for job in jobs)
    described: dict[str, str] = {}
    for job in jobs:
        for stage in job.stages:
            words = _plain_text(job.steps.get(stage) or _spelled_out(stage))
            described.setdefault(stage, _cut(words))
    labels = [
        Label(stage_label(s), _shade(n, len(order)), described[s]) for n, s in enumerate(order)
    ]
    labels += [
        Label(stage_label(end), _END_COLORS[end], _END_DESCRIPTIONS[end]) for end in TERMINAL
    ]
    labels += [Label(label_name(JOB, job.slug), _JOB_COLOR, _cut(job.title)) for job in jobs]
    return labels + [
        Label(label_name(SOURCE, s), _SOURCE_COLOR, _cut(f"Came by {s}")) for s in sources
    ]


def plain_label(name: str) -> Label:
    """A label that no posting asks for any longer, such as a pinned stage's."""
    return Label(name, "c5def5", _cut(_spelled_out(name.split(":", 1)[-1])))


def _plain_text(step: str) -> str:
    """A step's words without the Markdown of links and emphasis: a label shows plain text."""
    return _EMPHASIS.sub("", _LINK.sub(r"\1", step))


def _spelled_out(stage: str) -> str:
    return stage.replace("-", " ").capitalize()


def _shade(place: int, count: int) -> str:
    part = place / (count - 1) if count > 1 else 0
    return "".join(f"{round(a + (b - a) * part):02x}" for a, b in zip(_FIRST, _LAST, strict=True))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= DESCRIPTION_MAX else f"{line[: DESCRIPTION_MAX - 1].rstrip()}…"
