"""Asks a form service for JSON, at its pace; what is wrong is told without what was sent."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import requests

from careers.text.diagnostics import CareersError

_TRIES = 4
_TIMEOUT = (10, 60)
_GONE = {404, 410}
_WRONG = {
    401: ("refuses the token", "make a new one, and put it into the secret"),
    403: ("refuses the token", "give it the right to read submissions"),
    404: ("knows no such form", "`form` is the id in the form's address"),
}


class Client:
    """One service, as one token sees it."""

    def __init__(self, host: str, headers: Mapping[str, str], name: str) -> None:
        self._host = host.rstrip("/")
        self._name = name
        self._session = requests.Session()
        self._session.headers.update(headers)
        # A token is for one host: what leads elsewhere is not followed with it.
        self._session.max_redirects = 0

    def get(self, path: str, **query: str | int) -> Any:
        """The JSON of an answer. Raises CareersError."""
        return self._json(self._asked("GET", path, query))

    def delete(self, path: str) -> None:
        """Delete what is there; what is gone is fine. Raises CareersError."""
        self._asked("DELETE", path, {}, gone=True)

    def _asked(
        self, verb: str, path: str, query: Mapping[str, str | int], *, gone: bool = False
    ) -> requests.Response:
        for attempt in range(_TRIES):
            try:
                answer = self._session.request(
                    verb, self._host + path, params=query, timeout=_TIMEOUT, allow_redirects=False
                )
            except requests.RequestException:
                wait = 2.0**attempt
            else:
                missing = gone and answer.status_code in _GONE
                if missing or answer.status_code // 100 == 2:  # noqa: PLR2004 - done
                    return answer
                if answer.status_code in _WRONG:
                    what, cure = _WRONG[answer.status_code]
                    message = f"{self._name} {what}"
                    raise CareersError(message, cure)
                wait = _pause(answer, attempt)
            if attempt < _TRIES - 1:
                time.sleep(wait)
        message = f"{self._name} does not answer"
        raise CareersError(message, "nothing is lost: the next run asks again")

    def _json(self, answer: requests.Response) -> Any:
        try:
            return answer.json()
        except ValueError:
            message = f"{self._name} answers with what is no JSON"
            raise CareersError(message, "nothing is lost: the next run asks again") from None


def _pause(answer: requests.Response, attempt: int) -> float:
    """Seconds to wait: what the service asks for, up to a minute."""
    try:
        return min(60.0, max(0.0, float(answer.headers.get("Retry-After", ""))))
    except ValueError:
        return 2.0**attempt
