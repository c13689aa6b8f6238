"""The images that social networks show: one of the first page, one of each open job."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.model.job import Job
from careers.site.model.social_card import NAME, card, first_card
from careers.site.templating.publication import Publication

OWNS = (NAME,)


def pages(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """``social.png`` of the first page, which all pages without one of their own show."""
    if publication.site.draw is not None:
        yield NAME, publication.site.draw(first_card(publication.site))


def drawings(publication: Publication, job: Job) -> Iterator[tuple[str, bytes]]:
    """``<slug>/social.png``, 1200 by 630; none where the settings switch them off."""
    site = publication.site
    if site.draw is not None and not job.closed:
        yield f"{job.slug}/{NAME}", site.draw(card(site, job))
