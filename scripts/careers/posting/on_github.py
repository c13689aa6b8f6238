"""Where a posting's file is on GitHub."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import normpath
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class SourceLinks:
    """The addresses at which people change a posting and see how it changed."""

    edit: str
    history: str


def on_github(repository: str | None, branch: str, path: str) -> SourceLinks | None:
    """A posting's addresses; None where no repository is named or the posting is not in it."""
    path = normpath(path)
    if not repository or path.startswith(("/", "..")) or "\\" in path or ":" in path:
        return None
    below = f"{quote(branch)}/{quote(path)}"
    github = f"https://github.com/{repository}"
    return SourceLinks(f"{github}/edit/{below}", f"{github}/commits/{below}")
