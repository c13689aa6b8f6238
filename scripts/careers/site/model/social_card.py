"""Where the image is that social networks show beside a link to a job."""

from __future__ import annotations

from careers.site.model.card import Card
from careers.site.model.job import Job
from careers.site.model.site import Site

NAME = "social.png"
TEMPLATE = "social.svg.j2"


def card(site: Site, job: Job) -> Card:
    """What the image of a job shows."""
    pay = job.fact("pay")
    return Card(
        template=site.templates[TEMPLATE],
        title=job.title,
        company=site.settings.company.name,
        where=job.summary,
        pay=pay.value if pay else "",
    )


def image_url(site: Site, job: Job) -> str | None:
    """The image's address; None where there is none.

    The file keeps its name, so that old links find it; what follows `?` changes with the image,
    so that networks fetch it anew.
    """
    if site.draw is None or job.closed:
        return None
    return f"{site.url_of(job)}{NAME}?v={card(site, job).digest[:8]}"
