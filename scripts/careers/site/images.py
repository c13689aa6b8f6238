"""The local images that the pages show, each once, named by what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site._figures import shown
from careers.site._html import rendered
from careers.site._site import Site
from careers.site._theme import brand
from careers.site._tokens import has_images, without_head
from careers.site.documents import documents


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """``images/<name>-<digest>.<ending>``."""
    found: dict[str, bytes] = {}
    for job in (*site.jobs, *site.closed):
        if has_images(without_head(job.posting)):
            found |= shown(site, rendered(site, job))
    for _, text in documents(site).values():
        found |= shown(site, text)
    if logo := brand(site):
        found[logo.path] = logo.data
    yield from sorted(found.items())
