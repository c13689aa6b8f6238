"""Netlify Forms: the newest first, with no way to ask for what is new."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from careers.forms._client import Client
from careers.forms._pages import MOST_PAGES, rows

HOST = "https://api.netlify.com/api/v1"
_SIZE = 100


def headers(token: str) -> Mapping[str, str]:
    """A personal token: it may do what that person may, in the whole account."""
    return {"Authorization": f"Bearer {token}"}


def submissions(client: Client, form: str, since: str) -> Iterator[Mapping[str, Any]]:
    """Those that Netlify does not hold to be spam."""
    found: list[Mapping[str, Any]] = []
    for number in range(1, MOST_PAGES):
        page = rows(client.get(f"/forms/{form}/submissions", page=number, per_page=_SIZE))
        found += [row for row in page if str(row.get("created_at")) >= since]
        if len(page) < _SIZE or str(page[-1].get("created_at")) < since:
            break
    yield from ({"form_name": form, **row} for row in reversed(found))


def place(_form: str, submission: str) -> str:
    """Where a submission is."""
    return f"/submissions/{quote(submission, safe='')}"
