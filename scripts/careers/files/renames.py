"""Asks git what the postings' files were called before."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from careers.files import git

_LIKE = "--find-renames=90%"
"""How much of a text stays: less is a new job in place of an old one."""
_LIMIT = 60
"""Seconds."""


def earlier_names(paths: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The paths that each posting below these folders had before, the last one first.

    By the path relative to where we are, as it is now. Nothing where git cannot tell.
    """
    folders = [path for path in paths if Path(path).is_dir()]
    if not folders or not _is_repository(Path(folders[0])):
        return {}
    found: dict[str, list[str]] = {}
    now: dict[str, str] = {}
    for old, new in _renames(folders):
        # Newest first: what was renamed to this name later stands under the name of then.
        last = now.pop(new, new)
        found.setdefault(last, []).append(old)
        now[old] = last
    return {path: tuple(names) for path, names in found.items()}


def _is_repository(folder: Path) -> bool:
    # To see that there is none takes less than to start git.
    here = folder.resolve()
    return "GIT_DIR" in os.environ or any((up / ".git").exists() for up in (here, *here.parents))


def _renames(folders: list[str]) -> Iterator[tuple[str, str]]:
    """(old path, new path), newest first; what is staged and not committed comes before all."""
    shape = ("--relative", "--name-status", "--diff-filter=R", "-z", _LIKE)
    yield from _pairs(git.ask(Path(), "diff", "HEAD", *shape, "--", *folders, timeout=_LIMIT))
    log = ("log", "--format=", *shape, "--", *folders)
    yield from _pairs(git.ask(Path(), *log, timeout=_LIMIT))


def _pairs(answer: str | None) -> Iterator[tuple[str, str]]:
    parts = [part for part in (answer or "").strip("\0").split("\0") if part]
    for state, old, new in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        if state.startswith("R"):
            yield old, new
