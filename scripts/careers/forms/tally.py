"""Tally (developers.tally.so): the questions stand beside the submissions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from careers.forms._client import Client
from careers.forms._pages import MOST_PAGES, rows

HOST = "https://api.tally.so"
_SIZE = 500


def headers(token: str) -> Mapping[str, str]:
    """A key is a person's whole account: it dies when that person leaves the organisation."""
    return {"Authorization": f"Bearer {token}"}


def submissions(client: Client, form: str, since: str) -> Iterator[Mapping[str, Any]]:
    """Those that were completed."""
    found: list[Mapping[str, Any]] = []
    query = {"startDate": since} if since else {}
    for page in range(1, MOST_PAGES):
        answer = client.get(
            f"/forms/{form}/submissions", filter="completed", page=page, limit=_SIZE, **query
        )
        questions = answer.get("questions") or []
        listed = rows(answer, "submissions")
        found += [{"questions": questions, "submission": {"formId": form, **s}} for s in listed]
        if not answer.get("hasMore"):
            break
    yield from sorted(found, key=lambda s: str(s["submission"].get("submittedAt")))


def place(form: str, submission: str) -> str:
    """Where a submission is."""
    return f"/forms/{form}/submissions/{quote(submission, safe='')}"
