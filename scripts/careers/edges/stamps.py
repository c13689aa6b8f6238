"""By what a file that was written is known to stand as it was."""

from __future__ import annotations

import os
from pathlib import Path

Stamp = str
"""Size in bytes and time of change in nanoseconds: a text is loaded sooner than two numbers."""


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
