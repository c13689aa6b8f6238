"""A job as lists, reminders and reports need it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from posixpath import normpath

from careers.places.areas import area
from careers.places.model import Place
from careers.posting.on_github import on_github
from careers.posting.posting import Posting, originals
from careers.posting.slugs import address
from careers.process import read_process
from careers.settings import Settings

_ONTARIO = "CA-ON"


@dataclass(frozen=True, slots=True)
class JobFacts:
    """One posting that is no draft. ``edit`` and ``page`` are addresses, empty where unknown.

    ``openings`` and ``most`` (applications) are None where the posting tells none. ``places`` are
    codes of ISO 3166: of the region where it is known (``CA-ON``), else of the country; empty
    for a place that is not known. ``paths`` are the files of the posting and its translations.
    """

    slug: str
    title: str
    stages: tuple[str, ...] = ()
    is_open: bool = True
    posted: date | None = None
    manager: str = ""
    openings: int | None = None
    most: int | None = None
    edit: str = ""
    page: str = ""
    in_ontario: bool = False
    places: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()


def jobs_of(postings: Iterable[Posting], settings: Settings) -> dict[str, JobFacts]:
    """The jobs of the postings that are no drafts, by their names in labels."""
    every = list(postings)
    paths: dict[str, list[str]] = {}
    for posting in every:
        paths.setdefault(posting.job, []).append(posting.path)
    found = (p for p in originals(every) if p.meta.status != "draft")
    return {p.job: _job(p, settings, paths[p.job]) for p in found}


def _job(posting: Posting, settings: Settings, paths: Iterable[str]) -> JobFacts:
    meta, places = posting.meta, job_places(posting)
    links = on_github(settings.site.repository, settings.site.branch, posting.path)
    return JobFacts(
        slug=posting.job,
        title=posting.title,
        stages=read_process(posting, settings).stages,
        is_open=meta.status == "open",
        posted=meta.posted,
        manager=meta.hiring_manager or "",
        openings=meta.openings,
        most=meta.max_applications,
        edit=links.edit if links else "",
        page=f"{settings.site.url.rstrip('/')}/{address(posting.slug)}/",
        in_ontario=_ONTARIO in places,
        places=places,
        paths=tuple(normpath(path) for path in paths),
    )


def job_places(posting: Posting) -> tuple[str, ...]:
    """Where the work is done, else where it may be done from, as ``JobFacts`` has it."""
    meta = posting.meta
    found: list[object] = [each.found for each in meta.locations]
    found = found or [area(text) for text in meta.remote_from]
    return tuple(sorted({_code(each) for each in found}))


def _code(found: object) -> str:
    """Empty where it is no one place that is known."""
    if not isinstance(found, Place):
        return ""
    return found.region.code if found.region else found.country.code
