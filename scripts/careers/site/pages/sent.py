"""What follows upon an application by form: thanks, or that it was not sent."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site.pages._lists import switch
from careers.site.templating.publication import Publication

THANKS, NOT_SENT = "thanks/", "not-sent/"
OWNS = ("thanks", "not-sent")
_TEMPLATES = {THANKS: "thanks.html.j2", NOT_SENT: "not_sent.html.j2"}


def pages(publication: Publication) -> Iterator[tuple[str, bytes]]:
    """``thanks/index.html`` and ``not-sent/index.html`` in each language, if there is a form."""
    site = publication.site
    if site.settings.apply.form is None:
        return
    for edition in site.editions:
        for folder, template in _TEMPLATES.items():
            values = {"switch": switch(site, folder, everywhere=True)}
            content = publication.page(template, f"../{edition.root}", edition, **values)
            yield f"{edition.prefix}{folder}index.html", content
