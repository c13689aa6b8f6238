"""Gets a file from a form service. Its address is told nowhere: whoever has it reads the file."""

from __future__ import annotations

import re
import time
from collections.abc import Collection, Mapping
from urllib.parse import SplitResult, urlsplit

import requests

from careers.text.diagnostics import CareersError

_TIMEOUT = (10, 60)
_CHUNK = 64 * 1024
_LONGEST = 120
"""Seconds that one file may take."""
_NAME = re.compile(r"(?:[a-z0-9-]+\.)+[a-z][a-z0-9-]+", re.IGNORECASE)


class FileGoneError(CareersError):
    """The service has it no longer."""


class FileLargeError(CareersError):
    """It is larger than any that is kept."""


def download(
    address: str, headers: Mapping[str, str], own: Collection[str], most: int, name: str
) -> bytes:
    """A file of at most ``most`` bytes. The token goes to the service's ``own`` hosts alone.

    Redirects are not followed. Raises CareersError without the address.
    """
    try:
        place = urlsplit(address)
        public = place.scheme == "https" and bool(_NAME.fullmatch(place.hostname or ""))
    except ValueError:
        place, public = urlsplit(""), False
    ours = any(_is_at(place, host) for host in own)
    if not (ours or public):
        raise FileGoneError(f"a file of {name} is at no address that is asked")
    try:
        with requests.get(
            address,
            headers={**(headers if ours else {}), "Accept-Encoding": "identity"},
            timeout=_TIMEOUT,
            allow_redirects=False,
            stream=True,
        ) as answer:
            return _content(answer, most, name, address)
    except (requests.RequestException, OSError, ValueError):
        raise _waiting(name, "does not answer") from None


def _content(answer: requests.Response, most: int, name: str, address: str) -> bytes:
    if answer.status_code in {requests.codes.not_found, requests.codes.gone}:
        raise FileGoneError(f"a file is at {name} no longer")
    if answer.status_code != requests.codes.ok:
        raise _waiting(name, f"answers {answer.status_code}")
    page = answer.headers.get("Content-Type", "").startswith("text/html")
    if page and not re.search(r"\.html?$", urlsplit(address).path, re.IGNORECASE):
        raise _waiting(name, "asks for a login")
    if int(answer.headers.get("Content-Length") or 0) > most:
        raise FileLargeError(f"a file at {name} is too large")
    data, end = bytearray(), time.monotonic() + _LONGEST
    for part in answer.iter_content(_CHUNK):
        data += part
        if time.monotonic() > end:
            raise _waiting(name, "takes too long")
        if len(data) > most:
            raise FileLargeError(f"a file at {name} is too large")
    return bytes(data)


def _is_at(place: SplitResult, host: str) -> bool:
    """Whether an address is a service's own: its host by that scheme, and by that port."""
    known = urlsplit(host)
    return (place.scheme, place.netloc) == (known.scheme, known.netloc)


def _waiting(name: str, what: str) -> CareersError:
    cure = "nothing is lost: the next run asks again"
    return CareersError(f"{name} {what} for a file", cure)
