"""What GitHub refuses, in words for people: what was tried, where, and the cure."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from careers.text.diagnostics import CareersError

LONGEST = 120
"""Seconds that a rate limit is waited for at most; GitHub asks for a minute."""
_FORBIDDEN, _MANY, _SERVER = 403, 429, 500
_OF_ONE = frozenset({404, 410, 422})
"""What GitHub answers where one issue alone cannot be read or written."""
_NONE: Mapping[str, Any] = MappingProxyType({})
_ACCEPTED = re.compile(r"[a-z_]+=(?:read|write|admin)(?:[,;] ?[a-z_]+=(?:read|write|admin))*")
_CURES = {
    401: "GITHUB_TOKEN is wrong or has expired",
    403: "the token lacks a permission there: it needs Issues: read and write",
    404: "it is not there, or the token cannot see it: look at the name and at the token's grants",
    410: "its issues are switched off: switch them on in its settings",
    422: "GitHub found the request invalid",
}


class UnansweredError(CareersError):
    """Nobody knows whether it was done: to be read back, and tried again where it was not.

    ``repository`` is where it was tried.
    """

    repository = ""


class RefusedError(CareersError):
    """GitHub said no: ``http`` is the status; ``already`` where it says that it exists.

    ``locked`` where the conversation is. ``accepted`` are the permissions that the call takes,
    where GitHub names them. ``repository`` is where it was tried.
    """

    http = 0
    repository = ""
    already = False
    locked = False
    accepted = ""


def unanswered(repository: str, message: str, cure: str) -> UnansweredError:
    """The error for what was not answered."""
    error = UnansweredError(message, cure)
    error.repository = repository
    return error


def ails_one(error: CareersError) -> bool:
    """Whether what is wrong is wrong with one issue alone, so that others can be gone on with."""
    of_one = isinstance(error, RefusedError) and (error.http in _OF_ONE or error.locked)
    return of_one or error.status == 1


def waited(status: int, headers: Mapping[str, Any], data: Any) -> float | None:
    """Seconds until a request refused for its rate may be repeated; None for other refusals."""
    text = str(data.get("message", "") if isinstance(data, dict) else "").lower()
    after = str(headers.get("retry-after", ""))
    if status not in {_FORBIDDEN, _MANY} or not (
        after or status == _MANY or "rate limit" in text or "abuse detection" in text
    ):
        return None
    reset = str(headers.get("x-ratelimit-reset", ""))
    wait = 60.0
    if after.isdigit():
        wait = float(after)
    elif str(headers.get("x-ratelimit-remaining")) == "0" and reset.isdigit():
        wait = max(1.0, int(reset) - time.time() + 1)
    return wait if wait <= LONGEST else None


def refused(
    status: int, data: Any, repository: str, what: str, headers: Mapping[str, Any] = _NONE
) -> CareersError:
    """The error for an answer. GitHub's own words are left out: they may quote what was sent.

    Where its headers say which permission the call takes, the cure names it.
    """
    tried = f"{repository}: GitHub answers {status} when trying to {what}"
    if status >= _SERVER:
        return unanswered(repository, tried, "run it again")
    text = str(data.get("message", "") if isinstance(data, dict) else "").lower()
    cure = _CURES.get(status, "see GitHub's REST documentation for this status")
    accepted = _accepted(headers)
    if status == _FORBIDDEN and accepted:
        cure = f"the token lacks a permission there: it needs {accepted}"
    locked = status == _FORBIDDEN and "locked" in text
    if locked:
        cure = "unlock its conversation: a bot may not say anything in one that is locked"
    if "rate limit" in text or status == _MANY:
        cure = "the rate limit is used up: run it again later"
    error = RefusedError(tried, cure)
    error.http, error.accepted, error.repository = status, accepted, repository
    errors = data.get("errors") if isinstance(data, dict) else None
    codes = [x.get("code") for x in errors or () if isinstance(x, dict)]
    error.already = "already_exists" in codes
    error.locked = locked
    return error


def _accepted(headers: Mapping[str, Any]) -> str:
    """The permissions that GitHub names for a call: `issues=write`; alternatives by `;`."""
    told = str(headers.get("x-accepted-github-permissions", ""))
    if not _ACCEPTED.fullmatch(told):
        return ""
    spaced = told.replace(" ", "").replace("=", ": ")
    return spaced.replace(";", " or ").replace(",", " and ")
