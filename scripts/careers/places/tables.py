"""The tables in memory: read when first asked, from files that are part of the package.

A table stays the bytes that it is. Names stand in it folded, between bars, and are looked for:
that takes less than a millisecond, and nothing has to be taken apart before the first place. A
name that is written as its folded form has it, with capitals, does not stand there twice.
"""

from __future__ import annotations

import pkgutil
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from careers.places.names import key

LANGUAGES = ("en", "de", "fr", "es", "nl", "pt", "it")
"""The languages that each country is named in."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory. ``code`` is of ISO 3166-1 (two letters); ``names`` by LANGUAGES."""

    code: str
    names: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name in English."""
        return self.names[0]

    def named(self, language: str) -> str:
        """The name in a language (BCP 47); in English where the table has no other."""
        base = language.partition("-")[0].lower()
        return self.names[LANGUAGES.index(base)] if base in LANGUAGES else self.name


@dataclass(frozen=True, slots=True)
class Region:
    """A state, a province or the like. ``code`` is of ISO 3166-2 (``US-CA``).

    ``above`` is the code of the region that it is part of: of Lombardia for Milano; else empty.
    """

    code: str
    name: str
    above: str

    @property
    def country(self) -> str:
        """The code of its country."""
        return self.code[:2]


@dataclass(frozen=True, slots=True)
class City:
    """A city by its first name in the table. ``region`` is a code, empty where it is not known."""

    name: str
    country: str
    region: str
    thousands: int
    also: bool
    """It was found by another of its names."""


@cache
def names() -> Mapping[str, Any]:
    """What is kept by hand: names.toml."""
    return tomllib.loads(_table("names.toml").decode())


@cache
def countries() -> Mapping[str, Country]:
    """Every country by its code."""
    rows = (line.split("\t") for line in _table("countries.tsv").decode().split("\n") if line)
    return {code: Country(code, tuple(names)) for code, *names, _ in rows}


@lru_cache(maxsize=4096)
def country_codes(name: str) -> tuple[str, ...]:
    """The codes that a name or a code (folded) may mean; several where it is ambiguous."""
    if codes := _by_hand("countries").get(name):
        return tuple(codes.split())
    table = _table("countries.tsv")
    return tuple(_line(table, at)[:2] for at in _naming(table, name))


def region(code: str) -> Region | None:
    """A region by its whole code, in capitals."""
    line = _row(_table("regions.tsv"), code)
    return _region(line) if line else None


@lru_cache(maxsize=4096)
def regions(name: str) -> tuple[Region, ...]:
    """The regions that a name, a code or a code without its country (folded) may mean."""
    if codes := _by_hand("regions").get(name):
        return tuple(found for code in codes.split() if (found := region(code)))
    table = _table("regions.tsv")
    named = dict.fromkeys(_region(_line(table, at)) for at in _naming(table, name))
    return tuple(sorted(named, key=lambda area: area.code[3:].lower() == name))


@lru_cache(maxsize=4096)
def cities(name: str) -> tuple[City, ...]:
    """The cities of a name (folded), largest first; those that bear it first before the others."""
    table, name = _table("cities.tsv"), _by_hand("cities").get(name, name)
    found = (_city(table, at) for at in _naming(table, name))
    return tuple(sorted(found, key=lambda city: (city.also, -city.thousands)))


@cache
def people(code: str) -> int:
    """Thousands of people in the cities of a region that the table has."""
    line = _row(_table("cities.tsv"), code)
    return sum(int(city.rpartition("=")[2]) for city in line.split(" |")) if line else 0


def _naming(table: bytes, name: str) -> Iterator[int]:
    """Where a name (folded) stands in a table."""
    needle = f"|{name}|".encode()
    at = table.find(needle) if name else -1
    while at >= 0:
        yield at
        at = table.find(needle, at + 1)


def _row(table: bytes, code: str) -> str:
    """The line that a code begins; empty where there is none."""
    at = table.find(f"\n{code}\t".encode())
    return _line(table, at + 1) if at >= 0 else ""


def _line(table: bytes, at: int) -> str:
    """The line that a place of a table is in."""
    return table[table.rfind(b"\n", 0, at) + 1 : table.find(b"\n", at)].decode()


def _region(line: str) -> Region:
    code, above, shown, known = line.split("\t")
    return Region(code, shown or known.split("|")[1].title(), above)


def _city(table: bytes, at: int) -> City:
    """The city of a name: ``|koln|cologne|Köln=1024`` in the line of its region."""
    line = table.rfind(b"\n", 0, at) + 1
    code = table[line : table.find(b"\t", line)].decode()
    start = max(table.rfind(b" |", line, at + 1) + 1, line + len(code) + 1)
    names, _, people = table[start : table.find(b"=", at) + 9].partition(b"=")
    first, *_, shown = names[1:].decode().split("|")
    thousands, region = int(people.split()[0]), code if "-" in code else ""
    return City(shown or first.title(), code[:2], region, thousands, start != at)


@cache
def _by_hand(kind: str) -> Mapping[str, str]:
    """A part of names.toml, its names folded; what a city is called in the table is a name too."""
    rows = names()[kind].items()
    return {key(name): key(meant) if kind == "cities" else meant for name, meant in rows}


@cache
def _table(name: str) -> bytes:
    """A file of the package; like a module, part of the program. It begins with a line end."""
    return b"\n" + (pkgutil.get_data("careers.places", name) or b"")
