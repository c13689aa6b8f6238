"""By what open jobs are sorted: team, place, workplace, employment; each value has an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from careers.site.i18n.facts import KINDS, WORKPLACES, place
from careers.site.model.urls import address
from careers.text.lazy_property import cached_property

if TYPE_CHECKING:
    from careers.posting.frontmatter import FrontMatter
    from careers.site.i18n.words import Words
    from careers.site.model.site import Job

# The folder of each, in the order of a candidate's questions.
FOLDERS = {
    "team": "teams",
    "place": "places",
    "workplace": "workplaces",
    "employment": "employment",
}


@dataclass
class Value:
    """One value of a filter: its words, its name in addresses, and the jobs that have it."""

    kind: str
    label: str
    slug: str
    jobs: list[Job] = field(default_factory=list)

    @cached_property
    def path(self) -> str:
        """The folder of its page below the first page."""
        return f"{FOLDERS[self.kind]}/{self.slug}/"


def values(meta: FrontMatter, words: Words) -> Iterator[tuple[str, str, str]]:
    """What a posting is sorted by: (filter, name in addresses, words).

    The name does not depend on the language.
    """
    if meta.team:
        yield "team", address(meta.team), meta.team
    for location in meta.locations:
        # In English whatever the page's language, so that an address stays what it is.
        yield "place", address(place(location)), place(location, words)
    if meta.workplace:
        yield "workplace", meta.workplace.value, words(WORKPLACES[meta.workplace])
    for kind in meta.employment:
        yield "employment", kind.value, words(KINDS[kind])


def filters(jobs: Iterable[Job], words: Words) -> dict[str, list[Value]]:
    """Every value that a job has, by filter, in the order of the alphabet."""
    found: dict[tuple[str, str], Value] = {}
    for job in jobs:
        named = job.values if job.words is words else values(job.posting.meta, words)
        for kind, slug, label in dict.fromkeys(named):
            value = found.setdefault((kind, slug), Value(kind, label, slug))
            if not value.jobs or value.jobs[-1] is not job:
                value.jobs.append(job)
    ordered = sorted(found.values(), key=lambda value: (value.label.casefold(), value.slug))
    return {kind: [v for v in ordered if v.kind == kind] for kind in FOLDERS}
