"""Which labels there should be, and what they look like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from careers.hiring.actions import Label
from careers.hiring.names import JOB, SOURCE, label, stage_label
from careers.process import HIRED, REJECTED, TERMINAL, WITHDRAWN

DESCRIPTION_MAX = 100
"""Characters of a label's description (github/docs#32156)."""
_FIRST, _LAST = (0xDB, 0xEA, 0xFE), (0x1E, 0x40, 0xAF)  # from pale to deep blue
_ENDS = {HIRED: "1a7f37", REJECTED: "cf222e", WITHDRAWN: "6e7781"}
_SAID = {
    HIRED: "The candidate was hired",
    REJECTED: "The company said no",
    WITHDRAWN: "The candidate said no",
}
_JOB, _SOURCE = "ededed", "fbefd5"
_LINK = re.compile(r"!?\[([^\]]*)\]\([^()]*(?:\([^()]*\))?[^()]*\)")
_EMPHASIS = re.compile(r"\*\*|__|`")


@dataclass(frozen=True, slots=True)
class Job:
    """A posting as labels need it: ``steps`` says what each stage is, in the author's words."""

    slug: str
    title: str
    stages: tuple[str, ...]
    steps: Mapping[str, str]


def merged(orders: Iterable[Sequence[str]]) -> list[str]:
    """All stages in one order that agrees with each process, or with the earlier of two.

    Stable: stages that nothing orders stand as they were first met.
    """
    after: dict[str, set[str]] = {}
    for order in orders:
        for stage in order:
            after.setdefault(stage, set())
        for first, second in pairwise(order):
            if not _leads(after, second, first):
                after[first].add(second)
    made: list[str] = []
    while len(made) < len(after):
        left = [stage for stage in after if stage not in made]
        made.append(next(s for s in left if not any(s in after[other] for other in left)))
    return made


def _leads(after: Mapping[str, set[str]], start: str, end: str) -> bool:
    """Whether ``end`` comes after ``start`` already, so that the opposite would be a circle."""
    seen, todo = {start}, [start]
    while todo:
        found = after[todo.pop()] - seen
        seen |= found
        todo += found
    return end in seen


def wanted(jobs: Sequence[Job], sources: Iterable[str] = ("site",)) -> list[Label]:
    """The labels of all jobs: stages in their order, then the ends, jobs, sources."""
    order = merged(job.stages for job in jobs)
    said: dict[str, str] = {}
    for job in jobs:
        for stage in job.stages:
            said.setdefault(stage, _cut(_unmarked(job.steps.get(stage) or _plain(stage))))
    made = [Label(stage_label(s), _shade(n, len(order)), said[s]) for n, s in enumerate(order)]
    made += [Label(stage_label(end), _ENDS[end], _SAID[end]) for end in TERMINAL]
    made += [Label(label(JOB, job.slug), _JOB, _cut(job.title)) for job in jobs]
    return made + [Label(label(SOURCE, s), _SOURCE, _cut(f"Came by {s}")) for s in sources]


def one(name: str) -> Label:
    """A label that no posting asks for any longer, such as a pinned stage's."""
    return Label(name, "c5def5", _cut(_plain(name.split(":", 1)[-1])))


def _unmarked(step: str) -> str:
    """A step's words without the Markdown of links and emphasis: a label shows plain text."""
    return _EMPHASIS.sub("", _LINK.sub(r"\1", step))


def _plain(stage: str) -> str:
    return stage.replace("-", " ").capitalize()


def _shade(place: int, count: int) -> str:
    part = place / (count - 1) if count > 1 else 0
    return "".join(f"{round(a + (b - a) * part):02x}" for a, b in zip(_FIRST, _LAST, strict=True))


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= DESCRIPTION_MAX else f"{line[: DESCRIPTION_MAX - 1].rstrip()}…"
