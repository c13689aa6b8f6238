"""Signed marks in mail addresses and Message-IDs: a number that an answer brings back.

``jobs+41-38205517@example.com`` is the address that a letter to candidate 41 wants answers at, and
``<41-38205517.invited.9f2c@example.com>`` such a letter's Message-ID. The eight digits are made of
the number with ``CAREERS_KEY``: who has not had a letter does not know them. They are a mark, not a
proof of who writes: an answer counts as the candidate's from an address that their record knows.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from hashlib import sha256

from careers.hiring.keys import Key, Keys

_DIGITS = 8
_TAG = r"(?P<number>[1-9][0-9]{0,9})-(?P<digits>[0-9]{8})"
_ADDRESS = re.compile(rf"^[^+@\s]+\+{_TAG}@[^@\s]+$")
_MESSAGE_ID = re.compile(
    rf"<{_TAG}\.(?P<letter>[a-z0-9]+(?:-[a-z0-9]+)*)\.[0-9a-f]{{1,64}}@[^<>@\s]+>"
)
_LONGEST = 20_000  # characters of a header that are looked at


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter of ours, by its Message-ID: the candidate's issue, and the letter's name."""

    number: int
    letter: str
    message_id: str


def tagged_address(address: str, number: int, keys: Keys) -> str:
    """The address that answers to a letter to this candidate are sent to."""
    local, _, domain = address.rpartition("@")
    return f"{local.partition('+')[0]}+{_tag(number, keys.current)}@{domain}"


def tagged_number(address: str, keys: Keys) -> int | None:
    """The candidate's number in an address of ours; None where there is none that we signed."""
    found = _ADDRESS.match(address[:400].strip())
    return _signed(found, keys) if found else None


def message_id(number: int, letter: str, nonce: str, domain: str, keys: Keys) -> str:
    """A letter's Message-ID, with its angle brackets.

    ``letter`` is its name in kebab case, ``nonce`` hexadecimal: the same for each try to send one.
    """
    return f"<{_tag(number, keys.current)}.{letter}.{nonce}@{domain}>"


def letters_named(header: str, keys: Keys) -> tuple[SentLetter, ...]:
    """The letters of ours whose Message-IDs stand in a header (In-Reply-To, References)."""
    found = (
        (_signed(match, keys), match["letter"], match[0])
        for match in _MESSAGE_ID.finditer(header[-_LONGEST:])
    )
    return tuple(SentLetter(number, *rest) for number, *rest in found if number)


def _signed(found: re.Match[str], keys: Keys) -> int | None:
    number = int(found["number"])
    tag = f"{found['number']}-{found['digits']}"
    known = (hmac.compare_digest(tag, _tag(number, key)) for key in keys.all)
    return number if any(known) else None


def _tag(number: int, key: Key) -> str:
    made = hmac.new(key.signing, f"mail {number}".encode(), sha256).digest()
    return f"{number}-{int.from_bytes(made) % 10**_DIGITS:0{_DIGITS}d}"
