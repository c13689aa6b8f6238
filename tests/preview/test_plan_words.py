"""The word-level difference: what it shows, and its bounds for any two texts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careers.preview import Piece
from careers.preview.model import PIECES, TEXT
from careers.preview.words import all_gone, all_new, difference
from careers.reports.plan.pages import pieces

WORDS = st.lists(st.sampled_from(["a", "b", "@rita", "closes", "#12", "*x*", "e"]), max_size=60)
MANY = [f"word{n}" for n in range(50)]
LONG, FIRST, LAST = " ".join(MANY), " ".join(MANY[:6]), " ".join(MANY[-6:])


def marked(found: tuple[Piece, ...]) -> str:
    """The difference as people read it in a log."""
    signs = {"same": "{}", "gone": "[-{}-]", "new": "[+{}+]"}
    return " ".join(signs[piece.kind].format(piece.text) for piece in found)


CASES = [
    ("same words", "We pay  you", "We pay\nyou", ""),
    ("a word", "from 70 to 90 a year", "from 70 to 96 a year", "from 70 to [-90-] [+96+] a year"),
    ("words added", "We call", "We call you", "We call [+you+]"),
    ("words gone", "We call you soon", "We call soon", "We call [-you-] soon"),
    ("all new", "One", "Two", "[-One-] [+Two+]"),
    ("from nothing", "", "Two words", "[+Two words+]"),
    ("to nothing", "Two words", "", "[-Two words-]"),
    ("repeated", "a b a b a b", "a b a a b", "a b a [-b-] a b"),
    (
        "context alone stays",
        f"{LONG} old {LONG}",
        f"{LONG} new {LONG}",
        f"… {LAST} [-old-] [+new+] {FIRST} …",
    ),
    (
        "a long run between two changes is elided",
        f"a {LONG} b",
        f"c {LONG} d",
        f"[-a-] [+c+] {FIRST} … {LAST} [-b-] [+d+]",
    ),
]


@pytest.mark.parametrize(("before", "after", "shown"), [case[1:] for case in CASES])
def test_difference(before: str, after: str, shown: str) -> None:
    """Changed words with a few around them, and nothing where only blanks differ."""
    assert marked(difference(before, after)) == shown


def test_long_texts_are_shown_by_their_ends() -> None:
    """Past what is compared, the old and the new stand as one piece each, cut in the middle."""
    found = difference("x " * 5_000, "y " * 5_000)
    assert [piece.kind for piece in found] == ["gone", "new"]
    assert all(len(piece.text) <= TEXT + 3 for piece in found)


@given(WORDS, WORDS)
def test_difference_tells_both_texts(before: list[str], after: list[str]) -> None:
    """Where nothing is elided, the old text and the new one can be read from the difference."""
    found = difference(" ".join(before), " ".join(after))
    if not found or any("…" in piece.text for piece in found):
        return
    kept = {"gone": before, "new": after}
    for kind, text in kept.items():
        words = [w for p in found if p.kind in ("same", kind) for w in p.text.split()]
        assert words == text


@given(st.text(max_size=3_000), st.text(max_size=3_000))
def test_difference_is_bounded(before: str, after: str) -> None:
    """Whatever the texts are, it does not raise, and what comes of it has a size."""
    for found in (difference(before, after), all_new(after), all_gone(before)):
        assert len(found) <= PIECES
        assert all(len(piece.text) <= TEXT + 3 for piece in found)


@given(st.text(max_size=500), st.text(max_size=500))
def test_rendered_difference_mentions_nobody(before: str, after: str) -> None:
    """In Markdown no word of the texts notifies, refers, links or is HTML."""
    shown = pieces(difference(before + " @rita #12", f"{after} <b> https://example.com"))
    assert not re.search(r"@\w|(?<!&)#\d|:(?=//)|<|\n", shown)
