"""The stylesheet of every page."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.templating.publication import Publication
from careers.site.templating.theme import tokens

NAME = "style.css"
OWNS = (NAME,)


def pages(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """``style.css``: the template, and behind it what the company's theme sets."""
    site = publication.site
    yield NAME, (site.templates[NAME] + tokens(site.settings.theme)).encode()
