"""Asks git which commit the postings stand at, and where it can be read."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from urllib.parse import quote

_REMOTE = re.compile(
    r"(?:https?://(?:[^@/\s]*@)?|ssh://git@|git@)(?P<host>[\w.-]+(?::\d+)?)[:/]"
    r"(?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?"
)
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


def _git(folder: Path, *arguments: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - arguments of our own
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - the git of whoever runs it
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
