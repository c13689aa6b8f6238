"""The local images that the pages show, each once, named by what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.content.render import rendered
from careers.site.content.responsive_images import shown
from careers.site.model.site import Job, Site
from careers.site.pages.documents import documents
from careers.site.templating.theme import brand

OF_TEXTS = True


def of(site: Site, job: Job) -> Iterator[tuple[str, bytes]]:
    """``images/<name>-<digest>.<ending>`` of a job's text; others may show the same."""
    yield from sorted(shown(site, rendered(site, job)).items())


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """Those of the files that postings lead to, and the logo."""
    found: dict[str, bytes] = {}
    for _, text in documents(site).values():
        found |= shown(site, text)
    if logo := brand(site):
        found[logo.path] = logo.data
    yield from sorted(found.items())
