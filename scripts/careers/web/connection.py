"""Reaches hosts of the public web, and nothing of a private network.

The addresses come out of postings, which anybody may propose. So a host is asked by the very
address that its name was resolved to and that was found to be public: a name that resolves
otherwise a moment later reaches nothing.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from urllib.parse import quote, urlsplit

TIMEOUT = 15
"""Seconds for connecting, and again for each read."""
HOPS = 5
"""How many redirections are followed, each as carefully as the first address is asked."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NAT64 = IPv6Network("64:ff9b::/96")
_HEADERS = {"Accept": "*/*", "Connection": "close"}

Address = IPv4Address | IPv6Address
Permit = Callable[[Address], bool]


class PrivateError(OSError):
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


def onward(answer: HTTPResponse) -> str | None:
    """Where an answer leads on to."""
    return (answer.getheader("Location") or None) if answer.status in _REDIRECTS else None


@contextmanager
def request(verb: str, url: str, permit: Permit, agent: str) -> Iterator[HTTPResponse]:
    """The answer of one address, whose connection is closed behind it.

    Raises PrivateError, ValueError for what is no address, and all that a connection raises.
    """
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or "@" in parts.netloc:
        raise PrivateError
    kind = _Secure if parts.scheme == "https" else _Plain
    connection = kind(parts.hostname.encode("idna").decode(), parts.port, permit)
    try:
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
        headers = _HEADERS | {"User-Agent": agent}
        connection.request(verb, f"{path}?{query}" if query else path, headers=headers)
        # The connection is handed over to the answer, which alone can close it.
        with connection.getresponse() as answer:
            yield answer
    finally:
        connection.close()


def _connect(host: str, port: int, permit: Permit) -> socket.socket:
    """A connection to an address that was looked at, not to a name that may change."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    places = [entry[4][:2] for entry in found]
    if not places or not all(
        permit(ip_address(str(place[0]).partition("%")[0])) for place in places
    ):
        raise PrivateError
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
