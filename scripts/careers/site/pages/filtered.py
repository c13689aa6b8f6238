"""A page for each team, place, workplace and employment: the filters of those without a script."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.model.filters import FOLDERS
from careers.site.pages._lists import switch, teams
from careers.site.templating.publication import Publication

OWNS = tuple(FOLDERS.values())


def pages(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """``teams/<team>/index.html`` and the like; for German below ``de/``."""
    for edition in publication.site.editions:
        for value in (value for found in edition.filters.values() for value in found):
            values = {
                "value": value,
                "teams": teams(value.jobs),
                "switch": switch(publication.site, value.path),
            }
            root = f"../../{edition.root}"
            content = publication.page("list.html.j2", root, edition, **values)
            yield f"{edition.prefix}{value.path}index.html", content
