"""A git repository on disk, with an identity of its own whatever this machine's settings are."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

from careers.text.diagnostics import CareersError

_RITA = {"NAME": "Rita Example", "EMAIL": "rita@example.com"}
_IDENTITY = {
    f"GIT_{role}_{field}": value
    for role in ("AUTHOR", "COMMITTER")
    for field, value in _RITA.items()
}
# Neither the settings of whoever plays it nor the repository of a hook that plays it are ours.
_ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


class Checkout:
    """A working copy in ``folder``; every method raises CareersError where git fails."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @classmethod
    def create(cls, folder: Path, files: Path, origin: str) -> Checkout:
        """A new repository of one commit, which holds a copy of ``files``."""
        shutil.copytree(files, folder)
        made = cls(folder)
        made.git("init", "--quiet", "--initial-branch", "main")
        made.git("remote", "add", "origin", origin)
        made.commit("Add the postings")
        return made

    def copy(self, folder: Path) -> Checkout:
        """The same repository in another folder."""
        shutil.copytree(self.folder, folder)
        return Checkout(folder)

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace words of a file. Raises CareersError where it does not hold them."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        if old not in text:
            raise CareersError(f"the demo's edit does not fit {name}: {old}")
        path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")

    def commit(self, message: str) -> str:
        """Commit all that changed; the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.head

    @property
    def head(self) -> str:
        """The commit that is checked out."""
        return self.git("rev-parse", "HEAD")

    def git(self, *arguments: str) -> str:
        """What git says."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        try:
            done = subprocess.run(  # noqa: S603 - arguments of our own
                ["git", *arguments],  # noqa: S607 - the git of whoever plays it
                cwd=self.folder,
                env=kept | _IDENTITY | _ALONE,
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
        except FileNotFoundError:
            raise CareersError("git is not there", "install git") from None
        if done.returncode != 0:
            raise CareersError(f"git {arguments[0]} failed: {done.stderr}")
        return done.stdout.strip()
