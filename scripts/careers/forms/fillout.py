"""Fillout: accounts in the EU have a host of their own, which the dashboard shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from careers.forms._client import Client
from careers.forms._pages import by_offset, rows

HOST = "https://api.fillout.com/v1/api"
_SIZE = 150


def headers(token: str) -> Mapping[str, str]:
    """An API key of the account."""
    return {"Authorization": f"Bearer {token}"}


def submissions(client: Client, form: str, since: str) -> Iterator[Mapping[str, Any]]:
    """Those that were finished."""
    query = {"afterDate": since} if since else {}

    def ask(offset: int) -> list[Mapping[str, Any]]:
        path = f"/forms/{form}/submissions"
        answer = client.get(
            path, limit=_SIZE, offset=offset, status="finished", sort="asc", **query
        )
        return rows(answer, "responses")

    for row in by_offset(ask, _SIZE):
        yield {"formId": form, "submission": row}
