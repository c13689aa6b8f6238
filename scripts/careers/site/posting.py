"""A page for each open posting: facts at a glance, the text, how to apply, its JobPosting."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site._html import rendered
from careers.site._linked import of_posting
from careers.site._pages import page
from careers.site._site import Site
from careers.site._social import image_url


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """One page a posting, at ``<slug>/index.html``."""
    for job in site.jobs:
        text = rendered(site, job)
        values = {
            "job": job,
            "text": text.html,
            "jsonld": of_posting(site, job),
            "image": image_url(site, job),
        }
        yield f"{job.slug}/index.html", page(site, "posting.html.j2", "../", **values)
