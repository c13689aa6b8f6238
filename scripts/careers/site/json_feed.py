"""The open jobs as a JSON Feed 1.1, for feed readers and programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from careers.site._entry import Entry, content, entries
from careers.site._json import with_list
from careers.site._site import Site
from careers.site._titles import feed_title

NAME = "feed.json"
_VERSION = "https://jsonfeed.org/version/1.1"


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """``feed.json``."""
    company = site.settings.company
    author = {"name": company.name, "url": company.url, "avatar": company.logo}
    head = {
        "version": _VERSION,
        "title": feed_title(site),
        "home_page_url": site.url,
        "feed_url": f"{site.url}{NAME}",
        "description": company.about,
        "authors": [_said(author)] if company.name else None,
    }
    yield NAME, with_list(_said(head), "items", (_item(site, e) for e in entries(site)))


def _item(site: Site, entry: Entry) -> dict[str, Any]:
    return _said(
        {
            "id": entry.url,
            "url": entry.url,
            "title": entry.job.title,
            "content_html": content(site, entry),
            "summary": entry.job.summary,
            "image": entry.image,
            "date_published": entry.posted and entry.posted.isoformat(),
            "date_modified": entry.updated and entry.updated.isoformat(),
            "tags": [entry.job.team] if entry.job.team else None,
            "language": entry.job.language,
        }
    )


def _said(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields without those that nothing is known of; the text stays, however empty."""
    return {k: v for k, v in fields.items() if v or k == "content_html"}
