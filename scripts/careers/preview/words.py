"""A word-level difference of two texts, in short runs, bounded in time and size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

from careers.preview.model import PIECES, TEXT, Piece

CONTEXT = 6
"""Words that stay on each side of a change."""
WORDS = 600
"""Words that are compared with words; of a longer text the rest counts as one."""

Kind = Literal["same", "gone", "new"]
_MORE = "…"


def difference(before: str, after: str) -> tuple[Piece, ...]:
    """What became of a text. Empty where nothing did but blanks."""
    old, new = before.split(), after.split()
    if old == new:
        return ()
    start = _shared(old, new)
    end = _shared(old[start:][::-1], new[start:][::-1])
    head, tail = old[:start], old[len(old) - end :]
    middle = _middle(old[start : len(old) - end], new[start : len(new) - end])
    return _bounded([("same", head), *middle, ("same", tail)])


def all_new(text: str) -> tuple[Piece, ...]:
    """A text that was not there."""
    return _bounded([("new", text.split())])


def all_gone(text: str) -> tuple[Piece, ...]:
    """A text that is not there any longer."""
    return _bounded([("gone", text.split())])


def _shared(old: Sequence[str], new: Sequence[str]) -> int:
    """How many words both begin with."""
    pairs = zip(old, new, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def _middle(old: list[str], new: list[str]) -> Iterator[tuple[Kind, list[str]]]:
    if max(len(old), len(new)) > WORDS:
        yield from (("gone", old), ("new", new))
        return
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            yield "same", old[i:j]
        else:
            yield "gone", old[i:j]
            yield "new", new[k:m]


def _bounded(runs: Sequence[tuple[Kind, list[str]]]) -> tuple[Piece, ...]:
    runs = [run for run in runs if run[1]]
    pieces = []
    for at, (kind, words) in enumerate(runs):
        sides = (at > 0, at + 1 < len(runs))
        text = _elided(words, *sides) if kind == "same" else _cut(" ".join(words))
        pieces.append(Piece(kind=kind, text=_cut(text)))
    if len(pieces) > PIECES:
        pieces = [*pieces[: PIECES - 1], Piece(kind="same", text=_MORE)]
    return tuple(pieces)


def _elided(words: list[str], after_change: bool, before_change: bool) -> str:  # noqa: FBT001 - two sides
    """The words beside a change; those between two changes stay when they are few."""
    first = words[:CONTEXT] if after_change else []
    last = words[-CONTEXT:] if before_change else []
    if len(first) + len(last) >= len(words):
        return " ".join(words)
    return " ".join([*first, _MORE, *last])


def _cut(text: str) -> str:
    """A long text by its beginning and its end: what matters may stand at either."""
    if len(text) <= TEXT:
        return text
    half = TEXT // 2
    return f"{text[:half]} {_MORE} {text[-half:]}"
