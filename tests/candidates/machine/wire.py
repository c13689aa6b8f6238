"""A way to the sandbox without sockets: the same requests and answers, many times as fast."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import unquote, urlsplit

import pytest
import requests
from requests._internal_utils import to_native_string
from requests.adapters import HTTPAdapter
from werkzeug.test import EnvironBuilder, run_wsgi_app

from careers.sandbox import Sandbox
from careers.sandbox.app import CutError


class _Socket:
    """What the sandbox hangs up."""

    def shutdown(self, _how: int) -> None:
        """Nobody listens."""


def connect_directly(patch: pytest.MonkeyPatch, github: Sandbox) -> None:
    """Let whatever is sent to this sandbox reach it by a call; until ``patch`` is undone."""
    real = HTTPAdapter.send

    def send(
        adapter: HTTPAdapter, request: requests.PreparedRequest, *args: object, **kw: object
    ) -> requests.Response:
        url = request.url or ""
        if not url.startswith(github.url):
            return real(adapter, request, *args, **kw)  # type: ignore[arg-type]
        return _answered(github, request, url)

    patch.setattr(HTTPAdapter, "send", send)


def _answered(github: Sandbox, request: requests.PreparedRequest, url: str) -> requests.Response:
    parts = urlsplit(url)
    body = request.body.encode() if isinstance(request.body, str) else request.body or b""
    assert isinstance(body, bytes)
    environ = EnvironBuilder(
        path=unquote(parts.path),
        query_string=parts.query,
        method=request.method or "GET",
        headers=[(name, to_native_string(value)) for name, value in request.headers.items()],
        data=body,
        base_url=github.url,
    ).get_environ()
    target = f"{parts.path}?{parts.query}" if parts.query else parts.path
    environ |= {"werkzeug.socket": _Socket(), "REQUEST_URI": target}
    answer = requests.Response()
    answer.request, answer.url = request, url
    try:
        content, status, headers = run_wsgi_app(github.app, environ, buffered=True)
    except CutError as error:
        raise requests.ConnectionError(str(error), request=request) from None
    answer.status_code = int(status.split()[0])
    answer.headers.update(dict(headers))
    answer.raw = BytesIO(b"".join(content))
    return answer
