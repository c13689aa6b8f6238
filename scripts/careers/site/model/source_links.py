"""Where a posting's file is on GitHub."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careers.posting.on_github import SourceLinks, on_github

if TYPE_CHECKING:
    from careers.site.model.job import Job
    from careers.site.model.site import Site


def source_of(site: Site, job: Job) -> SourceLinks | None:
    """A posting's addresses; None where the settings name no repository or it is not in it."""
    settings = site.settings.site
    return on_github(settings.repository, settings.branch, job.posting.path)
