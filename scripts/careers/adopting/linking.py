"""Links between postings, and to images, lead where they did."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Mapping

_LINK = re.compile(r"(?<=\]\()(?P<path>[^\s()<>#:?]+)(?=[)#\s])")
_IMAGES = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg")


def linked(
    text: str,
    place: tuple[str, str],
    moved: Mapping[str, str],
    images: dict[str, str],
    exists: Callable[[str], bool],
) -> str:
    """A posting's text with links to others as they are called now, and images taken along.

    ``place`` is where it came from and where it goes, ``moved`` the same of all of them. Where an
    image goes is added to ``images``, by where it is.
    """
    source, goes = place
    home = posixpath.dirname(source)

    def target(match: re.Match[str]) -> str:
        path = posixpath.normpath(posixpath.join(home, match["path"]))
        if path in moved:
            return posixpath.basename(moved[path])
        if path.lower().endswith(_IMAGES) and exists(path):
            images.setdefault(path, _image(path, goes, images.values()))
            return f"images/{posixpath.basename(images[path])}"
        return match["path"]

    return _LINK.sub(target, text)


def _image(path: str, posting: str, taken: Collection[str]) -> str:
    """Where an image is kept; one of the same name elsewhere has its folder's before it."""
    home, name = posixpath.join(posixpath.dirname(posting), "images"), posixpath.basename(path)
    above = posixpath.basename(posixpath.dirname(path)) or "other"
    names = (name, f"{above}-{name}", *(f"{number}-{name}" for number in range(2, 10_000)))
    return next(p for p in (posixpath.join(home, each) for each in names) if p not in taken)
