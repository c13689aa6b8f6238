"""Downloads what an address of the public web gives: encrypted, no more than asked for, in time."""

from __future__ import annotations

import socket
import ssl
import time
from http import HTTPStatus
from http.client import HTTPException, HTTPResponse
from urllib.parse import urljoin, urlsplit

from careers.web.connection import HOPS, Permit, PrivateError, onward, public, request
from careers.web.probe import GONE

WHOLE = 60
"""Seconds for all that is read of one address."""
_PIECE = 64 * 1024
_AGENT = "careers-fix (brings the images of job postings into their repository)"


class NotFetchedError(Exception):
    """Why there are no bytes, in words that end a sentence."""


def download(url: str, most: int, permit: Permit = public) -> bytes:
    """The bytes that an https address gives, through redirections, ``most`` of them.

    Raises NotFetchedError where there are none, or more.
    """
    try:
        for _ in range(HOPS):
            if urlsplit(url).scheme != "https":
                raise NotFetchedError("it is not sent encrypted (https)")
            with request("GET", url, permit, _AGENT) as answer:
                target = onward(answer)
                if target is None:
                    return _body(answer, most)
                url = urljoin(url, target)
    except (OSError, HTTPException, ValueError) as error:
        raise NotFetchedError(_why(error)) from None
    raise NotFetchedError(f"it leads on to another address, {HOPS} times and more")


def _body(answer: HTTPResponse, most: int) -> bytes:
    if answer.status != HTTPStatus.OK:
        raise NotFetchedError(f"its host answers {GONE.get(answer.status, answer.status)}")
    end = time.monotonic() + WHOLE
    data = bytearray()
    while part := answer.read1(_PIECE):
        data += part
        if len(data) > most:
            raise NotFetchedError(f"it has more than {most / 2**20:g} MiB")
        if time.monotonic() > end:
            raise TimeoutError
    if answer.length:
        raise NotFetchedError("its host breaks off in the middle")
    return bytes(data)


def _why(error: Exception) -> str:
    if isinstance(error, PrivateError):
        return "its host is not of the public web"
    if isinstance(error, socket.gaierror):
        return "there is no such host, or this machine is not online"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its host is not who it says: {error.verify_message}"
    if isinstance(error, TimeoutError):
        return "its host takes too long"
    if isinstance(error, OSError | HTTPException):
        return "the connection fails"
    return "it is no address"
