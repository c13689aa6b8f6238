"""The open jobs in the shape of Greenhouse's board API, which most readers of boards parse."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from careers.frontmatter import Salary
from careers.site._entry import Entry, content, entries, number_of
from careers.site._facts import pay, place
from careers.site._json import encoded, lines
from careers.site._site import Site

FOLDER = "boards/greenhouse"


def pages(site: Site) -> Iterator[tuple[str, bytes]]:
    """``jobs.json``, as the API answers with ``content=true``, and ``jobs/<id>.json`` for each."""
    total = 0
    for entry in entries(site):
        total += 1
        yield f"{FOLDER}/jobs/{entry.number}.json", encoded(_job(site, entry)) + b"\n"
    after = b'\n],"meta":' + encoded({"total": total}) + b"}\n"
    jobs = (encoded(_job(site, entry)) for entry in entries(site))
    yield f"{FOLDER}/jobs.json", lines(jobs, b'{"jobs":[\n', after)


def _job(site: Site, entry: Entry) -> dict[str, Any]:
    meta, company = entry.meta, site.settings.company.name
    found = {
        "id": entry.number,
        "internal_job_id": number_of("internal", entry.key),
        "title": entry.job.title,
        "updated_at": entry.updated and entry.updated.isoformat(),
        "first_published": entry.posted and entry.posted.isoformat(),
        "requisition_id": meta.id,
        "location": {"name": entry.location},
        "absolute_url": entry.url,
        "language": entry.job.language,
        "metadata": [],
        # The API gives HTML as the text of HTML.
        "content": escape(content(site, entry)),
        "departments": [_node("department", entry.job.team)] if entry.job.team else [],
        "offices": [
            _node("office", name) | {"location": {"name": name}}
            for name in map(place, meta.locations)
        ],
    }
    if company:
        found["company_name"] = company
    if meta.salary:
        found["pay_input_ranges"] = [_range(meta.salary)]
    return found


def _node(kind: str, name: str) -> dict[str, Any]:
    return {"id": number_of(kind, name), "name": name, "parent_id": None, "child_ids": []}


def _range(salary: Salary) -> dict[str, Any]:
    """The pay in hundredths. The shape has no field for the time it is for: the title says it."""
    return {
        "min_cents": int(salary.min * 100),
        "max_cents": int((salary.max or salary.min) * 100),
        "currency_type": salary.currency,
        "title": f"Pay per {salary.per}",
        "blurb": escape(pay(salary)),
    }
