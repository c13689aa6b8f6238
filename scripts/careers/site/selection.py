"""Decides what is published: which posting is open, closed or a draft, at which address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from careers.checks.support.shape import is_other_file
from careers.posting.frontmatter import Status
from careers.posting.posting import Posting
from careers.settings import Settings
from careers.site.i18n.words import ENGLISH, Words, words
from careers.site.model.apply import default_target, filled
from careers.site.model.job import Job
from careers.site.model.linked_files import exercises
from careers.site.model.site import Site, no_file
from careers.site.model.urls import address
from careers.site.outputs import owned
from careers.text.diagnostics import CareersError


def site_of(  # noqa: PLR0913 - a site is made of as much
    postings: Iterable[Posting],
    settings: Settings,
    today: date,
    templates: Mapping[str, str],
    image: Callable[[str, str], bytes | None] = no_file,
    *,
    show_drafts: bool = False,
) -> Site:
    """Decide what is published. A posting whose last day has passed is closed.

    A file that reads as no posting, or an exercise that one links to, is no job.
    Postings are looked at one by one: no more is kept of each than a site needs.

    With ``show_drafts`` a draft has a page as if it were open: for its authors' eyes only.

    Raises CareersError (status 1) that lists each problem of a posting that cannot be read, or
    names the postings that would share an address.
    """
    others: list[str] = []
    found = _without_others(_readable(postings), others)
    titled = [(p.compact(), p.title, _language(p, settings)) for p in found]
    left_out = exercises((posting for posting, *_ in titled), settings)
    drafts, jobs = [], []
    make = _Maker(settings, today, templates, owned(templates))
    for posting, title, language in titled:
        if posting.meta.status is Status.DRAFT and not show_drafts:
            drafts.append(posting.path)
        elif posting.path not in left_out:
            jobs.append(make.job(posting, title, language))
    _require_addresses(jobs)
    jobs = list(_with_aliases(jobs, make.taken))
    jobs.sort(key=lambda job: job.order)
    return Site(
        settings=settings,
        today=today,
        jobs=tuple(job for job in jobs if not job.closed),
        closed=tuple(job for job in jobs if job.closed),
        drafts=tuple(drafts),
        others=(*others, *sorted(left_out)),
        templates=templates,
        image=image,
    )


@dataclass(frozen=True)
class _Maker:
    """Makes jobs of postings. ``taken`` are names that other pages have."""

    settings: Settings
    today: date
    templates: Mapping[str, str]
    taken: frozenset[str]

    def job(self, posting: Posting, title: str, language: str) -> Job:
        slug = address(posting.slug)
        return Job(
            posting,
            title,
            f"job-{slug}" if slug in self.taken else slug,
            self._is_closed(posting),
            self._words(language),
            default_target(posting, self.settings.apply),
            self.settings.apply.form and filled(self.settings.apply.form, posting),
            language=language,
        )

    def _words(self, language: str) -> Words:
        return (
            words(self.templates, language)
            or words(self.templates, self.settings.site.language)
            or ENGLISH
        )

    def _is_closed(self, posting: Posting) -> bool:
        meta = posting.meta
        over = meta.closes is not None and meta.closes < self.today
        return meta.status is Status.CLOSED or over


def _language(posting: Posting, settings: Settings) -> str:
    """The language of a text: as it is written, else as it was told, else the site's."""
    if "language" in posting.meta.model_fields_set:
        return posting.meta.language
    return posting.language.tag or settings.site.language


def _without_others(postings: Iterable[Posting], others: list[str]) -> Iterator[Posting]:
    """The files that are postings; the paths of those that are none are added to ``others``."""
    for posting in postings:
        if is_other_file(posting):
            others.append(posting.path)
        else:
            yield posting


def _readable(postings: Iterable[Posting]) -> Iterator[Posting]:
    """The postings. Raises CareersError once all were looked at, where some cannot be read."""
    lines = []
    for posting in postings:
        if posting.readable:
            yield posting
            continue
        syntax = [problem for problem in posting.syntax if problem.severity is None]
        for problem in (*syntax, *(posting.front.problems if posting.front else ())):
            place = f"{posting.path}:{problem.span.line}:{problem.span.column}"
            lines.append(f"\n  {place}: {problem.message}")
    if lines:
        raise CareersError(
            f"nothing was published: these postings cannot be read{''.join(lines)}",
            "`careers validate PATH` shows each with its cure",
            status=1,
        )


def _with_aliases(jobs: Iterable[Job], owned_names: frozenset[str]) -> Iterator[Job]:
    """The jobs with the addresses that they had, where no page has one of them now."""
    every = list(jobs)
    taken = {job.slug for job in every} | owned_names
    for job in every:
        earlier = dict.fromkeys(address(alias) for alias in job.meta.aliases)
        aliases = tuple(alias for alias in earlier if alias not in taken)
        taken |= set(aliases)
        yield replace(job, aliases=aliases) if aliases else job


def _require_addresses(jobs: Iterable[Job]) -> None:
    taken: dict[str, Job] = {}
    for job in jobs:
        if other := taken.get(job.slug):
            raise CareersError(
                f"{other.posting.path} and {job.posting.path} would both be published"
                f" at `{job.slug}/`",
                "rename one of the files",
                status=1,
            )
        taken[job.slug] = job
