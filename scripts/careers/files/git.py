"""Asks git: which commit a posting stands at, what a commit holds, what two changes make of one."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import quote

from careers.text.diagnostics import CareersError

_REMOTE = re.compile(
    r"(?:https?://(?:[^@/\s]*@)?|ssh://git@|git@)(?P<host>[\w.-]+(?::\d+)?)[:/]"
    r"(?P<name>[\w.-]+/[\w.-]+?)(?:\.git)?/?"
)
_COMMIT = re.compile(r"[0-9a-f]{40,64}")
_WAIT = 60
"""Seconds that git may take."""
_REGULAR = (b"100644", b"100755")
_DEEPEN = (
    "in a workflow, give actions/checkout `fetch-depth: 0`;"
    " on your machine, type `git fetch --unshallow`"
)


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


def merge_base(revision: str) -> str:
    """The commit where the work at hand left ``revision``.

    Raises CareersError that says what to type where git cannot tell.
    """
    commit = _commit(revision)
    done = _git("merge-base", commit, "HEAD")
    if done.returncode == 0:
        return done.stdout.decode().split()[0]
    if _is_shallow():
        message = f"this clone is shallow: it does not show where the work left {revision}"
        raise CareersError(message, _DEEPEN)
    message = f"HEAD and {revision} have no commit in common"
    raise CareersError(message, "name the branch that you want to merge into, as --base main")


def blobs_of(commit: str) -> dict[str, str]:
    """The regular files of a commit below where we are, with the names of their contents."""
    found = {}
    for entry in _git("ls-tree", "-r", "-z", commit, needed=True).stdout.split(b"\0"):
        facts, _, path = entry.partition(b"\t")
        mode, *rest = facts.split(b" ")
        if mode in _REGULAR:
            found[os.fsdecode(path)] = rest[-1].decode()
    return found


def contents(blobs: Sequence[str]) -> dict[str, bytes]:
    """What is stored under each name, asked for in one go."""
    stdin = "".join(f"{blob}\n" for blob in blobs).encode()
    answer = _git("cat-file", "--batch", stdin=stdin, needed=True).stdout
    found, at = {}, 0
    for blob in blobs:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[-1])
        found[blob] = answer[end + 1 : end + 1 + size]
        at = end + 1 + size + 1
    return found


def _commit(revision: str) -> str:
    done = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode == 0:
        return done.stdout.decode().strip()
    if _git("rev-parse", "--git-dir").returncode != 0:
        message = "this is no git repository, so nothing can be compared with a base"
        raise CareersError(message, "run it in the checkout, or name postings to check them whole")
    if _is_shallow():
        raise CareersError(f"this clone is shallow and lacks {revision}", _DEEPEN)
    message = f"there is no revision {revision}"
    raise CareersError(message, "name a commit, branch or tag: `git fetch origin` gets new ones")


def _is_shallow() -> bool:
    return _git("rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _git(
    *arguments: str, stdin: bytes = b"", needed: bool = False
) -> subprocess.CompletedProcess[bytes]:
    """What git answers here. Raises CareersError without git, or where what is ``needed`` fails."""
    try:
        done = subprocess.run(  # noqa: S603 - a revision cannot be an option: --end-of-options
            ["git", *arguments],  # noqa: S607 - the git of whoever runs it
            input=stdin,
            capture_output=True,
            timeout=_WAIT,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        message = f"git could not be started: {type(error).__name__}"
        raise CareersError(message, "install git, or name postings to check them whole") from None
    if needed and done.returncode != 0:
        message = f"git {arguments[0]} failed: {done.stderr.decode('utf-8', 'replace').strip()}"
        raise CareersError(message, "run `git fsck`, or clone anew")
    return done
