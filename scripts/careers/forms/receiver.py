"""A function of one's own, as examples/receiver/ has it: what it holds is what waits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from careers.forms._client import Client
from careers.forms._pages import MOST_PAGES, rows

HOST = ""
"""It has no address that is known: settings name it, and it is for one form alone."""


def headers(token: str) -> Mapping[str, str]:
    """The function's key."""
    return {"Authorization": f"Bearer {token}"}


def submissions(client: Client, _form: str, _since: str) -> Iterator[Mapping[str, Any]]:
    """All of them, however long ago: what stands in an issue is deleted there."""
    found: list[Mapping[str, Any]] = []
    query: dict[str, str] = {}
    for _ in range(MOST_PAGES):
        answer = client.get("/submissions", **query)
        found += rows(answer, "submissions")
        last = answer.get("next") if isinstance(answer, Mapping) else None
        if not last:
            break
        query = {"after": str(last)}
    yield from sorted(found, key=lambda row: str(row.get("submitted")))


def place(_form: str, submission: str) -> str:
    """Where a submission is."""
    return f"/submissions/{quote(submission, safe='')}"
