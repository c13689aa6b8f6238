"""What people write for a place, and which place it is."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.places.areas import Area, area, areas, limits
from careers.places.forms import right_form, right_forms
from careers.places.model import Ambiguous, Found, Place, Unknown
from careers.places.reading import country, one_place, place
from careers.places.tables import countries

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared"


def rows(name: str) -> list[list[str]]:
    """The cases of a file: tabs part the columns."""
    text = (HERE / name).read_text(encoding="utf-8")
    return list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def said(found: Found) -> list[str]:
    """What was found, as the columns of places.tsv have it."""
    match found:
        case Place():
            region = found.region.code if found.region else "-"
            return [found.city or "-", region, found.country.code]
        case Ambiguous():
            return ["?", " // ".join(right_forms(found))]
        case Unknown():
            return ["!", found.why.name]


@pytest.mark.parametrize(("text", "right"), [(row[0], row[1:]) for row in rows("places.tsv")])
def test_place(text: str, right: list[str]) -> None:
    """City, region and country; ``?`` with what to write instead, ``!`` with why it is none."""
    assert said(place(text)) == right


@pytest.mark.parametrize("text", [row[0] for row in rows("places.tsv")])
def test_right_form(text: str) -> None:
    """What is proposed is read as the very place that it is proposed for."""
    found = place(text)
    readings = (found,) if isinstance(found, Place) else found.readings
    for one in readings:
        again = place(right_form(one))
        assert isinstance(again, Place)
        assert (again.country, again.city is None) == (one.country, one.city is None)
        assert one.region is None or again.region == one.region


@pytest.mark.parametrize(("text", "kind", "members"), rows("areas.tsv"))
def test_area(text: str, kind: str, members: str) -> None:
    """The kind of an area that is no country, and how many countries are surely in it."""
    found = area(text)
    assert isinstance(found, Area)
    assert (found.kind.name, len(found.members)) == (kind, int(members))


@pytest.mark.parametrize("code", ["PT", "MT", "ET", "CA", "DE", "GE"])
def test_code_is_a_country(code: str) -> None:
    """By itself a code of ISO 3166-1 is the country, also where a time zone is called so."""
    found = area(code)
    assert isinstance(found, Place)
    assert (found.country.code, found.region) == (code, None)


def test_codes_of_states() -> None:
    """Beside codes of states CA may be California, and is not taken for Canada."""
    first, *others = areas(["CA", "TX", "NY"])
    assert isinstance(first, Ambiguous)
    assert right_forms(first) == ("California, United States", "Canada")
    assert [said(one)[1] for one in others if not isinstance(one, Area)] == ["US-TX", "US-NY"]
    assert [said(one) for one in areas(["DE", "CA"]) if not isinstance(one, Area)] == [
        ["-", "-", "DE"],
        ["-", "-", "CA"],
    ]


@pytest.mark.parametrize("code", sorted(countries()))
def test_country_by_each_of_its_names(code: str) -> None:
    """A country is known by its name in each language, unless it shares it with another place."""
    found = countries()[code]
    for name in found.names:
        known = country(name)
        if known != found:
            assert known is None
            assert isinstance(place(name), Ambiguous), name
    assert country(code) == found


@pytest.mark.parametrize(
    ("text", "code"),
    [
        *[("Georgia", None), ("Korea", None), ("Berlin", None), ("EU", None), ("", None)],
        *[("england", "GB"), ("UK", "GB"), ("usa", "US"), ("The Netherlands", "NL")],
        *[("Brasil", "BR"), ("Ω", None)],
    ],
)
def test_country(text: str, code: str | None) -> None:
    """None where it is no country, or may be something else as well."""
    found = country(text)
    assert (found.code if found else None) == code


@pytest.mark.parametrize(
    ("parts", "city"),
    [
        *[(("Berlin", "DE"), "Berlin"), (("London", "UK"), "London"), (("Austin", "TX"), "Austin")],
        *[(("Berlin", "Germany"), "Berlin"), (("Cambridge", "MA"), "Cambridge")],
        *[(("DE", "FR"), None), (("Berlin", "Paris"), None), (("Singapore", "Malaysia"), None)],
        *[(("Remote", "DE"), None), (("Berlin, DE", "FR"), None), (("Tinyville", "DE"), None)],
    ],
)
def test_one_place(parts: tuple[str, str], city: str | None) -> None:
    """A list of a city and its country or state is one place; of two places it is not."""
    found = one_place(*parts)
    assert (found.city if found else None) == city


@given(
    st.text()
    | st.lists(
        st.sampled_from(
            [r[0] for r in rows("places.tsv")] + [",", " ", "/", "(", ")", "\t", "|", "="]
        )
    ).map("".join)
)
def test_never_raises(text: str) -> None:
    """Whatever a stranger writes is a place, several or none, and can be told how to be written."""
    found = area(text)
    if isinstance(found, Ambiguous | Unknown):
        assert all(right_forms(found))
    assert country(text) is None or len(text) > 1


def written() -> list[str]:
    """The places in the front matters of others' postings."""
    pattern = re.compile(r"^(?:location|locations|city|country|region): *(\S.*)$", re.MULTILINE)
    files = [
        p for name in ("corpus", "corpus-houses") for p in sorted((SHARED / name).glob("*.md"))
    ]
    return [text.strip() for p in files for text in pattern.findall(p.read_text("utf-8"))]


@pytest.mark.skipif(not (SHARED / "corpus-houses").is_dir(), reason="others' postings are not here")
def test_what_houses_write() -> None:
    """All places of other houses' front matters are known but one that is no place."""
    found = {text: place(text) for text in written()}
    assert len(found) > 8
    assert [text for text, one in found.items() if not isinstance(one, Place)] == ["remote"]


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (["DE", "UK"], ["DE", "GB"]),
        (["Benelux", "NL"], ["BE", "NL", "LU"]),
        (["US", "US time zones"], ["US"]),
        *[(["DE", other], []) for other in ("Worldwide", "EMEA", "Georgia", "Nowhere")],
        (["UTC-3 to UTC+3"], []),
        ([], []),
    ],
)
def test_limits(texts: list[str], codes: list[str]) -> None:
    """The countries of a remote job, and none where the list would be false."""
    assert [found.country.code for found in limits(texts)] == codes
