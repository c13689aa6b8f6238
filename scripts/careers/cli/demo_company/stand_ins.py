"""Stand-ins of what takes the site's form: a function of the company's own, and a form service."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from werkzeug.exceptions import NotFound
from werkzeug.utils import redirect
from werkzeug.wrappers import Request, Response

from careers.cli.support.local_web import serving

TOKEN = "the-demo-needs-no-secret-token"  # noqa: S105 - of the stand-ins
FORM = "demo"
_THANKS = "/careers/thanks/"
_KEYS = {f"Bearer {TOKEN}", f"Basic {b64encode(f':{TOKEN}'.encode()).decode()}"}
Sent = tuple[dict[str, str], dict[str, tuple[str, bytes]]]
"""The fields of a form, and its files by theirs: name and content."""
Told = Callable[[int, Sent, str], dict[str, Any]]
"""How one that was sent is told of: its number, what it holds, where its files lie."""


@contextmanager
def standing_in(told: Told) -> Iterator[str]:
    """Take forms at the address that it yields; whoever sends one is led back, to the thanks.

    What was sent is handed over to whoever has ``TOKEN``, as ``told`` makes it.
    """
    sent: list[Sent] = []

    @Request.application
    def application(request: Request) -> Response:
        if request.method == "POST":
            files = {f: (s.filename or "", s.read()) for f, s in request.files.items()}
            sent.append((request.form.to_dict(), files))
            return redirect(f"{request.headers.get('Origin', '')}{_THANKS}", 303)
        if request.headers.get("Authorization") not in _KEYS:
            return Response("no", 401)
        if request.path.endswith("/submissions"):
            rows = [told(n, one, f"{request.host_url}{n}/") for n, one in enumerate(sent)]
            return Response(json.dumps({"submissions": rows}))
        number, _, field = request.path.removeprefix("/").partition("/")
        found = int(number) < len(sent) and sent[int(number)][1].get(field)
        return Response(found[1]) if found else NotFound().get_response()

    with serving(application) as host:
        yield host


def of_function(number: int, sent: Sent, base: str) -> dict[str, Any]:
    """As examples/receiver/ hands it over."""
    fields, files = sent
    told = [{"field": f, "name": name, "url": base + f} for f, (name, _) in files.items()]
    head = {"receiver": 1, "id": f"demo-{number}", "submitted": _now()}
    return head | {"fields": fields, "files": told}


def of_formspree(number: int, sent: Sent, base: str) -> dict[str, Any]:
    """As Formspree's API lists it."""
    fields, files = sent
    told = {f: {"filename": name, "url": base + f} for f, (name, _) in files.items()}
    return fields | told | {"_date": _now()[:19], "_id": f"demo-{number}"}


def _now() -> str:
    return datetime.now(UTC).isoformat()
