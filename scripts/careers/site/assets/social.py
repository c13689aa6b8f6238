"""The image of each open job that social networks show beside a link to it."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.model.site import Job, Site
from careers.site.model.social_card import NAME, card


def of(site: Site, job: Job) -> Iterator[tuple[str, bytes]]:
    """``<slug>/social.png``, 1200 by 630; none where the settings switch them off."""
    if site.draw is not None and not job.closed:
        yield f"{job.slug}/{NAME}", site.draw(card(site, job))
