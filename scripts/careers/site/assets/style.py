"""The stylesheet of every page."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.brand.stylesheet import tokens
from careers.site.templating.publication import Publication

NAME = "style.css"
OWNS = (NAME,)


def pages(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """``style.css``: the company's tokens, and behind them the template."""
    site = publication.site
    yield NAME, (tokens(site.settings) + site.templates[NAME]).encode()
