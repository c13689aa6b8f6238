"""Form services that keep submissions: one module a service, found by looking into this folder.

A module says where its API is (``HOST``), by which header a token is given (``headers``), and
yields what was sent since a moment, as ``careers.intake`` reads it, oldest first (``submissions``).
Nothing here logs an address that a service answers with: whoever has it reads a candidate's file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from typing import Any, Protocol

from careers.forms._client import Client

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
