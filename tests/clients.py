"""Clients of the sandbox: the real PyGithub, and plain HTTP."""

import json
from typing import Any

import requests
from github import Auth, Github

from careers.sandbox import Sandbox

TIMEOUT = 10


def connect(sandbox: Sandbox, who: str, per_page: int = 30, retry: Any = None) -> Github:
    """PyGithub with the token `t-WHO`, without waits; `retry` None asks each thing once."""
    return Github(
        base_url=sandbox.url,
        auth=Auth.Token(f"t-{who}"),
        seconds_between_requests=None,
        seconds_between_writes=None,
        per_page=per_page,
        retry=retry,
        timeout=TIMEOUT,
    )


def ask(  # noqa: PLR0913 - one request, all of its parts
    sandbox: Sandbox,
    method: str,
    path: str,
    content: Any = None,
    *,
    who: str | None = "rita",
    headers: dict[str, str] | None = None,
) -> requests.Response:
    """One plain request, with the token `t-WHO` unless `who` is None; str content goes as it is."""
    sent = {"Content-Type": "application/json"} if content is not None else {}
    sent |= {"Authorization": f"Bearer t-{who}"} if who else {}
    body = content if isinstance(content, str) or content is None else json.dumps(content)
    url = sandbox.url + path
    return requests.request(method, url, data=body, headers=sent | (headers or {}), timeout=TIMEOUT)
