"""Reads a place as people write it: ``City, Region``, ``City, Country``, ``City, Region, Country``.

A code that follows a city may be a country's or a state's: CA, DE, IN. What decides is where a city
of that name is; where there is one in both, or in neither, nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from careers.places.model import Ambiguous, Found, Place, Unknown, Why
from careers.places.names import key
from careers.places.scopes import are_several, place_in, scopes
from careers.places.single import BY_CODE, countries_named, is_code, read, region_place
from careers.places.tables import Country, cities, regions

LONGEST = 200
"""Characters of the longest text that is looked at."""

_WORKPLACE = re.compile(
    r"\b(?:remote(?:ly)?|hybrid|on[ -]?site|in[ -]office|(?:from )?home|home[ -]?office|wfh"
    r"|t[ée]l[ée]travail|à distance|telecommut\w*|remot[oa]|teletrabajo|thuiswerk\w*"
    r"|hybrides?|híbrid[oa]|hibrid[oa]|ibrid[oa]|presencial|pr[ée]sentiel|homeoffice|vor ort)\b",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*(?:[;|•\n/]|\s(?:or|oder|ou|o|of|and|und|et|y|en|e)\s)\s*")
_APART = re.compile(r"\s*(?:,|\s[-\u2013\u2014·]\s)\s*")
_IN_BRACKETS = re.compile(r"(?:^|\s+)\(([^()]*)\)")
_POSTAL = re.compile(
    r"^(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?\s+|\s+\d{4,6}(?:-\d{3,4})?$"
    r"|(?<=[^\W\d_]{3})\s+\d{1,2}(?:er|e|ème|°|º)?$"
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
    if twice := _named_twice(whole):
        return twice
    if _is_several(whole):
        return Unknown(Why.SEVERAL)
    return _parted(whole) or found


def place_of(city: str | None, region: str | None, nation: Country) -> Place:
    """The place of names that were written apart; its country is ``nation``."""
    if region and not city:
        inside = [scope.region for scope in scopes(region) if scope.country == nation.code]
        return next((region_place(area) for area in inside if area), Place(nation))
    for said in (nation.code, nation.name):
        found = place(", ".join(filter(None, (city, region, said))))
        if isinstance(found, Place) and found.country == nation:
            return found
    return Place(nation, city=city)


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


def several(text: str) -> tuple[Place, ...]:
    """The cities of a text that names several, ``Berlin / Munich, DE``; none where one is unsure.

    What stands behind the last of them goes for all.
    """
    parts = [part for part in _SEVERAL.split(" ".join(text.split())) if part]
    if len(parts) < 2 or len(text) > LONGEST:  # noqa: PLR2004 - one is not several
        return ()
    _, comma, last = parts[-1].rpartition(",")
    both = ((f"{part}, {last}" if comma and "," not in part else part, part) for part in parts)
    found = [one for texts in both if (one := _city_of(*texts))]
    nations = {one.country for one in found}
    sure = len(found) == len(parts) and (len(nations) == 1 or all("," in part for part in parts))
    return tuple(found) if sure else ()


def _named_twice(text: str) -> Place | None:
    """One city under two of its names: ``Donostia / San Sebastián, ES``."""
    found = several(text) if "/" in text else ()
    known = {(one.country, one.region, one.known and one.known.thousands) for one in found}
    city = text.rpartition(",")[0] or text
    return replace(found[0], city=city.strip()) if len(known) == 1 else None


def _city_of(*texts: str) -> Place | None:
    """The first city that the tables know by one of these texts."""
    found = (place(text) for text in texts)
    return next((one for one in found if isinstance(one, Place) and one.known), None)


def _is_several(text: str) -> bool:
    parts = [part for part in _SEVERAL.split(text) if part]
    return len(parts) > 1 and all(not isinstance(place(part), Unknown) for part in parts)


def _parted(whole: str) -> Found | None:
    """The place in a text of several parts, or with more around it; None where that helps not."""
    plain, inside = _out_of_brackets(whole)
    split = _APART.split(plain)
    parts = [part for text in split if (part := _POSTAL.sub("", text.strip()).strip())]
    if not parts:
        return None
    if len(parts) > 1:
        found = _sequence(parts)
    elif parts[0] != whole:
        found = read(parts[0])
    else:
        return _spaced(whole)
    if inside and isinstance(found, Place):
        return replace(found, detail=", ".join(filter(None, [found.detail, *inside])))
    return found


def _out_of_brackets(whole: str) -> tuple[str, list[str]]:
    """A text without its brackets, and what they hold; ``Frankfurt (Oder)`` is a city's name."""
    found = list(_IN_BRACKETS.finditer(whole))
    named = {m[0] for m in found if cities(key(_APART.split(whole[: m.end()])[-1]))}
    inside = [m[1] for m in found if m[1].strip() and m[0] not in named]
    return _IN_BRACKETS.sub(lambda m: m[0] if m[0] in named else "", whole), inside


def _spaced(whole: str) -> Place | None:
    """``Austin TX``, where the tables know the city there."""
    head, _, tail = whole.rpartition(" ")
    found = place_in(tail, [head]) if head and scopes(tail) else None
    return found if isinstance(found, Place) and found.known else None


def _sequence(parts: Sequence[str]) -> Found:
    """Parts from the small to the large; the other way round where only that makes sense."""
    *rest, last = parts
    if _is_reversed(parts[0], last):
        last, *rest = parts
        rest.reverse()
    if scopes(last):
        return place_in(last, rest)
    town = read(last)
    if isinstance(town, Place) and town.city:
        if are_several(parts):
            return Unknown(Why.SEVERAL)
        return replace(town, detail=", ".join(rest))
    first = read(parts[0])
    return Unknown(Why.NAME, (first,) if isinstance(first, Place) and first.city else ())


def _is_reversed(first: str, last: str) -> bool:
    """The country or state comes first: ``US, CA, Santa Clara``."""
    large, small = scopes(first), scopes(last)
    if any(tail.region is None for tail in small):
        return False
    tops = [t for t in large if not t.region or (t.country in BY_CODE and not t.weak)]
    inside = {tail.country for tail in small if not tail.weak}
    if any(tail.region is None and tail.country in inside for tail in tops):
        return True
    return not small and any(tail.holds(city) for tail in tops for city in cities(key(last)))
