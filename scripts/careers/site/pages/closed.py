"""A page for each closed posting: it says so, shows the text, and leads to the open jobs.

GitHub Pages cannot answer 410 (gone), so the page asks search engines to forget it.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.content.render import Text
from careers.site.model.job import Job
from careers.site.templating.publication import Publication


def of(publication: Publication, job: Job, text: Text) -> Iterator[tuple[str, bytes]]:
    """``<slug>/index.html`` of a closed job, where its open page was."""
    if job.closed:
        site = publication.site
        values = {"job": job, "text": text.page, "similar": site.similar(job)}
        content = publication.page("closed.html.j2", "../", site.edition_of(job), **values)
        yield f"{job.slug}/index.html", content
