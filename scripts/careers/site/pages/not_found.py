"""What GitHub Pages answers to an address that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from careers.site.model.site import Site
from careers.site.templating.environment import page


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """One page. It is served at any depth, so its links begin at the host's root."""
    root = urlsplit(site.url).path
    yield "404.html", page(site, "not_found.html.j2", root, searched=True)
