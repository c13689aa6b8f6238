"""Asks git when the postings were last changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from careers.files import git

# Begins a commit in the log; no file's name does.
_STAMP = "\x01"
_LIMIT = 120
"""Seconds."""

Moments = dict[str, int]
"""Seconds since 1970, by a file's path below the top of its repository."""


def last_changes(paths: Iterable[str]) -> dict[str, datetime]:
    """When each file was last committed (UTC), by the path given.

    A file that is not in the first one's repository, or not yet committed, is missing. So are all
    where there is no git, or where the history was cut off: its first commit is no change.
    """
    files = dict(_absolute(paths))
    top = _top(Path(next(iter(files.values()))).parent) if files else None
    if top is None:
        return {}
    below = {path: file.removeprefix(top) for path, file in files.items() if file.startswith(top)}
    folders = sorted({file.rpartition("/")[0] for file in below.values()})
    moments = _log(top, folders)
    day = cache(lambda moment: datetime.fromtimestamp(moment, UTC))
    return {path: day(moments[file]) for path, file in below.items() if file in moments}


def _absolute(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    real = cache(lambda folder: Path(folder).resolve().as_posix())  # once for thousands of files
    for path in paths:
        folder, slash, name = path.rpartition("/")
        yield path, f"{real(folder + slash)}/{name}"


def _top(folder: Path) -> str | None:
    """The top of the repository around a folder, with a slash.

    None where there is no repository or not all of its history.
    """
    # To see that there is none takes less than to start git.
    folders = (folder, *folder.parents)
    if "GIT_DIR" not in os.environ and not any((up / ".git").exists() for up in folders):
        return None
    answer = git.ask(folder, "rev-parse", "--is-shallow-repository", "--show-toplevel") or ""
    shallow, _, top = answer.partition("\n")
    return f"{Path(top).resolve().as_posix()}/" if shallow == "false" and top else None


def _log(top: str, folders: list[str]) -> Moments:
    """When the files below these folders were changed last; none where git fails."""
    shape = ("-z", f"--format={_STAMP}%ct", "--name-only", "--no-renames", "--full-history")
    where = [f"{top}{folder}" for folder in folders]
    log = git.ask(Path(top), "log", *shape, "--", *where, timeout=_LIMIT) or ""
    found: Moments = {}
    moment = 0
    for part in log.split("\0"):
        name = part.removeprefix("\n")
        if name.startswith(_STAMP):
            moment = int(name.removeprefix(_STAMP))
        elif name:
            found[name] = max(moment, found.get(name, moment))
    return found
