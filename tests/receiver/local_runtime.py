"""Runs the function of examples/receiver/ in workerd, the runtime of Cloudflare Workers, on loopback."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import requests

from browser.prepare import npm_package

HERE = Path(__file__).parent
KEY = "a-key-of-forty-characters-and-some-more!"
SITE = "https://example-tools.github.io/careers/"
CV = b"%PDF-1.7 of somebody"
TYPED = {
    "posting": "support-engineer",
    "language": "en",
    "privacy": "2026-10",
    "source": "fair",
    "name": "Ada Example",
    "email": "ada@example.com",
    "phone": "",
    "links": "https://ada.example.com",
    "Which languages do you read?": "Welsh",
    "message": "Hello,\n\nI mend things.",
    "consent": "yes",
}


@dataclass
class Worker:
    """A function that runs at ``url``; ``asked`` are its requests to Turnstile and GitHub."""

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    _process: Any = field(default=None, repr=False)

    def send(
        self, files: Any = (), headers: dict[str, str] | None = None, **changes: str
    ) -> requests.Response:
        """Send the form, with changes; redirects are not followed."""
        data = [*{**TYPED, **changes}.items()]
        parts = [(name, (None, value)) for name, value in data]
        given = [("files", ("", b"")), *(("cv", file) for file in files)]
        own = {"Origin": SITE.rpartition("/careers")[0], **(headers or {})}
        return requests.post(
            self.url, files=[*parts, *given], headers=own, allow_redirects=False, timeout=60
        )

    def ask(self, path: str = "", verb: str = "GET", key: str = KEY) -> requests.Response:
        """Ask it for what it holds."""
        headers = {"Authorization": f"Bearer {key}"} if key else {}
        url = f"{self.url}/submissions{path}"
        return requests.request(verb, url, headers=headers, allow_redirects=False, timeout=60)

    def waiting(self) -> list[dict[str, Any]]:
        """All that waits."""
        found, after = [], ""
        while True:
            answer = self.ask(after and f"?after={after}").json()
            found += answer["submissions"]
            after = answer["next"]
            if not after:
                return found

    def follow(self) -> None:
        """Read what it asks others for, until it ends."""
        for line in self._process.stdout:
            self.asked.append(json.loads(line))


@contextmanager
def running(**bindings: str) -> Iterator[Worker]:
    """The function with these variables; skips where the runtime is not installed."""
    if npm_package(HERE, "miniflare") is None:
        pytest.skip("no node, or miniflare is not installed: the function not run in workerd")
    given = json.dumps({"bindings": {"SITE": SITE, "KEY": KEY, **bindings}})
    process = subprocess.Popen(
        ["node", str(HERE / "serve.mjs"), given],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdin
    assert process.stdout
    try:
        line = process.stdout.readline()
        assert line, "the runtime did not start"
        worker = Worker(json.loads(line)["url"], _process=process)
        threading.Thread(target=worker.follow, daemon=True).start()
        yield worker
    finally:
        process.stdin.close()
        process.wait(20)
