"""The site in each of its languages: the first page and what hangs on it.

A translation of ``sales.md`` is ``sales.de.md`` with ``language: de``. An edition lists each job
once, in its own language where there is such a text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from careers.site.model.filters import FOLDERS, values
from careers.site.model.job import Job

if TYPE_CHECKING:
    from careers.site.i18n.words import Words

Translations = Mapping[str, tuple[Job, ...]]
"""The open texts of each job by their key, the original first, in the order of the titles."""


class _Address(Protocol):
    @property
    def url(self) -> str: ...


@dataclass
class Value:
    """One value of a filter: its words, its name in addresses, and the jobs that have it."""

    kind: str
    label: str
    slug: str
    jobs: list[Job] = field(default_factory=list)

    @property
    def path(self) -> str:
        """The folder of its page below the first page."""
        return f"{FOLDERS[self.kind]}/{self.slug}/"


@dataclass(frozen=True, eq=False)
class Edition:
    """``prefix`` leads from the site's first page to this edition's: empty, or ``de/``."""

    words: Words
    prefix: str
    jobs: tuple[Job, ...]

    @property
    def language(self) -> str:
        """The language of its pages (BCP 47)."""
        return self.words.language

    @property
    def root(self) -> str:
        """Leads from its first page to the site's."""
        return "../" * bool(self.prefix)

    @cached_property
    def filters(self) -> dict[str, list[Value]]:
        """Every value that one of its jobs has, by filter, in the order of the alphabet."""
        every: dict[tuple[str, str], Value] = {}
        for job in self.jobs:
            for kind, slug, label in dict.fromkeys(self._values(job)):
                value = every.setdefault((kind, slug), Value(kind, label, slug))
                if not value.jobs or value.jobs[-1] is not job:
                    value.jobs.append(job)
        ordered = sorted(every.values(), key=lambda value: (value.label.casefold(), value.slug))
        return {kind: [v for v in ordered if v.kind == kind] for kind in FOLDERS}

    def _values(self, job: Job) -> Iterable[tuple[str, str, str]]:
        return job.values if job.words is self.words else values(job.meta, self.words)

    @cached_property
    def paths(self) -> frozenset[str]:
        """The folders of its lists below its first page."""
        return frozenset(value.path for values in self.filters.values() for value in values)

    def address(self, site: _Address, path: str = "") -> str:
        """The canonical address of one of its pages."""
        return f"{site.url}{self.prefix}{path}"


def editions(jobs: Sequence[Job], translations: Translations, first: Words) -> tuple[Edition, ...]:
    """The site's own language ``first``, then those of open jobs that have a catalogue."""
    languages = {_base(first.language): first}
    for job in jobs:
        languages.setdefault(_base(job.words.language), job.words)
    ordered = sorted(languages.items(), key=lambda item: (item[1] is not first, item[0]))
    every = []
    for base, words in ordered:
        best = tuple(_best(group, base) for group in translations.values())
        every.append(Edition(words, "" if words is first else f"{base}/", best))
    return tuple(every)


def edition_of(every: Sequence[Edition], job: Job) -> Edition:
    """The edition that a job's page belongs to."""
    if job.words is every[0].words:
        return every[0]
    base = _base(job.words.language)
    return next((edition for edition in every if _base(edition.language) == base), every[0])


def by_key(jobs: Iterable[Job]) -> Translations:
    """Jobs with their translations."""
    groups: dict[str, list[Job]] = {}
    for job in jobs:
        groups.setdefault(job.key, []).append(job)
    for group in groups.values():
        group.sort(key=lambda job: len(job.posting.slug))
    return {key: tuple(group) for key, group in groups.items()}


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def _best(group: tuple[Job, ...], base: str) -> Job:
    if len(group) == 1:
        return group[0]
    return next((job for job in group if _base(job.language) == base), group[0])
