"""What changes on a page: title, facts, and text, place by place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from careers.preview.model import TEXT, Change, Piece
from careers.preview.posting_view import APPLY, Block, PostingView
from careers.preview.words import all_gone, all_new, difference

ALIKE = 0.4
"""Share of words that two blocks have in common when one was made from the other."""
PAIRED = 60
"""Blocks in a row that are paired by likeness; longer runs are gone and new."""


def changes(before: PostingView, after: PostingView) -> Iterator[Change]:
    """Each change that a candidate can see, in the order of the page."""
    yield from _change("Title", difference(before.title, after.title))
    old, new = dict(before.facts), dict(after.facts)
    if after.state == "closed":
        old.pop(APPLY, None)
    for label in dict.fromkeys([*old, *new]):
        yield from _change(label, _value(old.get(label), new.get(label)))
    yield from _text(_without_title(before), _without_title(after))


def _change(where: str, pieces: tuple[Piece, ...]) -> Iterator[Change]:
    if pieces:
        yield Change(where=where[:TEXT], pieces=pieces)


def _value(old: str | None, new: str | None) -> tuple[Piece, ...]:
    if old is None or new is None:
        return all_new(new or "") if old is None else all_gone(old)
    return difference(old, new)


def _without_title(view: PostingView) -> Sequence[Block]:
    """The blocks without the heading that says the title again."""
    blocks = view.blocks
    return blocks[1:] if blocks and blocks[0] == (view.title, view.title) else blocks


def _text(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Change]:
    texts = ([text for _, text in old], [text for _, text in new])
    matcher = SequenceMatcher(None, *texts, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield from _group(old[i:j], new[k:m])


def _group(old: Sequence[Block], new: Sequence[Block]) -> Iterator[Change]:
    """Blocks that took the place of others: each beside that which it was made from."""
    at = 0
    for place, text in new:
        twin = _twin(text, old[at:]) if len(old) + len(new) <= PAIRED else None
        if twin is None:
            yield from _change(place, all_new(text))
            continue
        for gone_place, gone_text in old[at : at + twin]:
            yield from _change(gone_place, all_gone(gone_text))
        yield from _change(place, difference(old[at + twin][1], text))
        at += twin + 1
    for place, text in old[at:]:
        yield from _change(place, all_gone(text))


def _twin(text: str, candidates: Sequence[Block]) -> int | None:
    """The first of the blocks that is alike."""
    return next((n for n, (_, other) in enumerate(candidates) if likeness(text, other)), None)


def likeness(text: str, other: str) -> bool:
    """Whether two texts share enough words that one was made from the other."""
    here, there = Counter(text.lower().split()), Counter(other.lower().split())
    total = here.total() + there.total()
    return bool(total) and 2 * (here & there).total() >= ALIKE * total
