"""Reads an artifact that a fork may have made: few files, by name, of a known size."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from careers.text.diagnostics import CareersError
from careers.text.strict_json import LIMIT

TOTAL = 2 * LIMIT
"""Bytes of all files together."""
PREVIEW = "preview"
"""The built site: for people, as pictures of pages and the page that shows them are."""
_FOR_PEOPLE = frozenset({PREVIEW, "pictures", "index.html"})
"""What is never entered or read."""
_CURE = "nothing was written; look at the run that made the artifact, it may be hostile"


def read_artifact(folder: Path, names: Sequence[str]) -> dict[str, bytes]:
    """The named files of a folder. Raises CareersError where it holds anything else.

    Links are refused and not followed, folders not entered, sizes asked before reading.
    """
    try:
        if folder.is_symlink() or not folder.is_dir():
            raise _refused("it is not there, or no folder")
        _look(folder, names)
        return {name: _read(folder / name) for name in names}
    except OSError as error:
        raise _refused(f"it cannot be read: {error.strerror}") from None


def _look(folder: Path, names: Sequence[str]) -> None:
    total = 0
    found = set()
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in _FOR_PEOPLE and _is_as_named(entry):
                continue
            if entry.name not in names:
                raise _refused("it holds a file that is none of ours")
            if not entry.is_file(follow_symlinks=False):
                raise _refused(f"{entry.name} is no regular file")
            found.add(entry.name)
            total += entry.stat(follow_symlinks=False).st_size
    if missing := sorted(set(names) - found):
        raise _refused(f"it lacks {', '.join(missing)}")
    if total > TOTAL:
        raise _refused(f"its files have {total:,} bytes; {TOTAL:,} are allowed")


def _is_as_named(entry: os.DirEntry[str]) -> bool:
    if "." in entry.name:
        return entry.is_file(follow_symlinks=False)
    return entry.is_dir(follow_symlinks=False)


def _read(path: Path) -> bytes:
    """A file's bytes; one past the limit is enough to tell."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    with os.fdopen(descriptor, "rb") as file:
        data = file.read(LIMIT + 1)
    if len(data) > LIMIT:
        raise _refused(f"{path.name} is larger than {LIMIT:,} bytes")
    return data


def _refused(why: str) -> CareersError:
    return CareersError(f"the artifact is refused: {why}", _CURE)
