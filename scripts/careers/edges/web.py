"""Asks one address of the web whether it leads somewhere, and nothing of a private network.

The addresses come out of postings, which anybody may propose. So a host is asked by the very
address that its name was resolved to and that was found to be public: a name that resolves
otherwise a moment later reaches nothing. Redirections are followed in the same way.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

TIMEOUT = 15
"""Seconds for connecting, and again for each read."""
_HOPS = 5
_READ = 1024
_GONE = {404: "404, not found", 410: "410, gone"}
_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_REFUSED_HEAD = 400
_NO_SUCH_HOST = frozenset({socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)})
_NAT64 = IPv6Network("64:ff9b::/96")
_HEADERS = {
    "User-Agent": "careers-links (checks the links of job postings once a week)",
    "Accept": "*/*",
    "Connection": "close",
}

Address = IPv4Address | IPv6Address
Permit = Callable[[Address], bool]


class Answer(NamedTuple):
    """``dead`` says why it leads nowhere; ``sure`` is whether asking again would tell no more."""

    dead: str = ""
    sure: bool = True
    no_host: bool = False


class _PrivateError(OSError):
    """The host is none of the public web."""


def public(address: Address) -> bool:
    """Whether an address is of the public web: not this machine, not a private network."""
    if isinstance(address, IPv6Address):
        within = address.ipv4_mapped or address.sixtofour
        if address in _NAT64:
            within = IPv4Address(int(address) & 0xFFFFFFFF)
        if within and not public(within):
            return False
    return address.is_global and not address.is_multicast


def ask(url: str, permit: Permit = public) -> Answer:
    """Ask once. It never raises: what cannot be told is not dead."""
    try:
        status, _ = _follow("HEAD", url, permit)
        if status >= _REFUSED_HEAD:  # many a server answers HEAD wrongly
            status, _ = _follow("GET", url, permit)
    except socket.gaierror as error:
        gone = error.errno in _NO_SUCH_HOST
        return Answer("there is no such host", no_host=True) if gone else Answer(sure=False)
    except (_PrivateError, ssl.SSLError, UnicodeError, ValueError):
        return Answer()
    except (OSError, HTTPException):
        return Answer(sure=False)
    return Answer(_GONE.get(status, ""), sure=status not in _AGAIN)


def _follow(verb: str, url: str, permit: Permit) -> tuple[int, str]:
    """The status at the end of the redirections, and where that is."""
    for _ in range(_HOPS):
        answer = _request(verb, url, permit)
        target = answer.getheader("Location") if answer.status in _REDIRECTS else None
        if not target:
            return answer.status, url
        url = urljoin(url, target)
    return 200, url  # it leads on and on, which is not nowhere


def _request(verb: str, url: str, permit: Permit) -> HTTPResponse:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        raise _PrivateError
    kind = _Secure if parts.scheme == "https" else _Plain
    connection = kind(parts.hostname.encode("idna").decode(), parts.port, permit)
    try:
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
        connection.request(verb, f"{path}?{query}" if query else path, headers=_HEADERS)
        answer = connection.getresponse()
        answer.read(_READ)
        return answer
    finally:
        connection.close()


def _connect(host: str, port: int, permit: Permit) -> socket.socket:
    """A connection to an address that was looked at, not to a name that may change."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    places = [entry[4][:2] for entry in found]
    if not places or not all(
        permit(ip_address(str(place[0]).partition("%")[0])) for place in places
    ):
        raise _PrivateError
    return socket.create_connection((str(places[0][0]), int(places[0][1])), TIMEOUT)


class _Plain(HTTPConnection):
    def __init__(self, host: str, port: int | None, permit: Permit) -> None:
        super().__init__(host, port, timeout=TIMEOUT)
        self._permit = permit

    def connect(self) -> None:
        self.sock = _connect(self.host, self.port, self._permit)


class _Secure(HTTPSConnection):
    def __init__(self, host: str, port: int | None, permit: Permit) -> None:
        self._trust = ssl.create_default_context()
        super().__init__(host, port, timeout=TIMEOUT, context=self._trust)
        self._permit = permit

    def connect(self) -> None:
        sock = _connect(self.host, self.port, self._permit)
        self.sock = self._trust.wrap_socket(sock, server_hostname=self.host)
