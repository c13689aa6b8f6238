"""Form services that keep submissions: one module a service, found by looking into this folder.

A module says where its API is (``HOST``), by which header a token is given (``headers``), and
yields what was sent since a moment, as ``careers.intake`` reads it, oldest first (``submissions``).
One whose service deletes says where a submission is (``place``).
Nothing here logs an address that a service answers with: whoever has it reads a candidate's file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Protocol
from urllib.parse import urlsplit

from careers.forms._client import Client
from careers.forms._files import FileGoneError, FileLargeError, download

__all__ = [
    "FileGoneError", "FileLargeError", "Service", "delete", "fetched", "fetched_file", "secret",
    "service", "services",
]  # fmt: skip

OVERLAP = 600
"""Seconds that are looked at again: services list an answer late, and by the second."""


class Service(Protocol):
    """What a module of this folder offers."""

    HOST: str

    def headers(self, token: str) -> Mapping[str, str]:
        """How a request says who asks."""

    def submissions(self, client: Client, form: str, since: str) -> Iterator[Mapping[str, Any]]:
        """What was sent since a moment (ISO 8601, UTC), oldest first; all of it where it is empty.

        Raises CareersError where the service cannot be asked.
        """

    def place(self, form: str, submission: str) -> str:
        """Where a submission is deleted; a service that deletes none has no such function."""


def services() -> tuple[str, ...]:
    """The names of the services that can be asked."""
    names = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(name.replace("_", "-") for name in sorted(names) if not name.startswith("_"))


def service(name: str) -> Service:
    """The module of a service."""
    module: Service = importlib.import_module(f"{__name__}.{name.replace('-', '_')}")
    return module


def secret(name: str) -> str:
    """The name of the secret that holds a service's token: workflows cannot make one up."""
    return f"CAREERS_{name.upper().replace('-', '_')}_TOKEN"


def fetched(
    name: str, form: str, token: str, since: str, host: str = ""
) -> list[Mapping[str, Any]]:
    """What was sent to a form since a moment, oldest first.

    ``host`` is another than the service's own, as for accounts in the EU. Raises CareersError.
    """
    module = service(name)
    client = Client(host or module.HOST, module.headers(token), name)
    return [*module.submissions(client, form, since)]


def delete(name: str, form: str, submission: str, token: str, host: str = "") -> None:
    """Delete a submission at its service; one that is gone is fine. Raises CareersError."""
    module = service(name)
    client = Client(host or module.HOST, module.headers(token), name)
    client.delete(module.place(form, submission))


def fetched_file(name: str, address: str, token: str, hosts: Collection[str], most: int) -> bytes:
    """A file that was sent to a form, of at most ``most`` bytes.

    ``hosts`` are other addresses of the service, which get the token too. Raises FileGoneError,
    FileLargeError, or CareersError where the next run is to ask again.
    """
    module = service(name)
    own = {urlsplit(host)._replace(path="").geturl() for host in (module.HOST, *hosts)}
    headers = module.headers(token) if token else {}
    return download(address, headers, own, most, name)
