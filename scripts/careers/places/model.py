"""What a text says about a place: one, several that it may mean, or none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from careers.places.tables import City, Country, Region


@dataclass(frozen=True, slots=True)
class Place:
    """One place. What is None was neither written nor follows from what was."""

    country: Country
    region: Region | None = None
    city: str | None = None
    """As it was written; its accents, where they were missing."""
    known: City | None = None
    """The city's row of the table: the same for Köln and Cologne."""
    region_written: bool = False
    """Somebody wrote the region; else it follows from the city."""
    detail: str = ""
    """What stands before the city: a street, a district."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A text that may mean several places, likelier ones first; never decided between."""

    readings: tuple[Place, ...]


class Why(StrEnum):
    """Why a text is no place."""

    EMPTY = "it is empty"
    WORKPLACE = "it says how one works, not where"
    SEVERAL = "it names several places"
    NAME = "no place of this name is known"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A text that is no place that is known; ``readings`` are what may have been meant."""

    why: Why
    readings: tuple[Place, ...] = ()


Found = Place | Ambiguous | Unknown
