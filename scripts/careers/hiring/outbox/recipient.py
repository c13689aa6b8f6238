"""To whom a letter goes: an address that the signed record knows, a name that one repeats."""

from __future__ import annotations

import re
import unicodedata

from email_validator import EmailNotValidError, validate_email

from careers.hiring.hashes import person_hash
from careers.hiring.issue import facts, quoting
from careers.hiring.keys import Keys
from careers.hiring.record.model import Record

_NAME_MAX = 80
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Zl", "Zp"})
_LINK = re.compile(r"[/\\@<>]|www\.|\S[.\u3002\uff0e\uff61][^\W\d_]{2,}", re.IGNORECASE)
_NO_NAME = re.compile(r"\d{3}|[`*_#|~^=+{}\[\]]")


def recipient(record: Record, body: str, keys: Keys) -> str:
    """The address in the facts, where the record knows it; empty where it does not."""
    address = deliverable(facts.email(body))
    return address if is_written_to(record, address, keys) else ""


def is_written_to(record: Record, address: str, keys: Keys) -> bool:
    """Whether letters go to an address; after a correction the corrected one counts alone."""
    known = {record.corrected} if record.corrected else {record.person, *record.also}
    hashes = {person_hash(key.hashing, address) for key in keys.all} if address else set()
    return bool(hashes & known)


def deliverable(text: str) -> str:
    """An address as SMTP takes it, in ASCII; empty where it is none."""
    try:
        found = validate_email(text.strip(), check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return ""
    return found.ascii_email or ""


def repeated_name(body: str) -> str:
    """The candidate's name as they wrote it; empty where one does not repeat it in a letter.

    One that holds an address or a number is an advertisement, which we would mail to others.
    """
    name = facts.name(body)
    seen = quoting.clean(name).strip()
    plain = seen == name.strip() and not any(map(_is_unseen, seen))
    told = _LINK.search(seen) or _NO_NAME.search(seen)
    return seen if plain and 0 < len(seen) <= _NAME_MAX and not told else ""


def _is_unseen(character: str) -> bool:
    """Whether it shows nothing, or turns what follows round; names are joined by two of these."""
    return unicodedata.category(character) in _UNSEEN and character not in "\u200c\u200d"
