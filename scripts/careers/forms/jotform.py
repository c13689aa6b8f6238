"""Jotform: EU accounts have a host of their own (eu-api.jotform.com)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from careers.forms._client import Client
from careers.forms._pages import by_offset, rows

HOST = "https://api.jotform.com"
_SIZE = 1000


def headers(token: str) -> Mapping[str, str]:
    """A key that may read."""
    return {"APIKEY": token}


def submissions(client: Client, form: str, since: str) -> Iterator[Mapping[str, Any]]:
    """Its times are those of the account, so a day more is asked for."""
    query = {}
    if since:
        query["filter"] = json.dumps({"created_at:gt": f"{since[:10]} 00:00:00"})

    def ask(offset: int) -> list[Mapping[str, Any]]:
        path = f"/form/{form}/submissions"
        answer = client.get(path, limit=_SIZE, offset=offset, orderby="created_at", **query)
        return rows(answer, "content")

    yield from sorted(by_offset(ask, _SIZE), key=lambda row: str(row.get("created_at")))


def place(_form: str, submission: str) -> str:
    """Where a submission is."""
    return f"/submission/{quote(submission, safe='')}"
