"""The open jobs in our own shape, complete, with the JSON Schema that describes it."""

from __future__ import annotations

from collections.abc import Iterator

from careers.site._entry import Entry, content
from careers.site._feed import Feed
from careers.site._jobs_shape import JobShape, JobsShape, PlaceShape, SalaryShape, schema
from careers.site._json import encoded, list_ends
from careers.site._site import Site

NAME = "jobs.json"
SCHEMA = "jobs.schema.json"


def pages(_site: Site) -> Iterator[tuple[str, bytes]]:
    """``jobs.schema.json``."""
    yield SCHEMA, schema().encode()


def _ends(site: Site) -> tuple[bytes, bytes]:
    company = site.settings.company
    head = JobsShape(
        schema_=f"{site.url}{SCHEMA}", url=site.url, company=company.name, company_url=company.url
    ).model_dump(mode="json", by_alias=True, exclude_none=True, exclude={"jobs"})
    return list_ends(head, "jobs")


def _job(site: Site, entry: Entry) -> bytes:
    meta, job = entry.meta, entry.job
    shape = JobShape(
        id=entry.uuid,
        slug=job.slug,
        reference=meta.id,
        title=job.title,
        url=entry.url,
        apply_url=job.apply,
        language=job.language,
        team=meta.team,
        employment=meta.employment,
        workplace=meta.workplace,
        locations=tuple(PlaceShape(**place.model_dump()) for place in meta.locations),
        remote_from=meta.remote_from,
        salary=SalaryShape(**meta.salary.model_dump()) if meta.salary else None,
        posted=meta.posted,
        closes=meta.closes,
        updated=entry.updated,
        image=entry.image,
        summary=job.summary,
        content_html=content(site, entry),
    )
    return encoded(shape.model_dump(mode="json", exclude_none=True))


feed = Feed(NAME, _job, _ends, b",\n")
