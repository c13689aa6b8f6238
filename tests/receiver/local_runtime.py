"""Runs the function of examples/receiver/ in workerd, the runtime of Cloudflare Workers."""

from __future__ import annotations

import json
import shutil
import subprocess
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests

from browser.prepare import npm_package

HERE = Path(__file__).parent
KEY = "a-key-of-forty-characters-and-some-more!"
SITE = "https://example-tools.github.io/careers/"
ORIGIN = "https://example-tools.github.io"
CV = b"%PDF-1.7 of somebody"
BOUNDARY = "----of-the-tests"
File = tuple[str, bytes]
"""A file as a browser sends it: its name, and what it holds."""
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


def body_of(parts: Iterable[tuple[str, Any]]) -> bytes:
    """A form of texts and files, as browsers send it; a file input left empty has no name."""
    made = bytearray()
    for name, value in parts:
        head, content = f'name="{_quoted(name)}"', value
        if isinstance(value, tuple):
            head, content = f'{head}; filename="{_quoted(value[0])}"', value[1]
            head += "\r\nContent-Type: application/octet-stream"
        made += f"--{BOUNDARY}\r\nContent-Disposition: form-data; {head}\r\n\r\n".encode()
        made += content if isinstance(content, bytes) else str(content).encode()
        made += b"\r\n"
    return bytes(made) + f"--{BOUNDARY}--\r\n".encode()


def _quoted(name: str) -> str:
    return name.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")


@dataclass
class Worker:
    """A function that runs at ``url``; ``asked`` are its requests to Turnstile and GitHub.

    ``env`` are variables that it has beside ``SITE`` and ``KEY``, or in their place.
    """

    url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    env: dict[str, str] = field(default_factory=dict)

    def send(self, *files: File, headers: Any = None, **changes: str) -> requests.Response:
        """Send the form, with changes and CVs; redirects are not followed."""
        parts = [*({**TYPED, **changes}.items()), ("files", ("", b"")), *(("cv", f) for f in files)]
        own = {"Origin": ORIGIN, "Content-Type": f"multipart/form-data; boundary={BOUNDARY}"}
        return requests.post(
            self.url,
            data=body_of(parts),
            headers=own | self._headers | (headers or {}),
            allow_redirects=False,
            timeout=60,
        )

    def ask(
        self, path: str = "", verb: str = "GET", key: str = KEY, cut: int = 99
    ) -> requests.Response:
        """Ask it for what it holds; its bucket fails behind so many deletions."""
        headers = self._headers | ({"Authorization": f"Bearer {key}"} if key else {})
        headers["X-Cut"] = str(cut)
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

    @property
    def _headers(self) -> dict[str, str]:
        return {"X-Env": json.dumps(self.env)} if self.env else {}

    def asked_of(self, host: str) -> list[dict[str, Any]]:
        """What it asked a host, some of it after its answer: waits a while for the first."""
        end = time.monotonic() + 10
        while True:
            found = [each for each in self.asked if urlsplit(each["url"]).hostname == host]
            if found or time.monotonic() > end:
                return found
            time.sleep(0.05)

    def follow(self, lines: Iterable[str]) -> None:
        """Read what it asks others for, until it ends."""
        for line in lines:
            self.asked.append(json.loads(line))


@contextmanager
def running(site: str = SITE) -> Iterator[Worker]:
    """The function of a site; skips where the runtime is not installed."""
    if npm_package(HERE, "miniflare") is None:
        pytest.skip("no node, or miniflare is not installed: the function not run in workerd")
    given = json.dumps({"bindings": {"SITE": site, "KEY": KEY}})
    process = subprocess.Popen(
        [str(shutil.which("node")), str(HERE / "serve.mjs"), given],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdin
    assert process.stdout
    try:
        line = process.stdout.readline()
        assert line, "the runtime did not start"
        worker = Worker(json.loads(line)["url"])
        following = threading.Thread(target=worker.follow, args=(process.stdout,))
        following.start()
        yield worker
    finally:
        process.stdin.close()
        process.wait(20)
        following.join()
        process.stdout.close()
