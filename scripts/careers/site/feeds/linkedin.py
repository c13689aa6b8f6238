"""The open jobs as LinkedIn's XML feed reads them.

``companyId``, LinkedIn's own number of a company, is left out: nothing here knows it.
"""

from __future__ import annotations

from careers.site.feeds._ads import Advert, adverts_of
from careers.site.feeds.entry import Entry
from careers.site.feeds.feed import Feed
from careers.site.i18n.facts import place
from careers.site.model.site import Site
from careers.text.xml import element, ends, line, section

NAME = "feeds/linkedin.xml"


def _ends(_site: Site) -> tuple[bytes, bytes]:
    return ends("source")


def _item(entry: Entry) -> bytes:
    return b"".join(line(_job(advert)) for advert in adverts_of(entry))


def _job(advert: Advert) -> bytes:
    entry = advert.entry
    values = {
        "partnerJobId": advert.id,
        "company": entry.site.settings.company.name,
        "title": entry.job.title,
        "description": entry.text.description,
        "location": place(advert.place) or entry.location,
        "applyUrl": entry.apply,
    }
    return element("job", *(section(name, value) for name, value in values.items() if value))


feed = Feed(NAME, _item, _ends)
