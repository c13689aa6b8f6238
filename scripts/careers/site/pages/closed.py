"""A page for each closed posting: it says so, shows the text, and leads to the open jobs.

GitHub Pages cannot answer 410 (gone), so the page asks search engines to forget it.
"""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.content.render import rendered
from careers.site.content.responsive_images import with_pictures
from careers.site.model.editions import edition_of
from careers.site.model.similar import similar
from careers.site.model.site import Job, Site
from careers.site.templating.environment import page


def of(site: Site, job: Job) -> Iterator[tuple[str, bytes]]:
    """``<slug>/index.html`` of a closed job, where its open page was."""
    if job.closed:
        text = rendered(site, job)
        values = {
            "job": job,
            "text": with_pictures(site, text.drawn(job.words), text.images),
            "similar": similar(site, job),
        }
        content = page(site, "closed.html.j2", "../", edition_of(site, job), **values)
        yield f"{job.slug}/index.html", content
