"""What candidates are told: one module a letter, its docstring says when it goes.

A letter's module holds ``ORDER`` (its place in lists), ``WHEN`` (how soon it goes once it was
asked for) and ``PLACEHOLDERS`` (what its template is filled with). It may hold ``STANDING``: where
a candidate must stand when it goes, anywhere where it says nothing. The words stand in
``templates/mail``, one file a letter and language. Nothing is registered: a module in this folder
is a letter; settings, docs and commands name what is here.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from careers.letters.support.standing import Standing
from careers.letters.support.when import When


@dataclass(frozen=True)
class Kind:
    """One letter. ``name`` is that in commands, settings and files: ``not-a-match``.

    ``chosen`` says that `/reply NAME` sends it, ``moves`` that a move asks for it, so that the
    next move stops it.
    """

    name: str
    order: int
    when: When
    placeholders: tuple[str, ...]
    help: str
    chosen: bool
    moves: bool
    standing: Standing


@cache
def all_kinds() -> Mapping[str, Kind]:
    """Every letter by its name, in the order of lists."""
    found = (_load(m.name) for m in pkgutil.iter_modules(__path__) if not m.ispkg)
    return {kind.name: kind for kind in sorted(found, key=lambda kind: kind.order)}


def _load(name: str) -> Kind:
    module = importlib.import_module(f"{__name__}.{name}")
    return Kind(
        name=name.replace("_", "-"),
        order=module.ORDER,
        when=module.WHEN,
        placeholders=module.PLACEHOLDERS,
        help=inspect.getdoc(module) or "",
        chosen=getattr(module, "CHOSEN", False),
        moves=getattr(module, "MOVES", False),
        standing=getattr(module, "STANDING", Standing.ANYWHERE),
    )
