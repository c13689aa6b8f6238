"""The addresses that search engines should know: first pages, lists of jobs, every open job."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.model.job import Job
from careers.site.model.site import Site
from careers.site.templating.publication import Publication
from careers.text.xml import document, element

NAME = "sitemap.xml"
OWNS = (NAME,)
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def pages(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """``sitemap.xml``. ``lastmod`` is git's, else the day of posting; never an invented one."""
    yield NAME, document("urlset", _addresses(publication.site), xmlns=_NAMESPACE)


def _addresses(site: Site) -> Iterator[bytes]:
    days = {job.slug: _changed(site, job) for job in (*site.jobs, *site.closed)}
    # Closing a job changes the first page as much as opening one.
    latest = max(filter(None, days.values()), default=None)
    for edition in site.editions:
        yield _url(edition.address(site), latest)
        for values in edition.filters.values():
            for value in values:
                changes = filter(None, (days[job.slug] for job in value.jobs))
                yield _url(edition.address(site, value.path), max(changes, default=None))
    for job in site.jobs:
        yield _url(site.url_of(job), days[job.slug])


def _url(address: str, changed: str | None) -> bytes:
    lastmod = element("lastmod", changed) if changed else None
    return element("url", element("loc", address), lastmod)


def _changed(site: Site, job: Job) -> str | None:
    moment = site.changed.get(job.posting.path)
    posted = job.meta.posted
    day = moment.date() if moment else posted
    return day.isoformat() if day else None
