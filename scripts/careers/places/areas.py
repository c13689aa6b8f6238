"""What a remote job may be limited to: a place, a group of countries, hours, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from careers.places.model import Ambiguous, Found, Place
from careers.places.names import key
from careers.places.reading import LONGEST, place
from careers.places.single import BY_CODE, is_code, region_place
from careers.places.tables import Country, countries, names, regions


class Kind(StrEnum):
    """What kind of area no one country is."""

    WORLD = "the whole world"
    GROUP = "a group of countries"
    HOURS = "hours of work or time zones, and no place"


@dataclass(frozen=True, slots=True)
class Area:
    """An area that is no country. ``members`` where they are beyond doubt, else ()."""

    kind: Kind
    members: tuple[Country, ...] = ()


_ZONE = r"(?:utc|gmt|cet|cest|eet|wet|bst|est|edt|cst|cdt|mst|mdt|pst|pdt|ist|jst|aest|et|ct|mt|pt)"
_SHIFT = r"\s*(?:[+\u2212\u2013-]|±|\+/-)?\s*\d{1,2}(?::?[0-5]\d)?"
_HOURS = (
    rf"\b(?:utc|gmt|cet)\b{_SHIFT}|^{_ZONE}(?:\s*(?:/|-|to|or|and)\s*{_ZONE})*(?: hours)?$"
    r"|\b(?:time ?zones?|zeitzonen?|fuseaux? horaires?|fusos? hor[aá]rios?|zonas? horarias?"
    r"|tijdzones?|fus[oi] orari[o]?)\b|\b(?:eastern|central|mountain|pacific|atlantic) time\b"
    r"|[+\u2212-]\s*\d{1,2}\s*(?:h|hours?|hrs?)\b"
)

# "US only", "EU-based", "nur Deutschland": what only says that it is a limit.
_ONLY = re.compile(
    r"^(?:nur|only|uniquement|solo|alleen|apenas|from) "
    r"|[ (]+(?:only|residents?|uniquement|seulement)\)?$|[- ]based$",
    re.IGNORECASE,
)


def area(text: str) -> Area | Found:
    """What a limit of a remote job says: an area, or a place as ``place`` reads it."""
    whole = " ".join(text.split())
    if len(whole) <= LONGEST:
        whole = _ONLY.sub("", whole)
        if group := _groups().get(key(whole)):
            return group
        if len(whole) > len("PT") and re.search(_HOURS, whole, re.IGNORECASE):
            return Area(Kind.HOURS)
    return place(whole)


def areas(texts: Sequence[str]) -> tuple[Area | Found, ...]:
    """Several limits, each by ``area``. Among codes of states a code is no country's: CA, TX."""
    found = tuple(map(area, texts))
    states = {
        one.region.country
        for one, text in zip(found, texts, strict=True)
        if isinstance(one, Place) and one.region and not one.city and is_code(key(text), one.region)
    }
    return tuple(_among(one, text, states) for one, text in zip(found, texts, strict=True))


def limits(texts: Sequence[str]) -> tuple[Place, ...]:
    """The places that a remote job is limited to; () where they are not known beyond doubt.

    Of the whole world, of groups that nobody agrees on and of what is unknown no list is true,
    whatever stands beside it. Hours limit the places beside them no further.
    """
    places: dict[Place, None] = {}
    for one in areas(texts):
        if isinstance(one, Place):
            places[one] = None
        elif isinstance(one, Area) and (one.members or one.kind is Kind.HOURS):
            places |= dict.fromkeys(map(Place, one.members))
        else:
            return ()
    return tuple(places)


def _among(one: Area | Found, text: str, states: set[str]) -> Area | Found:
    """A code beside codes of states: one of them, or ambiguous."""
    name = key(text)
    mine = [r for r in regions(name) if r.country in states & BY_CODE and is_code(name, r)]
    if isinstance(one, Place) and not one.region and not one.city and mine:
        return Ambiguous((*map(region_place, mine), one))
    return one


@cache
def _groups() -> dict[str, Area]:
    table = names()["groups"]
    found = {key(name): Area(Kind.WORLD) for name in table["world"]}
    found |= {key(name): Area(Kind.GROUP) for name in table["loose"]}
    for said, codes in table["members"].items():
        members = tuple(countries()[code] for code in codes.split())
        found |= {key(name): Area(Kind.GROUP, members) for name in said.split("|")}
    return found
