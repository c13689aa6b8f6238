"""What crawlers are told: everything may be read, and where the sitemap is."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.templating.publication import Publication

NAME = "robots.txt"
OWNS = (NAME,)


def pages(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """``robots.txt``. Closed pages are not barred: a crawler must read their ``noindex``."""
    yield NAME, f"User-agent: *\nAllow: /\n\nSitemap: {publication.site.url}sitemap.xml\n".encode()
