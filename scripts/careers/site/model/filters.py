"""By what open jobs are sorted: team, place, workplace, employment; each value has an address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from careers.site.i18n.facts import KINDS, WORKPLACES, place
from careers.site.model.urls import address

if TYPE_CHECKING:
    from careers.posting.frontmatter import FrontMatter
    from careers.site.i18n.words import Words

# The folder of each, in the order of a candidate's questions.
FOLDERS = {
    "team": "teams",
    "place": "places",
    "workplace": "workplaces",
    "employment": "employment",
}


def values(meta: FrontMatter, words: Words) -> Iterator[tuple[str, str, str]]:
    """What a posting is sorted by: (filter, name in addresses, words).

    The name does not depend on the language.
    """
    if meta.team:
        yield "team", address(meta.team), meta.team
    for location in meta.places:
        # In English whatever the page's language, so that an address stays what it is.
        yield "place", address(place(location.canonical)), place(location, words)
    if meta.workplace:
        yield "workplace", meta.workplace.value, words(WORKPLACES[meta.workplace])
    for kind in meta.employment:
        yield "employment", kind.value, words(KINDS[kind])
