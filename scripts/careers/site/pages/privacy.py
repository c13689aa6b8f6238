"""A page that says what becomes of a candidate's data, as the settings have it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from careers.places.tables import region
from careers.site.content.texts import Texts
from careers.site.i18n.words import Words
from careers.site.model.privacy import privacy_version
from careers.site.pages._lists import switch
from careers.site.templating.publication import Publication

FOLDER = "privacy/"
OWNS = ("privacy",)
_ELSEWHERE = "elsewhere"


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
            "promised": site.settings.promise.first_answer,
            "keeping": _keeping(site.settings.privacy.keep, edition.words),
            "switch": switch(site, FOLDER, everywhere=True),
        }
        root = f"../{edition.root}"
        content = publication.page("privacy.html.j2", root, edition, **values)
        yield f"{edition.prefix}{FOLDER}index.html", content


def _keeping(days: Mapping[str, int], words: Words) -> list[tuple[str, int]]:
    """Each place in words, and its days; no words for any other place, which comes last."""
    named = [(_place(code, words), count) for code, count in days.items() if code != _ELSEWHERE]
    rest = [("", days[_ELSEWHERE])] if _ELSEWHERE in days else []
    return [*sorted(named), *rest]


def _place(code: str, words: Words) -> str:
    """A country's or a region's name."""
    known = region(code)
    return f"{known.name}, {words.country(code[:2])}" if known else words.country(code)


def _hosts(ways: list[str]) -> list[str]:
    """Where the forms are that postings lead to."""
    return sorted({urlsplit(way).hostname or "" for way in ways if way.startswith("http")} - {""})
