"""The hidden line of the comment: that it is ours, of which site, and which pages it is about.

After merging, another run reads it: ``<!-- careers:pull-request HASH cook !baker -->`` is about
the pages ``cook/`` and ``baker/``, the latter with errors. Where it says ``published`` for the
hash, all is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

PAGES = 20
"""Addresses that are kept: a line after merging names few."""
PUBLISHED = "published"
_MARKER = re.compile(r"<!-- careers:pull-request (?P<state>[\w-]{1,64})(?P<pages>[^<>]*) -->")
_ADDRESS = re.compile(r"!?[a-z0-9][a-z0-9_-]{0,200}")
_LONGEST = 2_000


@dataclass(frozen=True)
class Marker:
    """``state`` is the site's hash, ``-`` or ``published``; addresses are without slashes."""

    state: str
    pages: tuple[str, ...] = ()
    held: tuple[str, ...] = ()

    def __str__(self) -> str:
        names = [*self.pages[:PAGES], *(f"!{name}" for name in self.held[:PAGES])]
        plain = (f" {name}" for name in names if _ADDRESS.fullmatch(name))
        return f"<!-- careers:pull-request {self.state}{''.join(plain)[:_LONGEST]} -->"


def find(body: str) -> Marker | None:
    """The marker of a comment of ours; None in any other."""
    found = _MARKER.search(body)
    if not found:
        return None
    names = [name for name in found["pages"].split() if _ADDRESS.fullmatch(name)]
    return Marker(found["state"], *_split(names))


def _split(names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    every = list(names)
    held = tuple(name[1:] for name in every if name[0] == "!")
    return tuple(name for name in every if name[0] != "!"), held
