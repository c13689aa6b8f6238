"""The way to GitHub's REST API: the only import of PyGithub.

Only the plainest documented calls, by paths of our own: links in answers are never followed to
another host, so any server that speaks GitHub's REST API at ``GITHUB_API_URL`` will do. PyGithub
gives the transport and the authentication; its objects would fetch by those links.
"""

from __future__ import annotations

import json
import logging
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from github import Auth, Github, GithubException
from requests import RequestException

from careers.github._transfer import Transfer
from careers.github.errors import refused, unanswered, waited
from careers.text.diagnostics import CareersError

TIMEOUT = 20
"""Seconds that an answer is waited for."""
PAGE = 100
_LOOPBACK = re.compile(r"127\.\d+\.\d+\.\d+|localhost|::1")
_NEXT = re.compile(r'<([^>]*)>\s*;[^,]*\brel="?next\b')
_LAST = re.compile(r'<([^>]*)>\s*;[^,]*\brel="?last\b')
_TRIES = 4
_REDIRECTED = 300
_MOVED = frozenset({301, 302, 307, 308})


class GitHub:
    """One repository on a server. Raises RefusedError or UnansweredError, both CareersErrors."""

    def __init__(self, base_url: str, token: str, repository: str) -> None:
        for name in ("github", "urllib3"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # they log what is sent
        self.repository = repository
        self._former = ""
        self._base = base_url.rstrip("/")
        # GitHub asks for a second between writes; a server on this machine does not.
        local = bool(_LOOPBACK.fullmatch(urlsplit(base_url).hostname or ""))
        self._pause = 0.05 if local else 2.0
        self.transfer = Transfer(self._base, token, repository)
        # No retries below this class: a request that may have been carried out is not repeated
        # but read back. PyGithub's own would open an issue twice when an answer is lost.
        self._github = Github(
            auth=Auth.Token(token),
            base_url=self._base,
            timeout=TIMEOUT,
            retry=None,
            seconds_between_requests=None if local else 0.1,
            seconds_between_writes=None if local else 1,
        )

    def pause(self, attempt: int) -> None:
        """Wait before another attempt, longer each time."""
        time.sleep(self._pause * (attempt + 1))

    def renamed(self, name: str) -> None:
        """Go on under the name that the repository has now; it is said before a write."""
        if name.casefold() != self.repository.casefold():
            self._former, self.repository = self.repository, name

    def _say_renamed(self) -> None:
        if self._former:
            told = (
                f"{self._former} is called {self.repository} now: name it so in CAREERS_CANDIDATES"
            )
            sys.stderr.write(f"warning: {told}, or in careers.toml\n")
            self._former = ""

    def pages(self, path: str, what: str) -> Iterator[dict[str, Any]]:
        """All items of a list; ``path`` begins below the repository."""
        place, _, query = path.partition("?")
        parameters = dict(parse_qsl(query)) | {"per_page": str(PAGE)}
        while True:
            headers, items = self.call("GET", f"{place}?{urlencode(parameters)}", what)
            yield from items
            found = _NEXT.search(headers.get("link") or "")
            if not found:
                return
            # Only what the link asks for is taken over: its host may be spelt another way.
            parameters = dict(parse_qsl(urlsplit(found[1]).query))

    def newest(
        self, path: str, what: str, start: int, enough: Callable[[list[dict[str, Any]]], bool]
    ) -> tuple[list[dict[str, Any]], int]:
        """The end of a list that begins with the oldest, and its last page's number.

        Read is page ``start``, the last one where that is another, and further ones towards the
        beginning until there is ``enough``.
        """
        headers, items = self.call("GET", f"{path}?per_page={PAGE}&page={start}", what)
        page, found = start, _LAST.search(headers.get("link") or "")
        if not found:
            return list(items), page
        last = int(dict(parse_qsl(urlsplit(found[1]).query)).get("page", page))
        page, older = last, list(items)
        items = []
        while page > start:
            items = [*self.call("GET", f"{path}?per_page={PAGE}&page={page}", what)[1], *items]
            if enough(items):
                return items, last
            page -= 1
        return [*older, *items], last

    def login(self) -> str:
        """Whose token it is; empty where GitHub does not say, as of a workflow's own."""
        try:
            answer = self._send("GET", "/user", "ask whose token it is", None)[1]
        except (GithubException, CareersError):
            return ""
        return str(answer.get("login") or "")

    def graphql(self, query: str, variables: Mapping[str, Any]) -> Any:
        """The data of a query; None where the server has no GraphQL or refuses it."""
        try:
            answer = self._github.requester.graphql_query(query, dict(variables))[1]
        except (GithubException, RequestException, OSError, ValueError, AssertionError):
            return None
        return answer.get("data")

    def call(
        self, verb: str, path: str, what: str, body: object = None
    ) -> tuple[Mapping[str, Any], Any]:
        """One request, repeated only where it was refused for its rate and GitHub says when."""
        if verb != "GET":
            self._say_renamed()
        return self.request(verb, f"/repos/{self.repository}{path}", what, body)

    def request(
        self, verb: str, place: str, what: str, body: object = None
    ) -> tuple[Mapping[str, Any], Any]:
        """The same anywhere on the server: ``place`` begins at its root."""
        for left in reversed(range(_TRIES)):
            try:
                return self._send(verb, place, what, body)
            except GithubException as error:
                if error.status in _MOVED:
                    place = self._moved(verb, error.headers or {}, what)
                    continue
                wait = waited(error.status, error.headers or {}, error.data)
                if wait is None or not left:
                    raise refused(
                        error.status, error.data, self.repository, what, error.headers or {}
                    ) from None
                time.sleep(wait)
        message = f"{self.repository}: GitHub redirects again and again when trying to {what}"
        raise CareersError(message, "look at its name, and run it again")

    def _moved(self, verb: str, headers: Mapping[str, Any], what: str) -> str:
        """Where to ask instead: reads are followed on this server, writes are not."""
        location = str(headers.get("location", ""))
        if verb != "GET" or not location.startswith(f"{self._base}/"):
            message = f"{self.repository}: GitHub redirects elsewhere when trying to {what}"
            raise CareersError(message, "was it renamed? Name it as it is called now")
        return location.removeprefix(self._base)

    def _send(
        self, verb: str, place: str, what: str, body: object
    ) -> tuple[Mapping[str, Any], Any]:
        requester = self._github.requester
        try:
            status, headers, text = requester.requestJson(verb, place, input=body)
            if status >= _REDIRECTED:
                raise GithubException(status, _lenient(text), dict(headers))
            return headers, json.loads(text) if text else None
        except (RequestException, json.JSONDecodeError, OSError) as error:
            kind = type(error).__name__
            message = f"{self.repository}: no answer when trying to {what} ({kind})"
            cure = f"is {self._base} reachable? Run it again"
            raise unanswered(self.repository, message, cure) from None
        except (RuntimeError, AssertionError) as error:
            message = f"{self.repository}: GitHub redirects elsewhere when trying to {what}"
            raise CareersError(message, "was the repository renamed?") from error


def _lenient(text: str) -> Any:
    """What a refusal says, where it is JSON."""
    try:
        return json.loads(text)
    except ValueError:
        return {}
