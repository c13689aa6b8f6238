"""The open jobs in the shape of Greenhouse's board API, which most readers of boards parse."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import Any

from careers.posting.salary import Salary
from careers.site.feeds.entry import Entry, number_of
from careers.site.feeds.feed import Feed
from careers.site.model.site import Site
from careers.text.json_text import encoded

FOLDER = "boards/greenhouse"


def _item(entry: Entry) -> bytes:
    return encoded(_job(entry))


def _alone(entry: Entry) -> str:
    return f"{FOLDER}/jobs/{entry.number}.json"


def _ends(site: Site) -> tuple[bytes, bytes]:
    return b'{"jobs":[\n', b'\n],"meta":' + encoded({"total": len(site.jobs)}) + b"}\n"


def _job(entry: Entry) -> dict[str, Any]:
    meta, company = entry.meta, entry.site.settings.company.name
    values = {
        "id": entry.number,
        # What the texts of one job share.
        "internal_job_id": number_of("internal", entry.original.key),
        "title": entry.job.title,
        "updated_at": entry.updated and entry.updated.isoformat(),
        "first_published": entry.posted and entry.posted.isoformat(),
        "requisition_id": meta.id,
        "location": {"name": entry.location},
        "absolute_url": entry.url,
        "language": entry.job.language,
        "metadata": [],
        # The API gives HTML as the text of HTML.
        "content": escape(entry.html),
        "departments": [_department(entry.job.team)] if entry.job.team else [],
        "offices": list(map(_office, entry.places)),
    }
    if company:
        values["company_name"] = company
    if meta.salary:
        values["pay_input_ranges"] = [_range(meta.salary, entry.pay)]
    return values


@lru_cache(maxsize=4096)
def _department(name: str) -> bytes:
    return encoded(_node("department", name))


@lru_cache(maxsize=4096)
def _office(name: str) -> bytes:
    return encoded(_node("office", name) | {"location": {"name": name}})


def _node(kind: str, name: str) -> dict[str, Any]:
    return {"id": number_of(kind, name), "name": name, "parent_id": None, "child_ids": []}


def _range(salary: Salary, words: str) -> dict[str, Any]:
    """The pay in hundredths. The shape has no field for the time it is for: the title says it."""
    return {
        "min_cents": int(salary.min * 100),
        "max_cents": int((salary.max or salary.min) * 100),
        "currency_type": salary.currency,
        "title": f"Pay per {salary.per}",
        "blurb": escape(words),
    }


# As the API answers with ``content=true``.
feed = Feed(f"{FOLDER}/jobs.json", _item, _ends, b",\n", alone=_alone, texts=True)
