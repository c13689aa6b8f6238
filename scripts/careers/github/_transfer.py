"""Sends files to GitHub and gets them: raw bytes, by addresses that GitHub's answers name."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import requests

from careers.github.errors import UnansweredError, refused, unanswered, waited
from careers.text.diagnostics import CareersError

OCTETS = "application/octet-stream"
"""The type of every file that is sent, so that no browser ever shows one as a page."""
_LOOPBACK = re.compile(r"127\.\d+\.\d+\.\d+|localhost|::1")
_TIMEOUT = (10, 120)
_TRIES = 4
_CHUNK = 64 * 1024


class Transfer:
    """One token's way to files. Its token goes to GitHub's own hosts alone."""

    def __init__(self, base_url: str, token: str, repository: str) -> None:
        self._base = urlsplit(base_url)
        self._token = {"Authorization": f"Bearer {token}", "X-GitHub-Api-Version": "2022-11-28"}
        self._repository = repository
        # GitHub asks for a second between writes; a server on this machine does not.
        self._local = bool(_LOOPBACK.fullmatch(self._base.hostname or ""))

    def upload(self, url: str, name: str, data: bytes, what: str) -> Any:
        """Send a file to a release's ``upload_url``; the answer's JSON."""
        if not self._is_ours(url):
            message = f"{self._repository}: GitHub names a strange place when trying to {what}"
            raise CareersError(message, "look at GITHUB_API_URL")
        headers = {**self._token, "Content-Type": OCTETS}
        time.sleep(0 if self._local else 1)
        answer = self._asked(
            lambda: requests.post(
                url.partition("{")[0],
                params={"name": name},
                data=data,
                headers=headers,
                timeout=_TIMEOUT,
                allow_redirects=False,
            ),
            what,
        )
        return _json(answer)

    def download(self, path: str, most: int, what: str) -> bytes:
        """The content of an asset, of at most ``most`` bytes; ``path`` begins with ``/repos``."""
        url = f"{self._base.geturl().rstrip('/')}{path}"
        headers = {**self._token, "Accept": OCTETS}
        answer = self._asked(lambda: _get(url, headers), what)
        place = answer.headers.get("Location", "")
        if answer.is_redirect and (place.startswith("https://") or self._is_ours(place)):
            answer = self._asked(lambda: _get(place, {}), what)  # whoever has the address reads it
        if answer.status_code != requests.codes.ok:
            raise refused(answer.status_code, {}, self._repository, what)
        try:
            return _limited(answer, most)
        except requests.RequestException:
            raise self._unanswered(what) from None

    def _is_ours(self, url: str) -> bool:
        """Whether it is the API's host, or the one beside it that takes uploads."""
        given, base = urlsplit(url), self._base
        hosts = {base.hostname, re.sub(r"^api\.", "uploads.", base.hostname or "")}
        return given.scheme == base.scheme and given.hostname in hosts and given.port == base.port

    def _asked(self, ask: Callable[[], requests.Response], what: str) -> requests.Response:
        """An answer that is no refusal; one for the rate is waited for where GitHub says when."""
        for left in reversed(range(_TRIES)):
            try:
                answer = ask()
            except (requests.RequestException, OSError):
                raise self._unanswered(what) from None
            if answer.ok:
                break
            said = _json(answer)
            wait = waited(answer.status_code, answer.headers, said)
            if wait is None or not left:
                raise refused(answer.status_code, said, self._repository, what)
            time.sleep(wait)
        return answer

    def _unanswered(self, what: str) -> UnansweredError:
        message = f"{self._repository}: no answer when trying to {what}"
        cure = f"is {self._base.netloc} reachable? Run it again"
        return unanswered(self._repository, message, cure)


def _get(url: str, headers: dict[str, str]) -> requests.Response:
    return requests.get(url, headers=headers, timeout=_TIMEOUT, allow_redirects=False, stream=True)


def _limited(answer: requests.Response, most: int) -> bytes:
    parts, size = [], 0
    for part in answer.iter_content(_CHUNK):
        parts.append(part)
        size += len(part)
        if size > most:
            raise CareersError("a file is larger than any that is kept", "look at it by hand")
    return b"".join(parts)


def _json(answer: requests.Response) -> Any:
    try:
        return answer.json()
    except ValueError:
        return {}
