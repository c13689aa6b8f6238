"""Asks git when the postings were last changed, and keeps the answer by the commit it is of.

To ask about 10,000 postings and 1,000 commits takes git more than a second. What came since the
commit that was kept takes it none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from careers.files import git
from careers.files.cache_file import keep

CACHE = Path(".careers_cache", "changes")

# Begins a commit in the log; no file's name does.
_STAMP = "\x01"
_LIMIT = 120
"""Seconds."""

Moments = dict[str, int]
"""Seconds since 1970, by a file's path below the top of its repository."""


class _Known(NamedTuple):
    """When files were last changed up to a commit."""

    commit: str
    moments: Moments


def last_changes(paths: Iterable[str], kept: Path = CACHE) -> dict[str, datetime]:
    """When each file was last committed (UTC), by the path given; ``kept`` is a folder for it.

    A file that is not in the first one's repository, or not yet committed, is missing. So are all
    where there is no git, or where the history was cut off: its first commit is no change.
    """
    files = dict(_absolute(paths))
    told = _asked(Path(next(iter(files.values()))).parent) if files else None
    if told is None:
        return {}
    top, commit = told
    below = {path: file.removeprefix(top) for path, file in files.items() if file.startswith(top)}
    folders = sorted({file.rpartition("/")[0] for file in below.values()})
    moments = _moments(top, commit, folders, kept)
    day = cache(lambda moment: datetime.fromtimestamp(moment, UTC))
    return {path: day(moments[file]) for path, file in below.items() if file in moments}


def _absolute(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    real = cache(lambda folder: Path(folder).resolve().as_posix())  # once for thousands of files
    for path in paths:
        folder, slash, name = path.rpartition("/")
        yield path, f"{real(folder + slash)}/{name}"


def _asked(folder: Path) -> tuple[str, str] | None:
    """The top of the repository around a folder, with a slash, and its commit.

    None where there is no repository or not all of its history.
    """
    # To see that there is none takes less than to start git.
    around = (folder, *folder.parents)
    if "GIT_DIR" not in os.environ and not any((up / ".git").exists() for up in around):
        return None
    told = git.ask(folder, "rev-parse", "--is-shallow-repository", "--show-toplevel", "HEAD") or ""
    shallow, _, rest = told.partition("\n")
    top, _, commit = rest.rpartition("\n")
    return (f"{Path(top).resolve().as_posix()}/", commit) if shallow == "false" and top else None


def _moments(top: str, commit: str, folders: list[str], kept: Path) -> Moments:
    name = sha256("\0".join([top, *folders]).encode("utf-8", "surrogateescape")).hexdigest()
    place = kept / f"{name[:16]}.json"
    known = _read(place)
    if known and known.commit == commit:
        return known.moments
    if known and git.ask(Path(top), "rev-list", "--count", known.commit, f"^{commit}") == "0":
        made = _log(top, f"{known.commit}..{commit}", folders, known.moments)
    else:
        made = _log(top, commit, folders, {})
    if made is None:
        return {}
    keep(place, json.dumps([commit, made]).encode())
    return made


def _read(place: Path) -> _Known | None:
    try:
        commit, moments = json.loads(place.read_bytes())
        return _Known(str(commit), {file: int(moment) for file, moment in moments.items()})
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _log(top: str, commits: str, folders: list[str], before: Moments) -> Moments | None:
    """When files were changed last: by these commits, or ``before``. None where git fails."""
    # The full history: what was kept and what came since are then what one log of both tells.
    shape = ("-z", f"--format={_STAMP}%ct", "--name-only", "--no-renames", "--full-history")
    where = [f"{top}{folder}" for folder in folders]
    log = git.ask(Path(top), "log", *shape, commits, "--", *where, timeout=_LIMIT)
    if log is None:
        return None
    found, moment = dict(before), 0
    for part in log.split("\0"):
        name = part.removeprefix("\n")
        if name.startswith(_STAMP):
            moment = int(name.removeprefix(_STAMP))
        elif name:
            found[name] = max(moment, found.get(name, moment))
    return found
