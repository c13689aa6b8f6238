"""The open jobs that changed last as a JSON Feed 1.1, for feed readers and programs."""

from __future__ import annotations

from typing import Any

from careers.site.feeds.entry import Entry
from careers.site.feeds.feed import Feed
from careers.site.model.site import Site
from careers.site.model.titles import feed_title
from careers.text.json_text import encoded, list_ends

NAME = "feed.json"
_VERSION = "https://jsonfeed.org/version/1.1"


def _ends(site: Site) -> tuple[bytes, bytes]:
    company = site.settings.company
    author = {"name": company.name, "url": company.url, "avatar": company.logo}
    head = {
        "version": _VERSION,
        "title": feed_title(site),
        "home_page_url": site.url,
        "feed_url": f"{site.url}{NAME}",
        "description": company.about,
        "authors": [_known(author)] if company.name else None,
    }
    return list_ends(_known(head), "items")


def _item(entry: Entry) -> bytes:
    values = _known(
        {
            "id": entry.url,
            "url": entry.url,
            "title": entry.job.title,
            "content_html": entry.html_json,
            "summary": entry.job.summary,
            "image": entry.image,
            "date_published": entry.posted and entry.posted.isoformat(),
            "date_modified": entry.updated and entry.updated.isoformat(),
            "tags": [entry.job.team] if entry.job.team else None,
            "language": entry.job.language,
        }
    )
    return encoded(values)


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields without those that nothing is known of; a text in JSON stays, however empty."""
    return {k: v for k, v in fields.items() if v}


feed = Feed(NAME, _item, _ends, b",\n", latest=True)
