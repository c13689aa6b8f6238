"""How the company hires: each process that its open postings have, by itself and as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from babel.lists import format_list

from careers.site.content.summary import Summary
from careers.site.content.timeline import TimelineStep
from careers.site.model.editions import Edition
from careers.site.model.filters import FOLDERS
from careers.site.model.job import Job

_MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class SharedProcess:
    """Steps that several jobs share, in the words of one of them, the ``example``.

    ``name`` says whose it is; empty where all open jobs have it. ``path`` is the page that lists
    just these jobs, below the edition's first page; None where there is none.
    """

    name: str
    jobs: tuple[Job, ...]
    path: str | None
    steps: tuple[TimelineStep, ...]
    example: Job

    @property
    def number(self) -> int:
        """How many jobs have it."""
        return len(self.jobs)


def processes(summaries: Mapping[str, Summary], edition: Edition) -> list[SharedProcess]:
    """The processes of an edition's open postings, that of most jobs first.

    Postings in another language are left out.
    """
    found: dict[tuple[str, ...], list[Job]] = {}
    for job in (job for job in edition.jobs if job.words is edition.words):
        labels = tuple(stage.label for stage in summaries[job.slug].stages)
        if labels:
            found.setdefault(labels, []).append(job)
    ordered = sorted(found.values(), key=lambda jobs: (-len(jobs), jobs[0].order))
    names = _names(ordered, edition)
    return [
        _process(name, jobs, summaries, edition) for name, jobs in zip(names, ordered, strict=True)
    ]


def _process(
    name: str, jobs: list[Job], summaries: Mapping[str, Summary], edition: Edition
) -> SharedProcess:
    example = max(jobs, key=lambda job: sum(len(s.html) for s in summaries[job.slug].stages))
    return SharedProcess(
        name, tuple(jobs), _path(jobs, edition), summaries[example.slug].stages, example
    )


def _names(groups: list[list[Job]], edition: Edition) -> list[str]:
    """A name for each, no two alike: its teams, else its titles, else these with a number."""
    if len(groups) == 1:
        return [""]
    taken: list[str] = []
    for number, jobs in enumerate(groups, 1):
        teams = _listed([job.team or job.title for job in jobs], edition)
        titles = _listed([job.title for job in jobs], edition)
        free = (name for name in (teams, titles) if name not in taken)
        taken.append(next(free, f"{titles} ({number})"))
    return taken


def _listed(names: list[str], edition: Edition) -> str:
    """Names in a line, the most frequent first."""
    count = Counter(names)
    ordered = sorted(count, key=lambda name: (-count[name], name))
    if len(ordered) > _MOST_NAMES:
        ordered = [*ordered[:_MOST_NAMES], edition.words("others")]
    return str(format_list(ordered, locale=edition.words.locale))


def _path(jobs: list[Job], edition: Edition) -> str | None:
    """The page of all jobs, or of a team whose jobs these are, all of them."""
    if len(jobs) == len(edition.jobs):
        return ""
    mine = {job.slug for job in jobs}
    lists = (v for v in edition.filters["team"] if {job.slug for job in v.jobs} == mine)
    return next((f"{FOLDERS['team']}/{value.slug}/" for value in lists), None)
