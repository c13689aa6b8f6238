from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.hiring.issue.sections import section, with_section
from careers.hiring.keys import read_keys
from careers.hiring.record.block import read_record, read_signed, record_block, signed, with_record
from careers.hiring.record.model import HISTORY_KEPT, Entry, Record
from careers.hiring.record.stub import Stub, read_stub
from hiring.sealing import KEYS, block, candidate, read


def record(reason: str = "", **changes: object) -> Record:
    """A record with one move."""
    entries = (
        Entry(when="2026-01-01T00:00:00Z", who="site", to="applied"),
        Entry(when="2026-01-02T00:00:00Z", who="rita", start="applied", to="offer", reason=reason),
    )
    return candidate("offer", *entries).model_copy(update=changes)


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_a_record_reads_back_and_nothing_in_it_ends_it(reason: str) -> None:
    """Whatever a reason holds, the block is one comment without mentions and references."""
    made = block(record(reason))
    body = f"before\n\n{made}\n\nafter"
    assert read(body) == record(reason)
    inside = made.removeprefix("<!--").removesuffix("-->")
    assert not re.search(r"[<>@#&]|--", inside)
    assert with_record(body, made) == body


SIGNED = block(record())
OTHER = read_keys("another key, no secret")


@pytest.mark.parametrize(
    "text",
    [
        "Look at `<!-- careers:record` below",
        "<!-- careers:record",
        "<!-- careers:record\n{}\n-->",
        "<!-- careers:record\n{\n-->",
        "<!-- careers:record\n[]\n-->",
        "<!-- careers:record\n" + "[" * 100_000 + "\n-->",
        '<!-- careers:record\n{"version":1}\n-->',
        SIGNED.replace('"stage":"offer"', '"stage":"hired"'),
        SIGNED.replace('"issue":3', '"issue":4'),
        SIGNED.replace('"sequence":1', '"sequence":2'),
        SIGNED.replace('"stage":"offer"', '"stage":"offer","later":1'),
        SIGNED.replace('"signature":"', '"signature":"0'),
        SIGNED.replace('"signature":"', '"signature":"\u00e9'),
        SIGNED.replace('"signature":"', '"signature":["'),
        SIGNED.replace(KEYS.current.id, OTHER.current.id),
        record_block(record(), OTHER.current),
        Stub("n", "0" * 32, "1" * 32).block(KEYS.current),
    ],
)
def test_what_we_did_not_sign_is_text(text: str) -> None:
    """Made up, altered, signed by another key, or something else that we signed."""
    assert read_record(text, 3, KEYS) is None


def test_a_record_is_bound_to_its_issue() -> None:
    """Copied into another issue it is text."""
    assert read_record(SIGNED, 3, KEYS) == record()
    assert read_record(SIGNED, 4, KEYS) is None


def test_of_two_records_the_newest_holds() -> None:
    """An older one beside it changes nothing."""
    later = record(sequence=5, stage="applied")
    for body in (f"{SIGNED}\n{block(later)}", f"{block(later)}\n{SIGNED}"):
        assert read(body) == later
        assert read_record(with_record(body, block(later)), 3, KEYS) == later
        assert with_record(body, block(later)).count("careers:record") == 1


def test_an_older_key_is_still_read() -> None:
    """CAREERS_KEY_OLD; what is written is signed by the new one."""
    both = read_keys("a key that came after", "a key for tests, no secret")
    assert read_record(SIGNED, 3, both) == record()
    assert read_record(record_block(record(), both.current), 3, KEYS) is None


def test_fields_of_a_later_version_are_kept_and_signed() -> None:
    """An older run destroys nothing that a newer one wrote, and nobody can alter it."""
    fields = read_signed(SIGNED.split("\n")[1], KEYS)
    assert fields is not None
    whole = signed({**fields, "hold": {"until": "2026-05-05"}}, KEYS.current)
    body = f"<!-- careers:record\n{whole}\n-->"
    again = block(read(body))
    assert '"hold":{"until":"2026-05-05"}' in again
    assert read_record(again.replace("05-05", "06-06"), 3, KEYS) is None


def test_old_history_is_chained() -> None:
    """A record keeps its newest entries; a digest says what the others were."""
    entry = Entry(when="2026-01-02T00:00:00Z", who="rita", start="applied", to="offer")
    long = record(history=tuple(entry for _ in range(HISTORY_KEPT + 7)))
    short, old = long.shortened()
    assert (len(short.history), len(old), short.earlier) == (HISTORY_KEPT, 7, 7)
    more = short.model_copy(update={"history": (*short.history, entry)})
    again, _ = more.shortened()
    assert again.earlier == 8
    assert len({"", short.chain, again.chain}) == 3
    assert record().shortened() == (record(), ())


STUB = Stub("nonce", "0" * 32, "1" * 32)


@pytest.mark.parametrize(
    ("body", "known"),
    [
        (f"A new application.\n{STUB.block(KEYS.current)}\n", True),
        (STUB.block(KEYS.current), True),
        (f"A new application.\n{STUB.block(OTHER.current)}", False),
        (f"{STUB.block(KEYS.current)}\n\nand\nmore", False),
        (f"Our notes\nof\nthem\n{STUB.block(KEYS.current)}", False),
        (STUB.block(KEYS.current).replace("0" * 32, "2" * 32), False),
        ("", False),
    ],
)
def test_a_stub_is_taken_up_where_nothing_else_stands(body: str, *, known: bool) -> None:
    """Signed by us, and the body nothing but the stub."""
    assert read_stub(body, KEYS) == (STUB if known else None)


def test_sections_leave_what_people_wrote() -> None:
    """Text outside the markers stays, also where people deleted a marker or a whole section."""
    body = "<!-- careers:next -->\n\nold\n\n<!-- /careers:next -->\n\nmine\n"
    made = with_section(body, "next", "new")
    assert section(made, "next") == "new"
    assert made.endswith("mine\n")
    half = f"<!-- careers:next -->\nmine too\n\n{body}"
    made = with_section(half, "next", "new")
    assert "mine too" in made
    assert made.endswith("mine\n")
    gone = f"mine\n\n{SIGNED}"
    assert with_section(gone, "next", "new").startswith("mine\n\n<!-- careers:next -->")
