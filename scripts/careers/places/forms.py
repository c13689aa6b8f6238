"""How to write a place so that it is read as that place."""

from __future__ import annotations

from careers.places.model import Ambiguous, Place, Unknown
from careers.places.reading import place
from careers.places.single import BY_CODE


def right_form(found: Place) -> str:
    """The shortest form with country that means this place and no other: ``Ontario, Canada``."""
    if found.city:
        tries = [f"{found.city}, {found.country.name}"]
        if found.region:
            several = found.country.code in ("US", "CA", "AU") or not _means(tries[0], found)
            explicit = f"{found.city}, {found.region.name}, {found.country.code}"
            tries = [explicit, *tries] if several else [*tries, explicit]
    elif found.region:
        tries = [f"{found.region.name}, {found.country.name}", found.region.code]
    else:
        tries = [found.country.name, found.country.code]
    return next((text for text in tries if _means(text, found)), tries[-1])


def right_forms(found: Ambiguous | Unknown) -> tuple[str, ...]:
    """What to write for each of the places that may be meant, likelier ones first."""
    return tuple(dict.fromkeys(map(right_form, found.readings)))


def state(found: Place) -> str | None:
    """The code of its state in the countries whose addresses have one: ``CA`` of San Francisco."""
    return found.region.code[3:] if found.region and found.country.code in BY_CODE else None


def _means(text: str, wanted: Place) -> bool:
    found = place(text)
    return (
        isinstance(found, Place)
        and (found.country, bool(found.city)) == (wanted.country, bool(wanted.city))
        and (wanted.region is None or found.region == wanted.region)
    )
