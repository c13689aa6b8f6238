"""Decides what is published: which posting is open, closed or a draft, at which address."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from careers.posting.frontmatter import Status
from careers.posting.posting import Posting
from careers.settings import Settings
from careers.site.i18n.words import ENGLISH, Words, words
from careers.site.model.apply import default_target
from careers.site.model.linked_files import exercises
from careers.site.model.site import Job, Site
from careers.site.model.urls import address
from careers.text.diagnostics import CareersError


def plan(  # noqa: PLR0913 - a site is made of as much
    postings: Iterable[Posting],
    settings: Settings,
    today: date,
    templates: Mapping[str, str],
    image: Callable[[str, str], bytes | None] = lambda _posting, _target: None,
    *,
    show_drafts: bool = False,
) -> Site:
    """Decide what is published. A posting whose last day has passed is closed.

    A file that is no posting, an exercise that one links to, is no job.

    With ``show_drafts`` a draft has a page as if it were open: for its authors' eyes only.

    Raises CareersError (status 1) that lists each problem of a posting that cannot be read, or
    names the postings that would share an address.
    """
    postings = tuple(postings)
    _require_readable(postings)
    drafts = tuple(p for p in postings if p.meta.status is Status.DRAFT and not show_drafts)
    beside = exercises(postings, settings.stages)
    languages = _languages(templates)
    first = words(templates, settings.site.language) or ENGLISH
    jobs = [
        _job(posting, settings, today, words(templates, posting.meta.language) or first, languages)
        for posting in postings
        if (show_drafts or posting.meta.status is not Status.DRAFT) and posting.path not in beside
    ]
    _require_addresses(jobs)
    jobs.sort(key=lambda job: job.order)
    return Site(
        settings=settings,
        today=today,
        jobs=tuple(job for job in jobs if not job.closed),
        closed=tuple(job for job in jobs if job.closed),
        drafts=drafts,
        templates=templates,
        image=image,
    )


def as_job(site: Site, posting: Posting) -> Job:
    """A posting, whatever its status, as it would stand in a site."""
    first = words(site.templates, site.settings.site.language) or ENGLISH
    own = words(site.templates, posting.meta.language) or first
    return _job(posting, site.settings, site.today, own, _languages(site.templates))


def _job(
    posting: Posting, settings: Settings, today: date, words: Words, languages: frozenset[str]
) -> Job:
    slug = address(posting.slug)
    return Job(
        posting,
        f"job-{slug}" if slug in languages else slug,
        _is_closed(posting, today),
        words,
        default_target(posting, settings.apply.url),
    )


def _languages(templates: Iterable[str]) -> frozenset[str]:
    """The folders of the site's editions: the languages that have a catalogue."""
    names = (name.removesuffix(".po") for name in templates if name.endswith(".po"))
    return frozenset(name.partition("-")[0].lower() for name in names)


def _is_closed(posting: Posting, today: date) -> bool:
    meta = posting.meta
    return meta.status is Status.CLOSED or (meta.closes is not None and meta.closes < today)


def _require_readable(postings: Iterable[Posting]) -> None:
    lines = []
    for posting in postings:
        if posting.readable:
            continue
        syntax = [problem for problem in posting.syntax if problem.severity is None]
        for problem in (*syntax, *(posting.front.problems if posting.front else ())):
            place = f"{posting.path}:{problem.span.line}:{problem.span.column}"
            lines.append(f"\n  {place}: {problem.message}")
    if lines:
        raise CareersError(
            f"nothing was published: these postings cannot be read{''.join(lines)}",
            "`python scripts/validate.py PATH` shows each with its cure",
            status=1,
        )


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
