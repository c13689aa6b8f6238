"""Asks git which commit the postings stand at, where it can be read, and when they changed."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from urllib.parse import quote

_REMOTE = re.compile(
    r"(?:https?://(?:[^@/\s]*@)?|ssh://git@|git@)(?P<host>[\w.-]+(?::\d+)?)[:/]"
    r"(?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?"
)
# Begins a commit in the log; no file's name does.
_STAMP = "\x01"
_COMMIT = re.compile(r"[0-9a-f]{40,64}")


def commit_of(path: str) -> tuple[str, str]:
    """The commit that a posting stands at and the posting's address there; empty if unknown."""
    file = Path(path).resolve()
    commit = _git(file.parent, "rev-parse", "HEAD")
    top = _git(file.parent, "rev-parse", "--show-toplevel")
    if not _COMMIT.fullmatch(commit) or not top:
        commit = os.environ.get("GITHUB_SHA", "")
        return (commit if _COMMIT.fullmatch(commit) else "", "")
    remote = _REMOTE.fullmatch(_git(file.parent, "remote", "get-url", "origin"))
    if not remote or not _git(file.parent, "ls-files", "--", str(file)):
        return commit, ""
    below = quote(file.relative_to(Path(top).resolve()).as_posix())
    return commit, f"https://{remote['host']}/{remote['name']}/blob/{commit}/{below}"


def last_changes(paths: Iterable[str]) -> dict[str, datetime]:
    """When each file was last committed (UTC), by the path given, out of one call of git.

    A file that is not in the first one's repository, or not yet committed, is missing. So are all
    where there is no git, or where the history was cut off: its first commit is no change.
    """
    real = cache(Path.resolve)  # a folder of thousands is looked up once
    files = {path: real(Path(path).parent) / Path(path).name for path in paths}
    top = _whole(next(iter(files.values())).parent) if files else None
    if top is None:
        return {}
    folders = {file.parent for file in files.values() if file.is_relative_to(top)}
    format_ = ("-z", f"--format={_STAMP}%ct", "--name-only", "--no-renames")
    log = _git(top, "log", *format_, "--", *sorted(map(str, folders)), timeout=120)
    found: dict[str, datetime] = {}
    moment = datetime.fromtimestamp(0, UTC)
    for part in log.split("\0"):
        name = part.removeprefix("\n")
        if name.startswith(_STAMP):
            moment = datetime.fromtimestamp(int(name.removeprefix(_STAMP)), UTC)
        elif name:
            found.setdefault(str(top / name), moment)
    return {path: found[str(file)] for path, file in files.items() if str(file) in found}


def _whole(folder: Path) -> Path | None:
    """The top of the repository around a folder; None where its history is not all there."""
    told = _git(folder, "rev-parse", "--is-shallow-repository", "--show-toplevel")
    shallow, _, top = told.partition("\n")
    return Path(top).resolve() if shallow == "false" and top else None


def _git(folder: Path, *arguments: str, timeout: int = 20) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - arguments of our own
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the git of whoever runs it
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=timeout,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
