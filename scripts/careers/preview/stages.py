"""The stages of a process before and after, and which go away from under their candidates."""

from __future__ import annotations

from collections.abc import Mapping

from careers.preview.model import NAMES, Move
from careers.preview.posting_view import PostingView
from careers.process import APPLIED, current_name


def move(
    old: PostingView | None, new: PostingView | None, renamed: Mapping[str, str]
) -> Move | None:
    """The stages where they differ. A draft and a broken file have no process that counts."""
    before = old.stages if old and old.has_page else ()
    after = new.stages if new and new.has_page else ()
    if before == after or (new is not None and new.state == "broken"):
        return None
    lost = (s for s in before if not {s, current_name(s, renamed)} & {*after, APPLIED})
    return Move(before=before[:NAMES], after=after[:NAMES], gone=tuple(lost)[:NAMES])
