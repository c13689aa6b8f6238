"""The open jobs as Indeed's XML feed reads them: every value a CDATA section, no HTML entities."""

from __future__ import annotations

import re
from html.entities import html5
from xml.dom.minidom import Element

from careers.site._adverts import Advert, adverts_of
from careers.site._entry import Entry
from careers.site._facts import pay
from careers.site._feed import Feed
from careers.site._html import described
from careers.site._places import country_code
from careers.site._site import Site
from careers.site._xml import element, ends, line, section

NAME = "feeds/indeed.xml"
# Characters that are text here and would be markup as they stand: a space keeps them apart.
# Browsers read some entities without their semicolon.
_TAG = re.compile(r"&lt;(?=[A-Za-z/!?])")
_BARE = "|".join(sorted(name for name in html5 if not name.endswith(";")))
_ENTITY = re.compile(rf"&amp;(?=#|\w+;|{_BARE})")


def _ends(site: Site) -> tuple[bytes, bytes]:
    company = site.settings.company
    root = element(
        "source",
        section("publisher", company.name) if company.name else None,
        section("publisherurl", company.url or site.url),
    )
    return ends(root)


def _item(site: Site, entry: Entry) -> bytes:
    return b"".join(line(_job(site, advert)) for advert in adverts_of(entry))


def _job(site: Site, advert: Advert) -> Element:
    entry, place = advert.entry, advert.place
    meta = entry.meta
    values = {
        "title": entry.job.title,
        "date": entry.posted and entry.posted.isoformat().replace("+00:00", "Z"),
        "referencenumber": advert.id,
        "requisitionid": meta.id or entry.uuid,
        "url": entry.url,
        "company": site.settings.company.name,
        "city": place.city,
        "state": place.region,
        "country": place.country and (country_code(place.country) or place.country),
        "postalcode": place.postal_code,
        "description": literal(described(site, entry.job)),
        "salary": pay(meta.salary) if meta.salary else None,
    }
    return element("job", *(section(name, value) for name, value in values.items() if value))


def literal(html: str) -> str:
    """Sanitised HTML with characters for entities; what they would make into markup stays text."""
    html = _TAG.sub("< ", html).replace("&lt;", "<").replace("&gt;", ">")
    return _ENTITY.sub("& ", html.replace("&nbsp;", "\N{NO-BREAK SPACE}")).replace("&amp;", "&")


feed = Feed(NAME, _item, _ends)
