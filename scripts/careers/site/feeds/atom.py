"""The open jobs that changed last as an Atom 1.0 feed (RFC 4287), for feed readers."""

from __future__ import annotations

from careers.site.feeds.entry import Entry, zulu
from careers.site.feeds.feed import Feed
from careers.site.model.site import Site, midnight
from careers.site.model.titles import feed_title
from careers.text.xml import element, ends, line, section

NAME = "feed.xml"


def _ends(site: Site) -> tuple[bytes, bytes]:
    company = site.settings.company
    name = company.name or site.words("Careers")
    # A feed must say when it changed; the day of the build is the last that it can have been.
    updated = next(iter(site.latest.values()), None) or midnight(site.today)
    return ends(
        "feed",
        element("id", site.url),
        element("title", feed_title(site)),
        element("subtitle", company.about) if company.about else None,
        element("updated", zulu(updated)),
        element("link", rel="self", type="application/atom+xml", href=f"{site.url}{NAME}"),
        element("link", rel="alternate", type="text/html", href=site.url),
        element("author", element("name", name), _uri(company.url)),
        xmlns="http://www.w3.org/2005/Atom",
    )


def _entry(entry: Entry) -> bytes:
    job = entry.job
    return line(
        element(
            "entry",
            element("id", entry.url),
            element("title", job.title),
            element("link", rel="alternate", type="text/html", href=entry.url),
            element("published", zulu(entry.posted)) if entry.posted else None,
            element("updated", zulu(entry.updated or midnight(entry.site.today))),
            element("category", term=job.team) if job.team else None,
            element("summary", job.summary) if job.summary else None,
            section("content", entry.html, type="html"),
            xml_lang=job.language,
        )
    )


def _uri(address: str | None) -> bytes | None:
    return element("uri", address) if address else None


feed = Feed(NAME, _entry, _ends, latest=True)
