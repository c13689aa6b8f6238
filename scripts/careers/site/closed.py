"""A page for each closed posting: it says so, shows the text, and leads to the open jobs.

GitHub Pages cannot answer 410 (gone), so the page asks search engines to forget it.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.site._html import rendered
from careers.site._pages import page
from careers.site._site import Job, Site

SHOWN = 5


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """One page a posting, where its open page was."""
    for job in site.closed:
        text = rendered(site, job).html
        values = {"job": job, "text": text, "similar": similar(site, job)}
        yield f"{job.slug}/index.html", page(site, "closed.html.j2", "../", **values)


def similar(site: Site, job: Job) -> list[Job]:
    """The open jobs to offer instead: those of the same team first."""
    return sorted(site.jobs, key=lambda other: not job.team or other.team != job.team)[:SHOWN]
