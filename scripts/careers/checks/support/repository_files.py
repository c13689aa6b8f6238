"""The files of the repository that are no postings, as far as checks ask for them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from careers.markdown.includes import SharedText
from careers.posting.posting import Posting
from careers.text.source import Source

_NO_TEXT = Source("")


class ImageSize(NamedTuple):
    """The size of an image file: bytes, and pixels where its format tells them."""

    bytes: int
    width: int | None = None
    height: int | None = None


def _exists(_path: str) -> bool:
    return True


def _no_image(_path: str) -> ImageSize | None:
    return None


@dataclass(frozen=True)
class RepositoryFiles:
    """Paths are relative as the postings' own are; what was not looked for is empty.

    ``exists`` tells whether a path is a file or folder, ``image_size`` measures an image, None
    where there is none. ``shared`` are the shared texts of the folders that are checked whole,
    ``others`` the files there that are neither Markdown nor images, and Markdown files that are
    symbolic links out of the folder, ``owners`` is CODEOWNERS.
    """

    exists: Callable[[str], bool] = _exists
    image_size: Callable[[str], ImageSize | None] = _no_image
    shared: tuple[SharedText, ...] = ()
    others: tuple[str, ...] = ()
    owners: SharedText | None = None

    @property
    def led_out(self) -> tuple[str, ...]:
        """The links that are named as postings are, and lead out of their folder."""
        return tuple(path for path in self.others if path.lower().endswith(".md"))


def without_text(posting: Posting) -> Posting:
    """A posting that keeps its path and the places of its parts alone: a fact of a check."""
    return Posting(posting.path, _NO_TEXT, None, 1, parts=posting.parts)


def as_file(text: SharedText) -> Posting:
    """A file that is no posting, as a posting would be read: for its place and allowances."""
    return Posting(text.path, text.source, None, 1)
