"""A page that says what becomes of a candidate's data, as the settings have it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from careers.site.content.texts import Texts
from careers.site.model.privacy import privacy_version
from careers.site.pages._lists import switch
from careers.site.templating.publication import Publication

FOLDER = "privacy/"
OWNS = ("privacy",)


def pages_of_texts(publication: Publication, texts: Texts) -> Iterator[tuple[str, bytes]]:
    """``privacy/index.html``, in each language of the site."""
    site = publication.site
    ways = [texts.apply(job) or "" for job in site.jobs]
    for edition in site.editions:
        values = {
            "path": FOLDER,
            "hosts": _hosts([site.settings.apply.general or "", *ways]),
            "version": privacy_version(site, edition.words),
            "by_mail": any(way.startswith("mailto:") for way in ways),
            "switch": switch(site, FOLDER, everywhere=True),
        }
        root = f"../{edition.root}"
        content = publication.page("privacy.html.j2", root, edition, **values)
        yield f"{edition.prefix}{FOLDER}index.html", content


def _hosts(ways: list[str]) -> list[str]:
    """Where the forms are that postings lead to."""
    return sorted({urlsplit(way).hostname or "" for way in ways if way.startswith("http")} - {""})
