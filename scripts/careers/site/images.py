"""The local images that the pages show, each once, named by what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site._html import rendered
from careers.site._site import Site
from careers.site._tokens import has_images, without_head


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """``images/<name>-<digest>.<ending>``."""
    found: dict[str, bytes] = {}
    for job in (*site.jobs, *site.closed):
        if has_images(without_head(job.posting)):
            found |= rendered(site, job).images
    yield from sorted(found.items())
