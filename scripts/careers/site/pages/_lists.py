"""What pages that list jobs have in common."""

from __future__ import annotations

from collections.abc import Sequence

from careers.site.model.job import Job
from careers.site.model.site import Site


def teams(jobs: Sequence[Job]) -> list[tuple[str, list[Job]]]:
    """Jobs by team, in the order of the alphabet; those without a team come last."""
    found: dict[str, list[Job]] = {}
    for job in jobs:
        found.setdefault(job.team, []).append(job)
    return sorted(found.items(), key=lambda item: (not item[0], item[0].casefold(), item[0]))


def switch(site: Site, path: str, *, everywhere: bool = False) -> list[tuple[str, str]]:
    """The same page in each language that has it: (language, address); none if it is one.

    The first page is in all of them, and so is a page that is there ``everywhere``.
    """
    found = [
        (edition.language, edition.address(site, path))
        for edition in site.editions
        if everywhere or not path or path in edition.paths
    ]
    return found if len(found) > 1 else []
