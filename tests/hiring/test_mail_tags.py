"""What marks an answer's address and a letter's Message-ID, so that the answer finds its issue."""

from __future__ import annotations

import pytest

from careers.hiring.correspondence.tags import (
    SentLetter,
    letters_named,
    message_id,
    tagged_address,
    tagged_number,
)
from careers.hiring.keys import read_keys

KEYS = read_keys("a key of the tests, long enough")
NEWER = read_keys("another key of the tests, as long", "a key of the tests, long enough")
ADDRESS = tagged_address("jobs@example.com", 41, KEYS)
LETTER = message_id(41, "still-deciding", "9f2c", "example.com", KEYS)


def test_an_address_brings_its_number_back() -> None:
    """It stays so after the key was changed, while the old one is still read."""
    assert ADDRESS.startswith("jobs+41-")
    assert ADDRESS.endswith("@example.com")
    assert tagged_number(ADDRESS, KEYS) == tagged_number(ADDRESS, NEWER) == 41
    assert tagged_address("jobs+x@example.com", 41, KEYS) == ADDRESS


@pytest.mark.parametrize(
    "address",
    [
        ADDRESS.replace("+41-", "+42-"),
        ADDRESS.replace("+41-", "+041-"),
        "jobs+41-00000000@example.com",
        "jobs+support-engineer@example.com",
        "jobs@example.com",
        ADDRESS.replace("+41-", "+٤١-"),
        "",
    ],
)
def test_no_other_address_has_a_number(address: str) -> None:
    """Digits of another candidate, or made up, are none; nor is a posting's name."""
    assert tagged_number(address, KEYS) is None


def test_a_key_that_is_not_ours_reads_nothing() -> None:
    """A mark of another company's is none of ours."""
    other = read_keys("a third key, of somebody else")
    assert tagged_number(ADDRESS, other) is None
    assert letters_named(LETTER, other) == ()


def test_message_ids_name_the_letters_that_are_answered() -> None:
    """In a header of several, ours are found, in order; others are passed over."""
    other = message_id(7, "offer", "00", "example.com", KEYS)
    header = f"<x@example.org> {LETTER}\r\n {other} <41-00000000.offer.00@example.com>"
    assert letters_named(header, KEYS) == (
        SentLetter(41, "still-deciding", LETTER),
        SentLetter(7, "offer", other),
    )
