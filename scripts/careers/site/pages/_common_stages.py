"""How the company hires, by the processes of all its open postings together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from markupsafe import Markup

from careers.process import APPLIED
from careers.site.content.summary import Summary
from careers.site.content.timeline import Stage, stage_label
from careers.site.model.editions import Edition
from careers.site.model.job import Job


class _Occurrence(NamedTuple):
    """A stage of a job, and how far into its process it stands, from 0 to 1."""

    job: Job
    stage: Stage
    place: float


@dataclass(frozen=True, slots=True)
class Common:
    """A stage of several postings.

    ``times`` are how long it takes, the most usual first; ``html`` is what most of them say, and
    ``example`` the job whose words these are. ``number`` postings have it.
    """

    name: str
    label: str
    times: tuple[str, ...]
    html: Markup
    example: Job
    number: int


def common_stages(summaries: Mapping[str, Summary], edition: Edition) -> list[Common]:
    """The stages of an edition's open postings, in the order in which candidates meet them.

    Postings in another language are left out; applying comes first.
    """
    occurrences: dict[str, list[_Occurrence]] = defaultdict(list)
    for job in (job for job in edition.jobs if job.words is edition.words):
        stages = summaries[job.slug].stages
        for index, stage in enumerate(stages, 1):
            occurrences[stage.name or ""].append(_Occurrence(job, stage, index / len(stages)))
    order = {
        name: (name != APPLIED, sum(each.place for each in every) / len(every), name)
        for name, every in occurrences.items()
    }
    return [
        _common(name, occurrences[name], edition)
        for name in sorted(occurrences, key=order.__getitem__)
    ]


def _common(name: str, every: list[_Occurrence], edition: Edition) -> Common:
    best = _first(Counter([each.stage.html for each in every]))
    example = next(each.job for each in every if each.stage.html == best)
    label = stage_label(name, edition.words)
    times = Counter([each.stage.takes for each in every if each.stage.takes])
    usual = sorted(times, key=lambda time: (-times[time], time))
    return Common(name, label, tuple(usual[:3]), best, example, len(every))


def _first(texts: Counter[Markup]) -> Markup:
    """The most frequent text, the longest of equally frequent ones."""
    return max(texts, key=lambda text: (texts[text], len(text), text))
