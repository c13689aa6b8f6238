"""Asks git; first of all which commit a posting stands at, and where it can be read."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

_REMOTE = re.compile(
    r"(?:https?://(?:[^@/\s]*@)?|ssh://git@|git@)(?P<host>[\w.-]+(?::\d+)?)[:/]"
    r"(?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?"
)
_COMMIT = re.compile(r"[0-9a-f]{40,64}")


def commit_of(path: str) -> tuple[str, str]:
    """The commit that a posting stands at and the posting's address there; empty if unknown."""
    file = Path(path).resolve()
    commit = ask(file.parent, "rev-parse", "HEAD") or ""
    top = ask(file.parent, "rev-parse", "--show-toplevel")
    if not _COMMIT.fullmatch(commit) or not top:
        commit = os.environ.get("GITHUB_SHA", "")
        return (commit if _COMMIT.fullmatch(commit) else "", "")
    remote = _REMOTE.fullmatch(ask(file.parent, "remote", "get-url", "origin") or "")
    if not remote or not ask(file.parent, "ls-files", "--", str(file)):
        return commit, ""
    below = quote(file.relative_to(Path(top).resolve()).as_posix())
    return commit, f"https://{remote['host']}/{remote['name']}/blob/{commit}/{below}"


def remote_name(address: str) -> str:
    """OWNER/NAME of a remote; empty where the address is no such one."""
    remote = _REMOTE.fullmatch(address)
    return remote["name"] if remote else ""


def merge(yours: str, base: str, ours: str) -> str | None:
    """What two made of one text, in one; None where both changed the same place."""
    with TemporaryDirectory() as folder:
        names = []
        for name, text in (("yours", yours), ("base", base), ("ours", ours)):
            (file := Path(folder, name)).write_text(text, "utf-8", newline="\n")
            names.append(str(file))
        made = ask(Path(folder), "merge-file", "-p", *names)
    return None if made is None else f"{made}\n"


def ask(folder: Path, *arguments: str, timeout: int = 20) -> str | None:
    """What git says in a folder; None where it cannot say it."""
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
        return None
    return done.stdout.strip() if done.returncode == 0 else None
