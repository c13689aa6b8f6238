"""The images that social networks show beside a link: what is on them, and where they are."""

from __future__ import annotations

from base64 import b64encode
from posixpath import splitext
from typing import Any

from careers.site.brand.signature import Grid, signature
from careers.site.brand.stylesheet import palettes, signed
from careers.site.model.card import Card
from careers.site.model.image_files import IMAGE_TYPES
from careers.site.model.job import Job
from careers.site.model.site import Site

NAME = "social.png"
TEMPLATE = "social.svg.j2"
_GRID = Grid(5, 9, 70)
"""The drawing, as high as the card."""
_DRAWN = (".svg", ".png", ".jpg", ".jpeg")
"""What can be drawn on it as a logo."""


def card(site: Site, job: Job) -> Card:
    """What the image of a job shows."""
    pay = job.fact("pay")
    return Card(title=job.title, where=job.gist, pay=pay.value if pay else "", **_common(site))


def first_card(site: Site) -> Card:
    """What the image of the first page shows, and of every page that has none of its own."""
    name = site.settings.company.name
    say = site.words
    title = say("Work at %(company)s") % {"company": name} if name else say("Open jobs")
    return Card(title=title, where="", pay="", **_common(site))


def _common(site: Site) -> dict[str, Any]:
    light, _ = palettes(site.settings.theme)
    logo = site.logo
    ending = splitext(logo.path)[1] if logo else ""
    address = ""
    if logo and ending in _DRAWN:
        address = f"data:{IMAGE_TYPES[ending]};base64,{b64encode(logo.data).decode()}"
    return {
        "template": site.templates[TEMPLATE],
        "company": site.settings.company.name,
        "fill": light["fill"],
        "ink": light["on"],
        "drawing": signature(signed(site.settings), _GRID),
        "logo": address,
        "ratio": logo.ratio if logo and address else 1.0,
    }


def image_url(site: Site, job: Job | None = None) -> str | None:
    """The address of a job's image, of the first page's if None; None where there is none.

    The file keeps its name, so that old links find it; what follows `?` changes with the image,
    so that networks fetch it anew.
    """
    if site.draw is None or (job and job.closed):
        return None
    made, folder = (card(site, job), site.url_of(job)) if job else (first_card(site), site.url)
    return f"{folder}{NAME}?v={made.digest[:8]}"
