"""The stylesheet of every page."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site._site import Site


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """``style.css``, as it stands among the templates."""
    yield "style.css", site.templates["style.css"].encode()
