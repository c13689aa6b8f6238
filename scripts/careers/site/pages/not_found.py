"""What GitHub Pages answers to an address that does not exist."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from careers.site.templating.publication import Publication

NAME = "404.html"
OWNS = (NAME,)


def pages(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """One page. It is served at any depth, so its links begin at the host's root."""
    root = urlsplit(publication.site.url).path
    yield NAME, publication.page("not_found.html.j2", root, searched=True)
