"""The open jobs in the shape of Lever's postings API: a bare array."""

from __future__ import annotations

from typing import Any

from careers.places.model import Place
from careers.posting.salary import Per, Salary
from careers.site.feeds._plain_text import plain
from careers.site.feeds.entry import Entry
from careers.site.feeds.feed import Feed
from careers.site.i18n.facts import employment
from careers.site.model.site import Site
from careers.text.amounts import number
from careers.text.json_text import encoded

NAME = "boards/lever/postings.json"
# Lever's own names of the times that pay is for.
_INTERVALS = {
    Per.HOUR: "per-hour-wage",
    Per.DAY: "per-day-wage",
    Per.WEEK: "per-week-salary",
    Per.MONTH: "per-month-salary",
    Per.YEAR: "per-year-salary",
}


def _ends(_site: Site) -> tuple[bytes, bytes]:
    return b"[\n", b"\n]\n"


def _posting(entry: Entry) -> bytes:
    """One posting. The whole text is its description: it has no opening, lists or closing."""
    meta = entry.meta
    html, words = entry.html_json, encoded(plain(entry.html))
    values: dict[str, Any] = {
        "id": entry.uuid,
        "text": entry.job.title,
        "categories": _categories(entry),
        "country": _country(entry),
        "createdAt": int(entry.posted.timestamp() * 1000) if entry.posted else None,
        "opening": "",
        "openingPlain": "",
        "description": html,
        "descriptionPlain": words,
        "descriptionBody": html,
        "descriptionBodyPlain": words,
        "lists": [],
        "additional": "",
        "additionalPlain": "",
        "hostedUrl": entry.url,
        "applyUrl": entry.apply,
        "workplaceType": meta.workplace.value if meta.workplace else "unspecified",
        "salaryRange": _range(meta.salary) if meta.salary else None,
    }
    # A country that is not known is null at Lever; what else is not known is not there.
    return encoded({k: v for k, v in values.items() if v is not None or k == "country"})


def _categories(entry: Entry) -> dict[str, Any]:
    places = entry.places
    values = {
        "location": places[0] if places else entry.location,
        "commitment": employment(entry.meta.employment),
        "team": entry.job.team,
        "allLocations": places or [where for where in [entry.location] if where],
    }
    return {k: v for k, v in values.items() if v}


def _country(entry: Entry) -> str | None:
    found = (location.found for location in entry.meta.places)
    return next((place.country.code for place in found if isinstance(place, Place)), None)


def _range(salary: Salary) -> dict[str, Any]:
    return {
        "currency": salary.currency,
        "interval": _INTERVALS[salary.per],
        "min": number(salary.min),
        "max": number(salary.max or salary.min),
    }


feed = Feed(NAME, _posting, _ends, b",\n")
