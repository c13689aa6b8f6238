"""Asks one address of the web whether it leads somewhere, and nothing of a private network."""

from __future__ import annotations

import socket
import ssl
from http.client import HTTPException
from typing import NamedTuple
from urllib.parse import urljoin

from careers.web.connection import HOPS, Permit, PrivateError, onward, public, request

_READ = 1024
GONE = {404: "404, not found", 410: "410, gone"}
"""What a status says that means an address leads nowhere."""
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_REFUSED_HEAD = 400
_NO_SUCH_HOST = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
_AGENT = "careers-links (checks the links of job postings once a week)"


class Answer(NamedTuple):
    """``dead`` says why it leads nowhere; ``sure`` is whether asking again would tell no more."""

    dead: str = ""
    sure: bool = True
    no_host: bool = False


def ask(url: str, permit: Permit = public) -> Answer:
    """Ask once. It never raises: what cannot be told is not dead."""
    try:
        status, _ = _follow("HEAD", url, permit)
        if status >= _REFUSED_HEAD:  # many a server answers HEAD wrongly
            status, _ = _follow("GET", url, permit)
    except socket.gaierror as error:
        gone = error.errno in _NO_SUCH_HOST
        return Answer("there is no such host", no_host=True) if gone else Answer(sure=False)
    except (PrivateError, ssl.SSLError, UnicodeError, ValueError):
        return Answer()
    except (OSError, HTTPException):
        return Answer(sure=False)
    return Answer(GONE.get(status, ""), sure=status not in _AGAIN)


def _follow(verb: str, url: str, permit: Permit) -> tuple[int, str]:
    """The status at the end of the redirections, and where that is."""
    for _ in range(HOPS):
        with request(verb, url, permit, _AGENT) as answer:
            answer.read(_READ)
            target = onward(answer)
        if target is None:
            return answer.status, url
        url = urljoin(url, target)
    return 200, url  # it leads on and on, which is not nowhere
