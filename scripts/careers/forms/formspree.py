"""Formspree: its API is part of paid plans; a form has a key of its own, which may be read-only."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from typing import Any

from careers.forms._client import Client
from careers.forms._pages import by_offset, rows

HOST = "https://formspree.io/api/0"
_SIZE = 100


def headers(token: str) -> Mapping[str, str]:
    """The form's key, as the password of nobody."""
    return {"Authorization": f"Basic {b64encode(f':{token}'.encode()).decode()}"}


def submissions(client: Client, form: str, since: str) -> Iterator[Mapping[str, Any]]:
    """Those that are no spam; its times have no zone."""
    query = {"since": since[:19]} if since else {}

    def ask(offset: int) -> list[Mapping[str, Any]]:
        path = f"/forms/{form}/submissions"
        answer = client.get(path, limit=_SIZE, offset=offset, order="asc", spam="false", **query)
        return rows(answer, "submissions")

    for row in by_offset(ask, _SIZE):
        yield {"form": form, "submission": row}
