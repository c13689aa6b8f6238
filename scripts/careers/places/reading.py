"""Reads a place as people write it: ``City, Region``, ``City, Country``, ``City, Region, Country``.

A code that follows a city may be a country's or a state's: CA, DE, IN. What decides is where a city
of that name is; where there is one in both, or in neither, nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from careers.places.model import Ambiguous, Found, Place, Unknown, Why
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
from careers.places.tables import City, Country, Region, cities, countries, regions

LONGEST = 200
"""Characters of the longest text that is looked at."""
GREAT = 500
"""Thousands of people: nobody takes the name of so large a city for a part of another."""

_WORKPLACE = re.compile(
    r"\b(?:remote(?:ly)?|hybrid|on[ -]?site|in[ -]office|(?:from )?home|home[ -]?office|wfh"
    r"|t[ée]l[ée]travail|à distance|telecommut\w*|remoto|teletrabajo|thuiswerk\w*)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*(?:[;|•\n]|\s/\s|\s(?:or|oder|ou|o|of|and|und|et|y|en|e)\s)\s*")
_APART = re.compile(r"\s*(?:,|\s[-–—·]\s)\s*")
_IN_BRACKETS = re.compile(r"\s*\(([^()]*)\)")
_POSTAL = re.compile(
    r"^(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?\s+|\s+\d{4,6}(?:-\d{3,4})?$"
    r"|(?:^|\s+)[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$|\s+[A-Z]\d[A-Z]\s?\d[A-Z]\d$"
)


@lru_cache(maxsize=4096)
def place(text: str) -> Found:
    """The place that a text names. Never raises, whatever the text."""
    whole = " ".join(text.split())
    if not whole or len(whole) > LONGEST:
        return Unknown(Why.NAME if whole else Why.EMPTY)
    if isinstance(found := read(whole), Place):
        return found
    if _WORKPLACE.search(whole):
        return Unknown(Why.WORKPLACE)
    if _is_several(whole):
        return Unknown(Why.SEVERAL)
    return _parted(whole) or found


def country(text: str) -> Country | None:
    """A country by its code or its name in English, its own or one of LANGUAGES; England too.

    None where the text is no country, or may mean something else as well: Georgia, Korea.
    """
    found = read(text) if len(text) <= LONGEST else None
    if not isinstance(found, Place) or found.city:
        return None
    nation = found.region is None or found.region.code.startswith("GB-")
    return found.country if nation else None


def one_place(first: str, second: str) -> Place | None:
    """``[Berlin, DE]`` is a list of two for YAML: the one place that is meant, if it is one."""
    if "," in first or not isinstance(alone := read(first), Place | Ambiguous):
        return None
    name = key(second)
    if not (countries_named(name) or any(is_code(name, area) for area in regions(name))):
        return None
    found = place(f"{first}, {second}")
    if not isinstance(found, Place) or not (found.known or found.region_written):
        return None
    return found if isinstance(alone, Ambiguous) or alone.city or alone.region else None


def _is_several(text: str) -> bool:
    parts = [part for part in _SEVERAL.split(text) if part]
    return len(parts) > 1 and all(not isinstance(place(part), Unknown) for part in parts)


def _parted(whole: str) -> Found | None:
    inside = [said for said in _IN_BRACKETS.findall(whole) if said.strip()]
    plain = _IN_BRACKETS.sub("", whole)
    parts = [_POSTAL.sub("", part.strip()).strip() for part in _APART.split(plain)]
    parts = [part for part in parts if part]
    if len(parts) == 1 and (parts[0] != whole):
        found = read(parts[0])
    elif len(parts) == 1:
        *_, head, tail = ("", *whole.rpartition(" ")[::2])
        found = _before(tail, [head]) if head and _tails(tail) else None
        return found if isinstance(found, Place) and found.known else None
    elif parts:
        found = _sequence(parts)
    else:
        return None
    if inside and isinstance(found, Place):
        return replace(found, detail=", ".join(filter(None, [found.detail, *inside])))
    return found


def _sequence(parts: Sequence[str]) -> Found:
    """Parts from the small to the large; the other way round where only that makes sense."""
    *rest, last = parts
    if _is_reversed(parts[0], last):
        last, *rest = parts
        rest.reverse()
    if _tails(last):
        return _before(last, rest)
    town = read(last)
    if isinstance(town, Place) and town.city:
        if _are_several(parts):
            return Unknown(Why.SEVERAL)
        return replace(town, detail=", ".join(rest))
    first = read(parts[0])
    return Unknown(Why.NAME, (first,) if isinstance(first, Place) and first.city else ())


def _is_reversed(first: str, last: str) -> bool:
    """The country or state comes first: ``US, CA, Santa Clara``."""
    large, small = _tails(first), _tails(last)
    if any(tail.region is None for tail in small):
        return False
    tops = [t for t in large if not t.region or (t.country in BY_CODE and not t.weak)]
    inside = {tail.country for tail in small if not tail.weak}
    if any(tail.region is None and tail.country in inside for tail in tops):
        return True
    return not small and any(tail.holds(city) for tail in tops for city in cities(key(last)))


@dataclass(frozen=True, slots=True)
class _Tail:
    """What a last part may say: a country, or a region of one. ``weak``: a code few people use."""

    country: str
    region: Region | None = None
    weak: bool = False

    def holds(self, city: City) -> bool:
        """A city lies there."""
        if self.region is None:
            return city.country == self.country
        return city.region in (self.region.code, self.region.above or self.region.code)


def _tails(text: str) -> list[_Tail]:
    name = key(text)
    found = [_Tail(nation.code) for nation in countries_named(name)]
    areas = regions(name) or regions(_without_kind(name))
    return found + [
        _Tail(area.country, area, is_code(name, area) and area.country not in BY_CODE)
        for area in areas
    ]


def _without_kind(name: str) -> str:
    """``co cork`` and ``cork county`` without what kind of region it is."""
    return re.sub(r"^(?:co|county|state of|province of) | (?:county|state|province)$", "", name)


def _before(last: str, rest: Sequence[str]) -> Found:
    """What stands before a country or a region, in that country or region."""
    tails = _tails(last)
    if len(rest) > 1:
        inner = [t for t in _tails(rest[-1]) if t.region and t.country in _nations(tails)]
        if found := _proven(inner, rest[:-1]):
            return either(found)
        if named := [t for t in inner if not t.weak]:
            return either(_believed(named, rest[:-1]))
    strong = [tail for tail in tails if not tail.weak]
    if proven := _proven(strong, rest) or _proven([t for t in tails if t.weak], rest):
        return either(proven)
    if _are_several([*rest, last]):
        return Unknown(Why.SEVERAL)
    return either(_believed(strong, rest))


def _are_several(parts: Sequence[str]) -> bool:
    """Countries in a row, or great cities that lie apart."""
    alone = [one for part in parts if isinstance(one := read(part), Place)]
    if len(alone) < len(parts):
        return False
    known = [one.known for one in alone if one.known]
    if not known:
        return not any(one.region for one in alone)
    apart = len({city.region for city in known}) == len(parts)
    return apart and known[0].thousands >= GREAT


def _nations(tails: Iterable[_Tail]) -> set[str]:
    """The countries that the last part may be by itself."""
    return {tail.country for tail in tails if tail.region is None}


def _proven(tails: Sequence[_Tail], rest: Sequence[str]) -> list[Place]:
    """The places for which the tables speak; one a country, without its region where both fit."""
    found: dict[str, list[Place]] = {}
    for tail in tails:
        if tail.country not in found and (places := list(_there(tail, rest))):
            found[tail.country] = places
    return [one for places in found.values() for one in places]


def _there(tail: _Tail, rest: Sequence[str]) -> Iterator[Place]:
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


def _in(tail: _Tail, places: list[Place], towns: Sequence[City]) -> Iterator[Place]:
    """Places with the region that was written, or that is sure; several cities are one without."""
    if tail.region:
        yield replace(places[0], region=tail.region, region_written=True)
    elif len(places) > 1 and all(one.city for one in places):
        yield replace(city_place(towns[0], places[0].city or ""), region=None, known=None)
    else:
        yield from places


def _believed(tails: Sequence[_Tail], rest: Sequence[str]) -> Iterator[Place]:
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
