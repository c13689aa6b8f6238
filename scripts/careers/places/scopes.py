"""The last part of a place, ``CA`` or ``Germany``: what it may mean, and what lies there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from careers.places.model import Found, Place, Unknown, Why
from careers.places.names import key
from careers.places.single import (
    BY_CODE,
    city_or_region,
    city_place,
    countries_named,
    either,
    foremost,
    is_code,
    read,
    region_place,
)
from careers.places.tables import City, Region, cities, countries, regions

GREAT = 500
"""Thousands of people: nobody takes the name of so large a city for a part of another."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a last part may say: a country, or a region of one. ``weak``: a code few people use."""

    country: str
    region: Region | None = None
    weak: bool = False

    def holds(self, city: City) -> bool:
        """A city lies there."""
        if self.region is None:
            return city.country == self.country
        return city.region in (self.region.code, self.region.above or self.region.code)


def scopes(text: str) -> list[Scope]:
    """Every country and region that a name or a code may mean; countries first."""
    name = key(text)
    found = [Scope(nation.code) for nation in countries_named(name)]
    areas = regions(name) or regions(_without_kind(name))
    return found + [
        Scope(area.country, area, is_code(name, area) and area.country not in BY_CODE)
        for area in areas
    ]


def _without_kind(name: str) -> str:
    """``co cork`` and ``cork county`` without what kind of region it is."""
    return re.sub(r"^(?:co|county|state of|province of) | (?:county|state|province)$", "", name)


def place_in(last: str, rest: Sequence[str]) -> Found:
    """What stands before a country or a region, in that country or region."""
    tails = scopes(last)
    if len(rest) > 1:
        inner = [t for t in scopes(rest[-1]) if t.region and t.country in _nations(tails)]
        if found := _proven(inner, rest[:-1]):
            return either(found)
        if named := [t for t in inner if not t.weak]:
            return either(_believed(named, rest[:-1]))
    strong = [tail for tail in tails if not tail.weak]
    if proven := _proven(strong, rest) or _proven([t for t in tails if t.weak], rest):
        return either(proven)
    if are_several([*rest, last]):
        return Unknown(Why.SEVERAL)
    return either(_believed(strong, rest))


def are_several(parts: Sequence[str]) -> bool:
    """Countries in a row, or great cities that lie apart."""
    alone = [one for part in parts if isinstance(one := read(part), Place)]
    if len(alone) < len(parts):
        return False
    known = [one.known for one in alone if one.known]
    if not known:
        return not any(one.region for one in alone)
    apart = len({city.region for city in known}) == len(parts)
    return apart and known[0].thousands >= GREAT


def _nations(tails: Iterable[Scope]) -> set[str]:
    """The countries that the last part may be by itself."""
    return {tail.country for tail in tails if tail.region is None}


def _proven(tails: Sequence[Scope], rest: Sequence[str]) -> list[Place]:
    """The places for which the tables speak; one a country, without its region where both fit."""
    found: dict[str, list[Place]] = {}
    for tail in tails:
        if tail.country not in found and (places := list(_there(tail, rest))):
            found[tail.country] = places
    return [one for places in found.values() for one in places]


def _there(tail: Scope, rest: Sequence[str]) -> Iterator[Place]:
    """What the first known name among ``rest`` means there."""
    for n, part in enumerate(rest):
        name = key(part)
        towns = [city for city in cities(name) if tail.holds(city)]
        areas = [] if tail.region else _areas(name, tail.country)
        if towns or areas:
            before = ", ".join(rest[:n])
            for one in _in(tail, city_or_region(part, towns, areas), towns):
                yield replace(one, detail=before)
            return


def _areas(name: str, nation: str) -> list[Region]:
    found = [area for area in regions(name) if area.country == nation]
    return [area for area in found if not area.above] or found


def _in(tail: Scope, places: list[Place], towns: Sequence[City]) -> Iterator[Place]:
    """Places with the region that was written, or that is sure; several cities are one without."""
    if tail.region:
        yield replace(places[0], region=tail.region, region_written=True)
    elif len(places) > 1 and all(one.city for one in places):
        yield replace(city_place(towns[0], places[0].city or ""), region=None, known=None)
    else:
        yield from places


def _believed(tails: Sequence[Scope], rest: Sequence[str]) -> Iterator[Place]:
    """Places that are too small for the tables, in each country or region that may be meant."""
    nations = _nations(tails)
    for tail in tails:
        if tail.region and tail.region.above and nations:
            continue
        if tail.region and tail.country in nations and tail.region.country not in BY_CODE:
            continue
        there = region_place(tail.region) if tail.region else Place(countries()[tail.country])
        street = len(rest) > 1 and any(char.isdigit() for char in rest[0])
        town, before = (rest[-1], rest[:-1]) if street else (rest[0], ())
        yield from _named(there, town, ", ".join(before))


def _named(there: Place, town: str, before: str) -> Iterator[Place]:
    """An unlisted city. After a street alone the region itself is the city: Berlin."""
    area = there.region
    own = area and foremost(c for c in cities(key(area.name)) if c.region == area.code)
    if own and any(char.isdigit() for char in town):
        yield replace(city_place(own[0], own[0].name), detail=town)
    else:
        yield replace(there, city=town, detail=before)
