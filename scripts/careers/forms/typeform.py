"""Typeform: titles stand in the form, answers in its responses. The EU has a host of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from careers.forms._client import Client
from careers.forms._pages import MOST_PAGES, rows

HOST = "https://api.typeform.com"
_SIZE = 1000


def headers(token: str) -> Mapping[str, str]:
    """A personal token with the scopes `forms:read` and `responses:read`."""
    return {"Authorization": f"Bearer {token}"}


def submissions(client: Client, form: str, since: str) -> Iterator[Mapping[str, Any]]:
    """Those that were completed; the service lists the newest first."""
    query: dict[str, str | int] = {"since": since} if since else {}
    found: list[Mapping[str, Any]] = []
    for _ in range(MOST_PAGES):
        page = rows(client.get(f"/forms/{form}/responses", page_size=_SIZE, **query), "items")
        found += [item for item in page if str(item.get("submitted_at")) >= since]
        # A page behind another is asked for by its last item alone, without the moment.
        if len(page) < _SIZE or str(page[-1].get("submitted_at")) < since:
            break
        query = {"before": str(page[-1].get("token"))}
    if found:
        definition = client.get(f"/forms/{form}")
        for item in reversed(found):
            yield {"form_response": {**item, "form_id": form, "definition": definition}}
