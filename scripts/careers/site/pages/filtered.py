"""A page for each team, place, workplace and employment: the filters of those without a script."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.model.editions import Edition, editions
from careers.site.model.filters import Value
from careers.site.model.site import Site
from careers.site.pages.index import switch, teams
from careers.site.templating.environment import page


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """``teams/<team>/index.html`` and the like; for German below ``de/``."""
    for edition in editions(site):
        for value in (value for found in edition.filters.values() for value in found):
            yield f"{edition.prefix}{value.path}index.html", _list(site, edition, value)


def _list(site: Site, edition: Edition, value: Value) -> bytes:
    root = "../../" + "../" * bool(edition.prefix)
    values = {
        "value": value,
        "teams": teams(value.jobs),
        "switch": switch(site, value.path),
    }
    return page(site, "list.html.j2", root, edition, **values)
