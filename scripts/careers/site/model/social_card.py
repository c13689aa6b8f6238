"""The images that social networks show beside a link: what is on them, and where they are."""

from __future__ import annotations

from dataclasses import replace

from careers.site.model.card import Card
from careers.site.model.job import Job
from careers.site.model.site import Site

NAME = "social.png"


def card(site: Site, job: Job) -> Card:
    """What the image of a job shows."""
    pay = job.fact("pay")
    return replace(site.card, title=job.title, where=job.gist, pay=pay.value if pay else "")


def first_card(site: Site) -> Card:
    """What the image of the first page shows, and of every page that has none of its own."""
    name = site.settings.company.name
    say = site.words
    title = say("Work at %(company)s") % {"company": name} if name else say("Open jobs")
    return replace(site.card, title=title)


def image_url(site: Site, job: Job | None = None) -> str | None:
    """The address of a job's image, of the first page's if None; None where there is none.

    The file keeps its name, so that old links find it; what follows `?` changes with the image,
    so that networks fetch it anew.
    """
    if site.draw is None or (job and job.closed):
        return None
    made, folder = (card(site, job), site.url_of(job)) if job else (first_card(site), site.url)
    return f"{folder}{NAME}?v={made.digest[:8]}"
