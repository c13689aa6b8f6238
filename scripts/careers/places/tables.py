"""The tables in memory: read when first asked, from files that are part of the package.

A country's and a region's row is taken apart at once. The cities stay one text, in which a name is
looked for: that takes a tenth of a millisecond, and loading them none.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from careers.places.names import fold, key

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
    return tomllib.loads(_read("names.toml"))


@cache
def countries() -> Mapping[str, Country]:
    """Every country by its code."""
    rows = (line.split("\t") for line in _read("countries.tsv").splitlines())
    return {code: Country(code, tuple(row[: len(LANGUAGES)])) for code, _, *row in rows}


@cache
def country_codes() -> Mapping[str, tuple[str, ...]]:
    """The codes that a name or a code (folded) may mean; several where it is ambiguous."""
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for line in fold(_read("countries.tsv")).splitlines():
        code, *said = line.replace("|", "\t").split("\t")
        for name in (code, *said):
            found[key(name)][code.upper()] = None
    for name, codes in names()["countries"].items():
        found[key(name)] = dict.fromkeys(codes.split())
    return {name: tuple(codes) for name, codes in found.items() if name}


def region(code: str) -> Region | None:
    """A region by its whole code, in capitals."""
    row = _regions().starting(f"\n{fold(code)}\t")
    return next(map(_region, row), None)


@lru_cache(maxsize=4096)
def regions(name: str) -> tuple[Region, ...]:
    """The regions that a name, a code or a code without its country (folded) may mean."""
    if codes := _region_names().get(name):
        return tuple(found for code in codes.split() if (found := region(code)))
    rows = list(_regions().naming(name))
    if name.isalpha():
        rows += _regions().starting(f" {name}\t")
    elif name[:2].isalpha() and name[2:3] == " ":
        rows += _regions().starting(f"\n{name}\t")
    return tuple(dict.fromkeys(map(_region, rows)))


@lru_cache(maxsize=4096)
def cities(name: str) -> tuple[City, ...]:
    """The cities of a name (folded), largest first; those that bear it first before the others."""
    name = _city_names().get(name, name)
    found = (_city(row) for row in _cities().naming(name))
    return tuple(sorted(found, key=lambda city: (city.also, -city.thousands)))


@cache
def people(code: str) -> int:
    """Thousands of people in the cities of a region that the table has."""
    rows = _cities().starting(f"\n{fold(code)}\t")
    return sum(int(group.rpartition("=")[2]) for row in rows for group in row.line.split(" |"))


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a table, and where in it a name was found."""

    line: str
    before: str

    @property
    def also(self) -> bool:
        """The name is not the first of its place."""
        return self.before[-1:] not in " \t"


@dataclass(frozen=True, slots=True)
class _Table:
    """A text in which folded names stand between bars, and its lines as they were."""

    folded: str
    lines: list[str]

    def naming(self, name: str) -> Iterator[_Row]:
        """Each place where a name stands."""
        return self.starting(f"|{name}|") if name else iter(())

    def starting(self, needle: str) -> Iterator[_Row]:
        """Each place where some text stands, after the end of a line where it begins with one."""
        at = self.folded.find(needle)
        while at >= 0:
            first = at + needle.startswith("\n")
            start = self.folded.rfind("\n", 0, first) + 1
            yield _Row(self.lines[self.folded.count("\n", 0, first)], self.folded[start:at])
            at = self.folded.find(needle, at + 1)


def _region(row: _Row) -> Region:
    code, above, names = row.line.split("\t")
    return Region(code, names.split("|")[1], above)


def _city(row: _Row) -> City:
    code, _, group = row.line.partition("\t")
    said, _, thousands = group.split(" |")[row.before.count("=")].rpartition("=")
    region = code if "-" in code else ""
    return City(said.removeprefix("|").split("|")[0], code[:2], region, int(thousands), row.also)


@cache
def _regions() -> _Table:
    return _table("regions.tsv")


@cache
def _cities() -> _Table:
    return _table("cities.tsv")


@cache
def _region_names() -> Mapping[str, str]:
    return {key(name): codes for name, codes in names()["regions"].items()}


@cache
def _city_names() -> Mapping[str, str]:
    return {key(name): key(meant) for name, meant in names()["cities"].items()}


def _table(name: str) -> _Table:
    text = f"\n{_read(name)}"
    return _Table(fold(text), text.split("\n"))


def _read(name: str) -> str:
    """A file of the package; like a module, it is part of the program."""
    return files("careers.places").joinpath(name).read_text(encoding="utf-8")
