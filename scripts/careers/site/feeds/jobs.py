"""The open jobs in our own shape, complete, with the JSON Schema that describes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from careers.posting.salary import Salary
from careers.site.feeds.entry import Entry, zulu
from careers.site.feeds.feed import Feed
from careers.site.model.site import Site
from careers.site.templating.publication import Publication
from careers.text.amounts import number
from careers.text.json_text import encoded, list_ends

NAME = "jobs.json"
SCHEMA = "jobs.schema.json"
OWNS = (SCHEMA,)


def pages(_publication: Publication) -> Iterator[tuple[str, bytes]]:
    """``jobs.schema.json``."""
    from careers.site.feeds.jobs_schema import schema  # noqa: PLC0415 - slow, and not every build asks

    yield SCHEMA, schema().encode()


def _ends(site: Site) -> tuple[bytes, bytes]:
    company = site.settings.company
    head = {
        "$schema": f"{site.url}{SCHEMA}",
        "url": site.url,
        "company": company.name,
        "company_url": company.url,
    }
    return list_ends(_known(head), "jobs")


def _job(entry: Entry) -> bytes:
    """What ``JobShape`` describes, in its order; its own tests hold it against the shape."""
    meta, job = entry.meta, entry.job
    values = {
        "id": entry.uuid,
        "translation_of": entry.original.uuid if entry.original is not entry else None,
        "slug": job.slug,
        "reference": meta.id,
        "title": job.title,
        "url": entry.url,
        "apply_url": entry.apply if job.form else job.apply,
        "language": job.language,
        "team": meta.team,
        "employment": meta.employment,
        "workplace": meta.workplace,
        "locations": [place.model_dump(exclude_none=True) for place in meta.places],
        "remote_from": meta.remote_from,
        "salary": _salary(meta.salary) if meta.salary else None,
        "vacancy": meta.vacancy,
        "ai": meta.ai,
        "posted": meta.posted and meta.posted.isoformat(),
        "closes": meta.closes and meta.closes.isoformat(),
        "updated": entry.updated and zulu(entry.updated),
        "image": entry.image,
        "summary": job.summary,
        "content_html": entry.html_json,
    }
    return encoded(_known(values))


def _salary(salary: Salary) -> dict[str, Any]:
    values = {
        "min": number(salary.min),
        "max": number(salary.max) if salary.max is not None else None,
        "currency": salary.currency,
        "per": salary.per,
    }
    return _known(values)


def _known(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


feed = Feed(NAME, _job, _ends, b",\n", texts=True)
