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
    checked_key,
    normalize_address,
    person_hash,
)
from careers.intake import read
from careers.text.diagnostics import CareersError

ROOT = Path(__file__).parents[2]
KEY = checked_key("0123456789abcdef")
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


def test_all_wrong_fields_are_named_at_once() -> None:
    """And nothing of what stands in them."""
    message = refused(
        json.dumps(
            {
                "posting": f"../{SECRET}",
                "name": f"{SECRET}\x00",
                "email": f"{SECRET}",
                "phone": 5,
                "links": [SECRET, {"a": SECRET}],
                "answers": {SECRET: []},
                "submitted": SECRET,
                "source": SECRET.upper(),
                "message": SECRET * 10_000,
            }
        ).encode()
    )
    names = "posting name email phone links[1] answers submitted source message"
    assert all(f"{name}: " in message for name in names.split())
    assert SECRET not in message.lower()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"name": ""}, "name: is empty"),
        ({"name": " \u200b "}, "name: is empty"),
        ({"name": None}, "name: is missing"),
        ({"name": "a\nb"}, "name: holds control characters"),
        ({"name": "x" * 201}, "name: is longer than 200 characters"),
        ({"email": "x" * 250 + "@example.com"}, "email: is"),
        ({"email": "a@localhost"}, "email: is not an e-mail address"),
        ({"submitted": 5}, "submitted: must be a time"),
        ({"answers": {"q": "x" * 20_000}, "message": "x" * 20_000}, "message and answers"),
        ({"message": "\ud800"}, "message: "),
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, Any], said: str) -> None:
    """Sizes, empty names, addresses that are none, text that is no text."""
    assert said in refused(json.dumps({**ADA, **change}).encode())


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


@given(st.dictionaries(st.sampled_from([*Application.model_fields, "more"]), st.text() | st.none()))
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
    ada = read_application(ADA)
    assert person_hash(KEY, ada) != person_hash(checked_key("another key, also long"), ada)
    assert "ada" not in person_hash(KEY, ada)


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
    """Without one, hashes of addresses could be guessed."""
    with pytest.raises(CareersError, match="CAREERS_KEY") as caught:
        checked_key(key)
    assert caught.value.status == 2


def test_the_published_schema_is_the_models() -> None:
    """``careers.application.schema()`` wrote it."""
    published = json.loads((ROOT / "schemas/application.json").read_text("utf-8"))
    assert published == schema()
    assert published["required"] == ["posting", "name", "email"]


def test_the_examples_can_be_read() -> None:
    """Five people at least, two of them twice, one hostile."""
    made = [read(p.read_bytes()) for p in sorted((ROOT / "examples/applications").glob("*.json"))]
    assert len({person_hash(KEY, application) for application in made}) >= 5
    assert len(made) >= 7
