"""Finds what there is of one person, by the keyed hash of their address or telephone number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import normalize

from careers.hiring.applying.attention import is_attention
from careers.hiring.applying.submission import contact_of
from careers.hiring.hashes import normalize_address, person_hash
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.record.model import Record

_JOINER = "\u2060"
"""Stands behind each @ of a quoted text, so that nobody is mentioned."""
Pair = tuple[Issue, Record]


def hashes_of_person(contact: str, keys: Keys) -> set[str]:
    """What may stand for them in records; empty where the text is no address and no number."""
    known = contact_of(contact, contact)
    return {person_hash(key.hashing, known) for key in keys.all} if known else set()


def issues_of(hashes: set[str], known: Sequence[Pair]) -> list[Pair]:
    """Their issues, and those that were merged into these, whoever's address they bore."""
    theirs = [pair for pair in known if {pair[1].person, *pair[1].also} & hashes]
    numbers = {pair[0].number for pair in theirs}
    merged = {pair[1].duplicate_of for pair in theirs} - {0}
    return [
        (issue, record)
        for issue, record in known
        if issue.number in numbers | merged or record.duplicate_of in numbers | merged
    ]


def unsettled(contact: str, issues: Iterable[Issue]) -> list[Issue]:
    """What could not be taken in and holds their address."""
    address = normalize_address(contact)
    kept = ((issue, issue.body.replace(_JOINER, "")) for issue in issues if is_attention(issue))
    return [issue for issue, text in kept if address in normalize("NFKC", text).casefold()]
