"""The stylesheet of every page."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.model.site import Site
from careers.site.templating.theme import tokens


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """``style.css``: the template, and behind it what the company's theme sets."""
    yield "style.css", (site.templates["style.css"] + tokens(site.settings.theme)).encode()
