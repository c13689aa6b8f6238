"""What crawlers are told: everything may be read, and where the sitemap is."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.model.site import Site


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """``robots.txt``. Closed pages are not barred: a crawler must read their ``noindex``."""
    yield "robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site.url}sitemap.xml\n".encode()
