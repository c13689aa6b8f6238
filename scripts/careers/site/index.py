"""The first page: the open postings by team."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site._linked import of_first_page
from careers.site._pages import page
from careers.site._site import Site


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """One page, with or without open jobs."""
    jsonld = of_first_page(site)
    yield "index.html", page(site, "index.html.j2", "", teams=site.teams, jsonld=jsonld)
