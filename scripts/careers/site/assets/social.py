"""The image of each open job that social networks show beside a link to it."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.content.render import Text
from careers.site.model.job import Job
from careers.site.model.social_card import NAME, card
from careers.site.templating.publication import Publication


def of(publication: Publication, job: Job, _text: Text) -> Iterator[tuple[str, bytes]]:
    """``<slug>/social.png``, 1200 by 630; none where the settings switch them off."""
    site = publication.site
    if site.draw is not None and not job.closed:
        yield f"{job.slug}/{NAME}", site.draw(card(site, job))
