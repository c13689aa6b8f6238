"""A name that stands alone: a country, a region or a city."""

from __future__ import annotations

from collections.abc import Iterable

from careers.places.model import Ambiguous, Found, Place, Unknown, Why
from careers.places.names import key, same_letters
from careers.places.tables import (
    City,
    Country,
    Region,
    cities,
    countries,
    country_codes,
    people,
    region,
    regions,
)

BY_CODE = frozenset({"US", "CA", "AU", "BR"})
"""Where people write a state's code after a city's name."""
FAR_MORE = 10
"""Times as many people: then the larger of two places is meant, where nothing else is said."""
FAR_BEYOND = 30
"""Times as many people: then a city is thought of even by a name that others bear first."""
_MOST = 4  # readings that are worth telling


def countries_named(name: str) -> tuple[Country, ...]:
    """The countries that a name or code (folded) may mean."""
    return tuple(countries()[code] for code in country_codes(name))


def is_code(name: str, found: Region) -> bool:
    """The name (folded) is the region's code without its country."""
    return name == found.code[3:].lower()


def region_place(found: Region) -> Place:
    """A region that somebody wrote, as a place."""
    return Place(countries()[found.country], found, region_written=True)


def city_place(city: City, written: str) -> Place:
    """A city of the table as a place; ``written`` is how somebody spelt it."""
    own = " ".join(written.split())
    # "Zurich" lacks an accent; "Zúrich" and "St. Gallen" are how its people write it elsewhere.
    own = city.name if same_letters(own, city.name) else own
    return Place(countries()[city.country], region(city.region), own, city)


def foremost(found: Iterable[City]) -> tuple[City, ...]:
    """The one city that a name means by itself, else all that it may well mean.

    Cities that bear the name first come before those that have it besides.
    """
    every = list(found)
    first = [city for city in every if not city.also] or every
    most = max((city.thousands for city in first), default=0)
    beyond = [city for city in every if city.also and city.thousands > most * FAR_BEYOND]
    return (*(city for city in first if city.thousands * FAR_MORE > most), *beyond)[:_MOST]


def either(places: Iterable[Place]) -> Found:
    """The one place that is left, else what the text may mean, else nothing."""
    found = tuple(dict.fromkeys(places))
    if len(found) == 1:
        return found[0]
    return Ambiguous(found[:_MOST]) if found else Unknown(Why.NAME)


def city_or_region(name: str, among: Iterable[City], areas: Iterable[Region]) -> list[Place]:
    """What a name may mean out of some cities and some regions that bear it.

    A city that lies in the region of its name is meant, not the region: Berlin, New York; so is a
    city where people rarely name regions alone: Buenos Aires. Else the region is where far
    more people live in it: Ontario is no city of California.
    """
    towns = foremost(_as_spelt(name, among))
    states = [area for area in areas if not towns or area.country in BY_CODE]
    if len(towns) == 1 and any(state.code == towns[0].region for state in states):
        return [city_place(towns[0], name)]
    many = max((people(state.code) for state in states), default=0)
    large = [town for town in towns if town.thousands * FAR_MORE > many]
    return [*map(region_place, states), *(city_place(town, name) for town in large)]


def _as_spelt(name: str, found: Iterable[City]) -> list[City]:
    """Without the smaller cities that have accents where the name of a larger one has none.

    Bari is in Italy; Bāri is a town of India.
    """
    every = list(found)
    most = max((city.thousands for city in every if city.name == name), default=0)
    return [city for city in every if city.name == name or city.thousands > most]


def read(text: str) -> Found:
    """What one name means by itself. A code of two letters is a country's where it is one."""
    name = key(text)
    found = regions(name)
    states = [area for area in found if area.country in BY_CODE and not is_code(name, area)]
    if nations := countries_named(name):
        return either([*map(Place, nations), *map(region_place, states)])
    if name.replace(" ", "-").upper() in (area.code for area in found):
        return either(map(region_place, found))
    if coded := [area for area in found if area.country in BY_CODE and is_code(name, area)]:
        return either(map(region_place, coded))
    spoken = [area for area in found if not is_code(name, area)]
    top = [area for area in spoken if not area.above]
    towns = cities(name)
    return either(city_or_region(text, towns, top or ([] if towns else spoken)))
