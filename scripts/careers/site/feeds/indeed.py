"""The open jobs as Indeed's XML feed reads them: every value a CDATA section, no HTML entities."""

from __future__ import annotations

import re
from html.entities import html5

from careers.places.forms import state
from careers.places.model import Place
from careers.posting.frontmatter import Employment, Workplace
from careers.site.feeds._ads import Advert, adverts_of
from careers.site.feeds.entry import Entry, zulu
from careers.site.feeds.feed import Feed
from careers.site.model.site import Site
from careers.text.xml import element, ends, line, section

NAME = "feeds/indeed.xml"
_REMOTE = {Workplace.REMOTE: "Fully remote", Workplace.HYBRID: "Hybrid remote"}
_KINDS = {
    Employment.FULL_TIME: "fulltime",
    Employment.PART_TIME: "parttime",
    Employment.CONTRACTOR: "contract",
    Employment.TEMPORARY: "temporary",
    Employment.INTERN: "internship",
    Employment.VOLUNTEER: "volunteer",
    Employment.PER_DIEM: "per diem",
}
_ENTITY = re.compile("&(amp|lt|gt|nbsp);")
_CHARACTERS = {"amp": "&", "lt": "<", "gt": ">", "nbsp": "\N{NO-BREAK SPACE}"}
# Browsers read some entities without their semicolon.
_BARE = "|".join(sorted(name for name in html5 if not name.endswith(";")))
# What makes markup of characters that are text here: a space keeps the two apart.
_MARKUP = {"amp": re.compile(rf"#|\w+;|{_BARE}"), "lt": re.compile("[A-Za-z/!?]")}


def _ends(site: Site) -> tuple[bytes, bytes]:
    company = site.settings.company
    return ends(
        "source",
        section("publisher", company.name) if company.name else None,
        section("publisherurl", company.url or site.url),
    )


def _item(entry: Entry) -> bytes:
    text = literal(entry.text.description)
    return b"".join(line(_job(advert, text)) for advert in adverts_of(entry))


def _job(advert: Advert, text: str) -> bytes:
    entry, place = advert.entry, advert.place
    meta, known = entry.meta, place.found if isinstance(place.found, Place) else None
    values = {
        "title": entry.job.title,
        "date": entry.posted and zulu(entry.posted),
        "referencenumber": advert.id,
        "requisitionid": meta.id or entry.uuid,
        "url": entry.url,
        "company": entry.site.settings.company.name,
        "city": known.city if known else place.city,
        "state": place.region or (known and state(known)),
        "country": known.country.code if known else place.country,
        "postalcode": place.postal_code,
        "description": text,
        "salary": entry.pay,
        "jobtype": ", ".join(_KINDS[kind] for kind in meta.employment if kind in _KINDS),
        "category": meta.team,
        "expirationdate": meta.closes and meta.closes.isoformat(),
        "remotetype": meta.workplace and _REMOTE.get(meta.workplace),
    }
    return element("job", *(section(name, value) for name, value in values.items() if value))


def literal(html: str) -> str:
    """Sanitised HTML with characters for entities; what they would make into markup stays text."""
    return _ENTITY.sub(_character, html)


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    markup = name in _MARKUP and _MARKUP[name].match(entity.string, entity.end())
    return _CHARACTERS[name] + (" " if markup else "")


feed = Feed(NAME, _item, _ends)
