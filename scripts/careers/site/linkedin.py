"""The open jobs as LinkedIn's XML feed reads them.

``companyId``, LinkedIn's own number of a company, is left out: nothing here knows it.
"""

from __future__ import annotations

from careers.site._adverts import Advert, adverts_of
from careers.site._entry import Entry
from careers.site._facts import place
from careers.site._feed import Feed
from careers.site._html import described
from careers.site._site import Site
from careers.site._xml import element, ends, line, section

NAME = "feeds/linkedin.xml"


def _ends(_site: Site) -> tuple[bytes, bytes]:
    return ends("source")


def _item(site: Site, entry: Entry) -> bytes:
    return b"".join(line(_job(site, advert)) for advert in adverts_of(entry))


def _job(site: Site, advert: Advert) -> bytes:
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


feed = Feed(NAME, _item, _ends)
