"""Places of work: what is written, the fields that are read, and the place that they mean."""

from __future__ import annotations

from pathlib import Path

import pytest

from careers.places.model import Place
from careers.places.reading import place
from careers.posting.frontmatter import FrontMatter
from careers.posting.place_of_work import Location

PLACES = Path(__file__).parents[1] / "places" / "places.tsv"
TEXTS = [line.split("\t")[0] for line in PLACES.read_text(encoding="utf-8").splitlines()]


def read(locations: object) -> list[Location]:
    """The places of a front matter."""
    return list(FrontMatter.model_validate({"locations": locations}).locations)


@pytest.mark.parametrize(
    ("written", "fields"),
    [
        ("San Francisco, CA", ("San Francisco", "CA", "US")),
        ("New York, NY", ("New York", "NY", "US")),
        ("London, UK", ("London", None, "GB")),
        ("São Luís, MA", ("São Luís", "MA", "BR")),
        ("Austin, Texas, US", ("Austin", "Texas", "US")),
        ("Cascina (Pisa), Tuscany, Italy", ("Cascina (Pisa)", "Tuscany", "IT")),
        ("Friedrichstr. 1, Berlin, DE", ("Berlin", None, "DE")),
        ("US-CA", (None, "California", "US")),
        ("Berlin", ("Berlin", None, "DE")),
        ("UK", (None, None, "GB")),
        ("Ontario, CA", ("Ontario, CA", None, None)),
        ("Berlin, XX", ("Berlin, XX", None, None)),
        ({"city": "Wien", "country": "Österreich"}, ("Wien", None, "AT")),
        ({"city": "San Francisco", "country": "CA"}, ("San Francisco", None, "CA")),
        ({"city": "Atlantis", "country": "Utopia"}, ("Atlantis", None, "Utopia")),
    ],
)
def test_fields(written: object, fields: tuple[str | None, ...]) -> None:
    """Words stay as they are written, a country that is known gets its code."""
    (location,) = read(written)
    assert (location.city, location.region, location.country) == fields


@pytest.mark.parametrize(
    ("text", "street", "postal", "city"),
    [
        ("Friedrichstr. 1, Berlin", "Friedrichstr. 1", None, "Berlin"),
        ("Friedrichstraße 1, 10117 Berlin, Germany", "Friedrichstraße 1", "10117", "Berlin"),
        ("12 rue de la Paix, 75002 Paris, France", "12 rue de la Paix", "75002", "Paris"),
        ("Calle Mayor, 3, Madrid", "Calle Mayor 3", None, "Madrid"),
        ("Via Roma, 10, 10123 Torino, Italia", "Via Roma 10", "10123", "Torino"),
        ("Keizersgracht 12, 1015 CN Amsterdam", "Keizersgracht 12", "1015 CN", "Amsterdam"),
        ("Level 3, 100 George St, Sydney", "Level 3, 100 George St", None, "Sydney"),
        ("Lyon 3, France", None, None, "Lyon"),
        ("1030 Wien, Österreich", None, None, "Wien"),
        ("Kreuzberg, Berlin", None, None, "Kreuzberg"),
    ],
)
def test_a_street_is_no_part_of_the_city(
    text: str, street: str | None, postal: str | None, city: str
) -> None:
    """Its number tells it; what is a city's district stays with the city."""
    (location,) = read(text)
    assert (location.street, location.postal_code, location.city) == (street, postal, city)


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("Berlin / Munich, DE", ["Berlin, DE", "Munich, DE"]),
        ("Berlin/Munich, DE", ["Berlin, DE", "Munich, DE"]),
        ("Berlin, DE / Paris, FR", ["Berlin, DE", "Paris, FR"]),
        ("Paris or Lyon, France", ["Paris, FR", "Lyon, FR"]),
        ("Donostia / San Sebastián, ES", ["Donostia / San Sebastián, ES"]),
        ("Biel/Bienne, CH", ["Biel/Bienne, CH"]),
        ("Frankfurt/Main", ["Frankfurt/Main, DE"]),
        ("Vitoria/Gasteiz", ["Vitoria/Gasteiz"]),
        ("Berlin, DE", ["Berlin, DE"]),
    ],
)
def test_an_entry_that_names_several_is_several_for_machines(text: str, each: list[str]) -> None:
    """Feeds and search engines are told of each; one city under two names is one."""
    (location,) = read(text)
    assert [str(one) for one in location.each] == each


@pytest.mark.parametrize("text", list(filter(None, TEXTS)))
def test_fields_mean_what_was_written(text: str) -> None:
    """What the fields mean is the place that the text was read as."""
    meant, found = place(text), read(text)[0].found
    if not isinstance(meant, Place):
        assert found == meant
        return
    assert isinstance(found, Place)
    assert found.country == meant.country
    if meant.detail and not meant.region_written:  # "Westminster, London", its country beside it
        assert found.region == meant.region
    else:
        assert (found.region, found.known) == (meant.region, meant.known)


def test_a_country_that_is_written_apart_is_that_country() -> None:
    """CA in a field of its own is Canada, whatever the city is called."""
    (location,) = read({"city": "San Francisco", "country": "CA"})
    found = location.found
    assert isinstance(found, Place)
    assert (found.country.code, found.known) == ("CA", None)


@pytest.mark.parametrize(
    ("written", "count"),
    [
        *[(["Berlin", "DE"], 1), (["London", "UK"], 1), (["Austin", "TX"], 1)],
        *[(["Berlin", "Paris"], 2), (["DE", "FR"], 2), (["Singapore", "Malaysia"], 2)],
    ],
)
def test_one_place_in_two_entries(written: list[str], count: int) -> None:
    """A city and its country without quotes are one place."""
    assert len(read(written)) == count


def test_canonical() -> None:
    """A city that is known has one name; what is not known keeps its own."""
    found = [str(one.canonical) for one in read(["Lissabon, PT", "Lisboa", "Lisbon, Portugal"])]
    assert set(found) == {"Lisbon, PT"}
    assert str(read("Tinyville, AT")[0].canonical) == "Tinyville, AT"
