"""Every way in, and what each refuses, without a word of what a candidate wrote."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.application import Application, read_application, schema
from careers.hiring.hashes import (
    application_hash,
    name_hash,
    normalize_address,
    normalize_name,
    person_hash,
)
from careers.hiring.keys import read_keys
from careers.intake import read
from careers.text.diagnostics import CareersError

ROOT = Path(__file__).parents[2]
KEY = read_keys("0123456789abcdef").current.hashing
ADA: dict[str, Any] = {"posting": "engineer", "name": "Ada", "email": "ada@example.com"}
SECRET = "zanzibar"


def refused(data: bytes) -> str:
    """The message for something that is refused."""
    with pytest.raises(CareersError) as caught:
        read(data)
    assert caught.value.status == 1
    return str(caught.value)


def test_unknown_fields_are_kept_among_the_answers() -> None:
    """A form may ask more than we know of."""
    made = read_application({**ADA, "pronouns": "she", "years": 4, "answers": {"years": "five"}})
    assert made.answers == {"years": "five", "pronouns": "she", "years (field)": "4"}


@pytest.mark.parametrize(
    ("change", "kept"),
    [
        ({"message": "one\x0ctwo\x0bthree"}, {"message": "one\ntwo\nthree"}),
        ({"message": "a\x00b\x1b[1mc"}, {"message": "ab[1mc"}),
        ({"message": "\ud800"}, {"message": "\ufffd"}),
        ({"message": "x" * 31_000}, {"message": "x" * 31_000}),
        ({"message": ["a", 1]}, {"message": "a, 1"}),
        ({"name": "Ada\tExample\n"}, {"name": "Ada Example"}),
        ({"email": "Nour <nour@example.com>"}, {"email": "nour@example.com"}),
        ({"email": "mailto:nour@example.com"}, {"email": "nour@example.com"}),
        ({"email": "nour at example"}, {"email": "nour at example"}),
        ({"email": "", "phone": 4420}, {"email": "", "phone": "4420"}),
        ({"source": "LinkedIn"}, {"source": "linkedin"}),
        ({"source": "A friend of mine!"}, {"source": "a-friend-of-mine"}),
        ({"source": ""}, {"source": "site"}),
        ({"phone": "", "location": None, "links": ""}, {"phone": "", "location": "", "links": ()}),
        (
            {"links": "https://a.example, https://b.example"},
            {"links": ("https://a.example", "https://b.example")},
        ),
        ({"links": ["https://a.example", 5, ""]}, {"links": ("https://a.example", "5")}),
        (
            {"answers": {"a": 1.5, "b": True, "c": ["x", "y"], "d": False, "e": ""}},
            {"answers": {"a": "1.5", "b": "yes", "c": "x, y", "d": "no"}},
        ),
        ({"answers": {"a": {"b": 1}}}, {"answers": {"a": '{"b": 1}'}}),
        ({"answers": "all of it"}, {"answers": {"answers": "all of it"}}),
        ({"submitted": "soon"}, {"submitted": None, "answers": {"submitted": "soon"}}),
        (
            {"submitted": "9999-12-31T23:59:59-12:00"},
            {"submitted": None, "answers": {"submitted": "9999-12-31T23:59:59-12:00"}},
        ),
        ({"submitted": 5}, {"submitted": None, "answers": {"submitted": "5"}}),
        ({"location": "x" * 300}, {"location": "x" * 200, "answers": {"location": "x" * 300}}),
        ({"name": "x" * 300}, {"name": "x" * 200, "answers": {"name": "x" * 300}}),
        ({"id": 7}, {"id": "7"}),
        ({"posting": " Engineer "}, {"posting": "Engineer"}),
    ],
)
def test_nobody_is_turned_away_for_a_trifle(change: dict[str, Any], kept: dict[str, Any]) -> None:
    """What does not fit its field is taken as it can be, and the whole of it is kept."""
    made = read(json.dumps({**ADA, **change}).encode())
    assert {name: getattr(made, name) for name in kept} == kept


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "name: is missing"),
        ({"name": " \u200b "}, "name: is missing"),
        ({"name": None}, "name: is missing"),
        ({"name": "\n\t"}, "name: is missing"),
        ({"email": None}, "email: is missing"),
        ({"email": None, "phone": " "}, "email: is missing"),
        ({"posting": ""}, "posting: is missing"),
        ({"posting": " ", "name": "", "email": ""}, "posting: is missing; name: is missing; email"),
    ],
)
def test_what_is_essential_is_asked_for(change: dict[str, Any], said: str) -> None:
    """A posting, a name, and a way to reach the person; all that is missing at once."""
    message = refused(json.dumps({**ADA, "message": SECRET, **change}).encode())
    assert said in message
    assert SECRET not in message


@pytest.mark.parametrize(
    "domain", ["example.com", "jobs.test", "careers.example", "b\u00fccher.example"]
)
def test_domains_for_trying_out_pass(domain: str) -> None:
    """Nothing is sent from here, so reserved names do no harm."""
    assert read_application({**ADA, "email": f"ada@{domain}"}).email.endswith(domain)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "line 1, column 1"),
        (b"[]", "not an object"),
        (b'{"name": "zanzibar", "name": "b"}', "twice"),
        (b'{"name": NaN}', "NaN"),
        (b'{"a": ' + b"[" * 200_000, "too deeply"),
        (b'{"a": ' + b"9" * 5_000 + b"}", "too long"),
        (b" " * (1 << 20) + b"{}", "larger than 1 MiB"),
        (b'{"name": "\xff"}', "not UTF-8"),
        (b'{"name": zanzibar}', "line 1"),
    ],
)
def test_what_is_no_plain_json_is_refused(data: bytes, said: str) -> None:
    """What two readers could understand differently is not read at all."""
    message = refused(data)
    assert said in message
    assert SECRET not in message


def test_a_byte_order_mark_is_no_harm() -> None:
    """Windows writes one."""
    assert read(b"\xef\xbb\xbf" + json.dumps(ADA).encode()).name == "Ada"


VALUES = st.recursive(
    st.text() | st.none() | st.integers() | st.floats(allow_nan=False) | st.booleans(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from([*Application.model_fields, "more"]), VALUES))
def test_any_fields_are_read_or_refused(fields: dict[str, Any]) -> None:
    """Never a traceback."""
    try:
        read_application(fields)
    except CareersError as error:
        assert error.status == 1  # noqa: PT017 - either is right


def test_one_person_has_one_name() -> None:
    """However the address is spelt; a plus tag makes another, as most servers see it."""
    same = ["ada@example.com", "Ada@EXAMPLE.com", " ada@example.com ", "\uff41da@example.com"]
    assert {normalize_address(address) for address in same} == {"ada@example.com"}
    assert normalize_address("ada@B\u00dcCHER.example") == "ada@xn--bcher-kva.example"
    assert normalize_address("ada+x@example.com") != normalize_address("ada@example.com")
    other = read_keys("another key, also long").current
    ada = person_hash(KEY, "ada@example.com")
    assert ada not in {
        person_hash(key, "ada@example.com") for key in (other.hashing, other.signing)
    }
    assert "ada" not in ada


def test_a_name_is_known_again() -> None:
    """Equal but for capitals, accents and order; another one is another."""
    same = ["Zoë de Wit", "zoe de wit", "de Wit, Zoë", " ZOE  DE WIT "]
    assert len({normalize_name(name) for name in same}) == 1
    assert normalize_name("李小龍") != normalize_name("李小")
    assert normalize_name("🙂") != normalize_name("🙃")
    assert name_hash(KEY, "Ada") != person_hash(KEY, "Ada")


def test_the_same_application_is_recognised() -> None:
    """By the sender's id, else by all that it says; never by the time it was sent."""

    def name(**changes: Any) -> str:
        return application_hash(KEY, read_application({**ADA, **changes}))

    assert name() == name(submitted="2026-01-01T00:00:00Z") == name(email="ADA@example.com")
    assert name() != name(message="more")
    assert name(id="7") == name(id="7", message="more")
    assert name(id="7") != name(id="8")
    assert name(id="7") != name(id="7", email="bob@example.com")


@pytest.mark.parametrize("key", [None, "", "short"])
def test_a_key_is_required(key: str | None) -> None:
    """Without one, hashes of addresses could be guessed, and records forged."""
    with pytest.raises(CareersError, match="CAREERS_KEY") as caught:
        read_keys(key)
    assert caught.value.status == 2


def test_the_published_schema_is_the_models() -> None:
    """``careers.application.schema()`` wrote it."""
    published = json.loads((ROOT / "schemas/application.json").read_text("utf-8"))
    assert published == schema()
    assert published["required"] == ["posting", "name"]


def test_the_examples_can_be_read() -> None:
    """Five people at least, two of them twice, one hostile."""
    made = [read(p.read_bytes()) for p in sorted((ROOT / "examples/applications").glob("*.json"))]
    assert len({person_hash(KEY, application.email) for application in made}) >= 5
    assert len(made) >= 7
