"""From the words that stand in a front matter to the place that they mean, and back."""

from __future__ import annotations

import re
from functools import lru_cache

from careers.places.forms import right_form
from careers.places.model import Found, Place, Unknown, Why
from careers.places.names import key
from careers.places.reading import country, one_place, place, place_of, several
from careers.places.scopes import scopes
from careers.places.single import city_place, countries_named
from careers.places.tables import cities

# A number behind words, or before them: "Lyon 3" is a part of a city, and no street.
_HOUSE = re.compile(
    r"(?=.{5,80}$)(?:[^\W\d][^\d,]{3,60}\s\d{1,4}\s?[a-zA-Z]?(?:\s?[-/]\s?\d{1,4}[a-z]?)?"
    r"|\d{1,5}[a-zA-Z]?(?:\s?(?:bis|ter))?\s[^\W\d][^\d,]{2,60})$"
)
# "Calle Mayor, 3, Madrid"
_NUMBER = re.compile(r"(?<=[^\W\d]),\s+(\d{1,4}[a-zA-Z]?)(?=,)")
_POSTAL = re.compile(
    r"(?P<code>(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3})?(?: [A-Z]{2})?)\s(?P<city>[^\W\d].*)"
)


def located(text: str) -> dict[str, str]:
    """``Austin, TX`` as the fields of a location: its words as written, the country's code.

    What is no place, or may be several, is a city of that name without a country: a page shows
    what was written, and nothing false is told to machines.
    """
    whole = " ".join(text.split())
    if apart := _street(whole):
        return apart
    found = place(whole)
    if not isinstance(found, Place):
        return {"city": whole}
    parts = [part.strip() for part in whole.split(",")]
    if found.country in countries_named(key(parts[-1])):
        parts.pop()
    region = found.region.name if found.region and found.region_written else ""
    if region and parts and found.region in [scope.region for scope in scopes(parts[-1])]:
        written = parts.pop()
        region = region if "-" in written and written.isupper() else written
    city = ", ".join(parts) if found.detail else found.city
    fields = {"city": city, "region": region, "country": found.country.code}
    return {name: value for name, value in fields.items() if value}


def _street(whole: str) -> dict[str, str]:
    """The fields of an address with a street and its number; empty where there is none."""
    parts = [part.strip() for part in _NUMBER.sub(r" \1", whole).split(",")]
    streets = [part for part in parts if _HOUSE.match(part) and not _is_city(part)]
    rest = [part for part in parts if part not in streets]
    postal = next((m for part in rest if (m := _POSTAL.match(part))), None)
    if postal:
        rest[rest.index(postal.string)] = postal["city"]
    found = place(", ".join(rest)) if streets and rest else None
    if not isinstance(found, Place) or not found.city:
        return {}
    code = {"postal_code": postal["code"]} if postal else {}
    return {**located(", ".join(rest)), "street": ", ".join(streets), **code}


def _is_city(part: str) -> bool:
    """Whether a part is a city with a number: its postal code, or its district's."""
    postal = _POSTAL.match(part)
    name = postal["city"] if postal else part.rstrip("0123456789 ")
    return bool(cities(key(name)))


def each_of(text: str) -> tuple[dict[str, str], ...]:
    """The fields of each place where a text names several; none where it does not."""
    return tuple(located(right_form(found)) for found in several(text))


def coded(name: str) -> str:
    """A country's code where the name means one country, else the name as it is."""
    known = country(name)
    return known.code if known else name


@lru_cache(maxsize=4096)
def found(city: str | None, region: str | None, nation: str | None) -> Found:
    """The place that a location's fields mean."""
    if not nation:
        return place(", ".join(filter(None, (city, region))))
    known = country(nation)
    return place_of(city, region, known) if known else Unknown(Why.NAME)


def canonical(meant: Found) -> dict[str, str] | None:
    """The fields of a city under one name, whatever it was called; None where it is not known."""
    if not (isinstance(meant, Place) and meant.known):
        return None
    return located(right_form(city_place(meant.known, meant.known.name)))


def joined(values: list[object]) -> list[object]:
    """``[Berlin, DE]``, a list of two for YAML, as the one place that it means."""
    match values:
        case [str(first), str(second)] if one_place(first, second):
            return [f"{first}, {second}"]
    return values
