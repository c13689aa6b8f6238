"""By what a file is known to stand as it was: one that we wrote, and one that its author writes."""

from __future__ import annotations

import os
import time
from pathlib import Path

Stamp = str
"""Size in bytes and time of change in nanoseconds: a text is loaded sooner than two numbers."""
SETTLED = 2_000_000_000
"""Nanoseconds after which a changed file's time tells another change."""


def stamp(path: Path) -> Stamp:
    """The stamp of a file."""
    return stamp_of(path.stat())


def stamp_of(told: os.stat_result) -> Stamp:
    """The stamp of a file that the system tells of."""
    return f"{told.st_size} {told.st_mtime_ns}"


def size_of(stamp: Stamp) -> int:
    """The bytes that a stamp tells."""
    return int(stamp.partition(" ")[0])


def standing(target: Path) -> dict[str, Stamp]:
    """Every file below a folder, by its path there."""
    found: dict[str, Stamp] = {}
    waiting = [(str(target), "")]
    while waiting:
        folder, below = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{below}{entry.name}/"))
                else:
                    told = entry.stat(follow_symlinks=False)
                    found[f"{below}{entry.name}"] = stamp_of(told)
    return found


def identity(file: Path) -> str:
    """What changes whenever a file's bytes do; empty where that cannot be relied on.

    The time of the last change of any kind cannot be set, but it has a grain: a file that was
    changed just now may be changed again in the same moment. Windows keeps no such time.
    """
    if os.name == "nt":
        return ""
    try:
        told = file.stat()
    except OSError:  # whoever reads it says why
        return ""
    settled = told.st_ctime_ns < time.time_ns() - SETTLED
    return f"{told.st_ino} {told.st_size} {told.st_ctime_ns}" if settled else ""
