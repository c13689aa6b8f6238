"""Basin (docs.usebasin.com): submissions by page, the newest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from careers.forms._client import Client
from careers.forms._pages import MOST_PAGES, rows

HOST = "https://usebasin.com"


def headers(token: str) -> Mapping[str, str]:
    """A key of one form reads that form alone: the narrowest of all services."""
    return {"Authorization": f"Bearer {token}"}


def submissions(client: Client, form: str, since: str) -> Iterator[Mapping[str, Any]]:
    """Those since a moment; what Basin holds to be spam is marked in each."""
    found: list[Mapping[str, Any]] = []
    for page in range(1, MOST_PAGES):
        answer = client.get("/api/v1/submissions", form_id=form, filter_by="All", page=page)
        listed = rows(answer, "submissions")
        found += [row for row in listed if str(row.get("created_at")) >= since]
        if not listed or str(listed[-1].get("created_at")) < since:
            break
    # A row names its form by a number of Basin's own, settings by what stands in its address.
    yield from ({**row, "form_uuid": form} for row in reversed(found))
