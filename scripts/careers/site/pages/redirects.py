"""A page at each address that a job had before, which leads to the job; no script is needed."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.content.render import Text
from careers.site.model.job import Job
from careers.site.templating.publication import Publication


def of(publication: Publication, job: Job, _text: Text) -> Iterator[tuple[str, bytes]]:
    """``<earlier name>/index.html`` for each earlier name that is nobody else's."""
    for alias in job.aliases:
        edition = publication.site.edition_of(job)
        content = publication.page("redirect.html.j2", "../", edition, job=job)
        yield f"{alias}/index.html", content
