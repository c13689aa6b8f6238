"""An open job as job boards list it: an advert for each of its places, which they show by place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from careers.posting.frontmatter import Location
from careers.site.feeds.entry import Entry, uuid_of
from careers.site.i18n.places import area_type, country_name


class Advert(NamedTuple):
    """A job at one place; ``id`` has 36 characters, the job's own for the first of its places."""

    entry: Entry
    id: str
    place: Location


def adverts_of(entry: Entry) -> Iterator[Advert]:
    """An open job once a place, or area that one may work from; once if it names none."""
    areas = filter(None, map(_area, entry.meta.remote_from))
    places = dict.fromkeys(entry.meta.locations or areas) or {Location(): None}
    for index, place in enumerate(places):
        yield Advert(entry, _id(entry, place) if index else entry.uuid, place)


def _id(entry: Entry, place: Location) -> str:
    return uuid_of("advert", f"{entry.key} @ {place.model_dump_json()}")


def _area(name: str) -> Location | None:
    match area_type(name):
        case "Country":
            return Location(country=country_name(name))
        case "State":
            return Location(region=name)
        case _:
            return None
