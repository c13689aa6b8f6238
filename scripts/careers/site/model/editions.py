"""The site in each of its languages: the first page and what hangs on it.

A translation of ``sales.md`` is ``sales.de.md`` with ``language: de``. An edition lists each job
once, in its own language where there is such a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from careers.site.i18n.words import ENGLISH, Words, words
from careers.site.model.filters import Value, filters
from careers.site.model.site import Job, Site
from careers.text.lazy_property import cached_property


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

    @cached_property
    def filters(self) -> dict[str, list[Value]]:
        """Every value that one of its jobs has, by filter."""
        return filters(self.jobs, self.words)

    @cached_property
    def paths(self) -> frozenset[str]:
        """The folders of its lists below its first page."""
        return frozenset(value.path for values in self.filters.values() for value in values)

    def address(self, site: Site, path: str = "") -> str:
        """The canonical address of one of its pages."""
        return f"{site.url}{self.prefix}{path}"


def editions(site: Site) -> tuple[Edition, ...]:
    """The site's own language first, then those of open postings that have a catalogue."""
    if "editions" not in site.shared:
        site.shared["editions"] = tuple(_editions(site))
    return tuple(site.shared["editions"])


def _editions(site: Site) -> list[Edition]:
    first = words(site.templates, site.settings.site.language) or ENGLISH
    found = {_base(first.language): first}
    for job in site.jobs:
        found.setdefault(_base(job.words.language), job.words)
    made = []
    for base, theirs in sorted(found.items(), key=lambda item: (item[1] is not first, item[0])):
        jobs = tuple(_best(group, base) for group in groups(site).values())
        prefix = "" if theirs is first else f"{base}/"
        made.append(Edition(theirs, prefix, jobs))
    return made


def edition_of(site: Site, job: Job | None = None) -> Edition:
    """The edition that a job's page belongs to; the first for a page that is no job's."""
    every = editions(site)
    if job is None or job.words is every[0].words:
        return every[0]
    base = _base(job.words.language)
    return next((one for one in every if _base(one.language) == base), every[0])


def translations(site: Site, job: Job) -> tuple[Job, ...]:
    """The open texts of one job in all their languages, this one among them; none if alone."""
    if "translations" not in site.shared:
        several = (group for group in groups(site).values() if len(group) > 1)
        site.shared["translations"] = {one.slug: group for group in several for one in group}
    found: tuple[Job, ...] = site.shared["translations"].get(job.slug, ())
    return found


def _base(language: str) -> str:
    return language.partition("-")[0].lower()


def key_of(job: Job) -> str:
    """What a job shares with its translations."""
    folder, slash, _ = job.posting.path.rpartition("/")
    return f"{folder}{slash}{job.posting.job}"


def groups(site: Site) -> Mapping[str, tuple[Job, ...]]:
    """The open texts of each job by their key, the original first, in the order of the titles."""
    if "groups" not in site.shared:
        found: dict[str, list[Job]] = {}
        for job in site.jobs:
            found.setdefault(key_of(job), []).append(job)
        for group in found.values():
            group.sort(key=lambda job: len(job.posting.slug))
        site.shared["groups"] = {key: tuple(group) for key, group in found.items()}
    made: Mapping[str, tuple[Job, ...]] = site.shared["groups"]
    return made


def _best(group: tuple[Job, ...], base: str) -> Job:
    if len(group) == 1:
        return group[0]
    return next((job for job in group if _base(job.language) == base), group[0])
