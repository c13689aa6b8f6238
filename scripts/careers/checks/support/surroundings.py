"""What stands beside the postings in their repository, as it was found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from careers.markdown.includes import SharedText
from careers.posting.posting import Posting
from careers.text.source import Source

_NO_TEXT = Source("")


class Picture(NamedTuple):
    """The size of an image file: bytes, and pixels where its format tells them."""

    bytes: int
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True)
class Surroundings:
    """Paths are relative as the postings' own are; what was not looked for is empty.

    ``picture`` measures a file, None where there is none. ``shared`` are the shared texts of the
    folders that are checked whole, ``others`` the files there that are neither Markdown nor
    images, ``owners`` is CODEOWNERS. ``dead`` tells why an address of another host leads nowhere.
    """

    picture: Callable[[str], Picture | None] = lambda _: None
    shared: tuple[SharedText, ...] = ()
    others: tuple[str, ...] = ()
    owners: SharedText | None = None
    dead: Mapping[str, str] = field(default_factory=dict)


def without_text(posting: Posting) -> Posting:
    """A posting that keeps its path and the places of its parts alone: a fact of a check."""
    return Posting(posting.path, _NO_TEXT, None, 1, parts=posting.parts)


def as_file(text: SharedText) -> Posting:
    """A file beside the postings, as a posting would be read: for its place and allowances."""
    return Posting(text.path, text.source, None, 1)
