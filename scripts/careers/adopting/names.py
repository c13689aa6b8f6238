"""The name of a posting's file, and what the name of a foreign file says."""

from __future__ import annotations

import re
from collections.abc import Container
from pathlib import PurePosixPath

from careers.language.vocabulary import vocabulary
from careers.process.label import slug

_DATED = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})-(?P<rest>.+)")
# As Notion names what it exports.
_NUMBERED = re.compile(r" [0-9a-f]{32}$")
_TAG = re.compile(r"[a-z]{2}(?:-[A-Za-z]{2})?")
_FOLDERS = frozenset({"index", "_index", "readme", "job", "posting"})


def day_of(path: str) -> str | None:
    """The day that begins a name, as Jekyll has it: `2026-03-02-baker.md`."""
    match = _DATED.fullmatch(PurePosixPath(path).stem)
    return match["day"] if match else None


def language_of(path: str) -> str:
    """The language that ends a name, as Hugo and we have it: `baker.de.md`; empty without one."""
    stem, _, ending = PurePosixPath(path).stem.rpartition(".")
    return ending if stem and _TAG.fullmatch(ending) and vocabulary(ending) else ""


def stem_of(path: str) -> str:
    """The name that tells the job: the file's, or its folder's where every file has that one."""
    place = PurePosixPath(path)
    stem = place.stem.removesuffix(f".{language_of(path)}")
    stem = place.parent.name if stem.lower() in _FOLDERS and place.parent.name else stem
    stem = _NUMBERED.sub("", stem)
    match = _DATED.fullmatch(stem)
    return match["rest"] if match else stem


def file_name(path: str, title: str, taken: Container[str], language: str = "") -> str:
    """A name that works in addresses and labels, which no other posting has.

    A translation's ends in its ``language``, by which it is told from its original.
    """
    stem = slug(stem_of(path)) or slug(title) or "posting"
    ending = f".{language}.md" if language and language == language_of(path) else ".md"
    names = (f"{stem}{f'-{number}' if number > 1 else ''}{ending}" for number in range(1, 10_000))
    return next(name for name in names if name not in taken)
