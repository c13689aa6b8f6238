"""The first page of each edition, which lists its open jobs."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.model.editions import editions
from careers.site.model.site import Job, Site
from careers.site.structured_data.page import of_first_page
from careers.site.templating.environment import page


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """``index.html``; for German below ``de/``."""
    jsonld = of_first_page(site)
    for edition in editions(site):
        root = "../" * bool(edition.prefix)
        values = {
            "teams": teams(edition.jobs),
            "jsonld": "" if edition.prefix else jsonld,
            "switch": switch(site, ""),
        }
        yield (
            f"{edition.prefix}index.html",
            page(site, "index.html.j2", root, edition, **values),
        )


def teams(jobs: list[Job] | tuple[Job, ...]) -> list[tuple[str, list[Job]]]:
    """Jobs by team, in the order of the alphabet; those without a team come last."""
    found: dict[str, list[Job]] = {}
    for job in jobs:
        found.setdefault(job.team, []).append(job)
    return sorted(found.items(), key=lambda item: (not item[0], item[0].casefold(), item[0]))


def switch(site: Site, path: str) -> list[tuple[str, str]]:
    """The same page in each language that has it: (language, address); none if it is one."""
    found = [
        (edition.language, edition.address(site, path))
        for edition in editions(site)
        if not path or path in edition.paths
    ]
    return found if len(found) > 1 else []
