"""The first page of each edition, which lists its open jobs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from careers.site.i18n.words import languages
from careers.site.pages._lists import switch, teams
from careers.site.structured_data.page import of_first_page
from careers.site.templating.publication import Publication

NAME = "index.html"


def owns(templates: Mapping[str, str]) -> set[str]:
    """The first page, and the folder of each language that the site may have."""
    return {NAME, *languages(templates)}


def pages(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """``index.html``; for German below ``de/``."""
    site = publication.site
    jsonld = of_first_page(site)
    for edition in site.editions:
        values = {
            "teams": teams(edition.jobs),
            "jsonld": "" if edition.prefix else jsonld,
            "switch": switch(site, ""),
        }
        content = publication.page("index.html.j2", edition.root, edition, **values)
        yield f"{edition.prefix}{NAME}", content
