"""Where a posting's file is on GitHub."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import normpath
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from careers.site.model.job import Job
    from careers.site.model.site import Site


@dataclass(frozen=True, slots=True)
class SourceLinks:
    """The addresses at which people change a posting and see how it changed."""

    edit: str
    history: str


def source_of(site: Site, job: Job) -> SourceLinks | None:
    """A posting's addresses; None where the settings name no repository or it is not in it."""
    name, path = site.settings.site.repository, normpath(job.posting.path)
    if not name or path.startswith(("/", "..")) or "\\" in path or ":" in path:
        return None
    below = f"{quote(site.settings.site.branch)}/{quote(path)}"
    github = f"https://github.com/{name}"
    return SourceLinks(f"{github}/edit/{below}", f"{github}/commits/{below}")
