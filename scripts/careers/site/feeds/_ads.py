"""An open job as job boards list it: an advert for each of its places, which they show by place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from careers.places.areas import Area, areas
from careers.places.model import Found, Place
from careers.posting.place_of_work import Location
from careers.site.feeds.entry import Entry, uuid_of


class Advert(NamedTuple):
    """A job at one place; ``id`` has 36 characters, the job's own for the first of its places."""

    entry: Entry
    id: str
    place: Location


def adverts_of(entry: Entry) -> Iterator[Advert]:
    """An open job once a place, or area that one may work from; once if it names none."""
    remote = filter(None, map(_area, areas(entry.meta.remote_from)))
    places = dict.fromkeys(entry.meta.places or remote) or {Location(): None}
    for index, place in enumerate(places):
        yield Advert(entry, _id(entry, place) if index else entry.uuid, place)


def _id(entry: Entry, place: Location) -> str:
    return uuid_of("advert", f"{entry.key} @ {place.model_dump_json()}")


def _area(found: Area | Found) -> Location | None:
    """A country, state or city that one may work from; of groups of countries no advert is made."""
    if not isinstance(found, Place):
        return None
    region = found.region.name if found.region and found.region_written else None
    return Location(city=found.city, region=region, country=found.country.name)
