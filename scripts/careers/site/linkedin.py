"""The open jobs as LinkedIn's XML feed reads them.

``companyId``, LinkedIn's own number of a company, is left out: nothing here knows it.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.dom.minidom import Element

from careers.site._adverts import Advert, adverts
from careers.site._facts import place
from careers.site._html import described
from careers.site._site import Site
from careers.site._xml import document, element, section

NAME = "feeds/linkedin.xml"


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """``feeds/linkedin.xml``."""
    yield NAME, document(element("source"), (_job(site, advert) for advert in adverts(site)))


def _job(site: Site, advert: Advert) -> Element:
    entry = advert.entry
    values = {
        "partnerJobId": advert.id,
        "company": site.settings.company.name,
        "title": entry.job.title,
        "description": described(site, entry.job),
        "location": place(advert.place) or entry.location,
        "applyUrl": entry.apply,
    }
    return element("job", *(section(name, value) for name, value in values.items() if value))
