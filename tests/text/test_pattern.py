"""The patterns match alike in every Python that the project runs in."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from typing import Any

import careers

# Private, but the one place that tells what a pattern is made of.
from re import _constants, _parser  # type: ignore[attr-defined]  # isort: skip

SINGLE = {
    _constants.LITERAL,
    _constants.NOT_LITERAL,
    _constants.ANY,
    _constants.IN,
    _constants.CATEGORY,
}


def _patterns() -> Iterator[tuple[str, str, int]]:
    """Every pattern that a module holds: where, itself, its flags."""
    for module in pkgutil.walk_packages(careers.__path__, "careers."):
        held = vars(importlib.import_module(module.name))
        for name, value in held.items():
            for one in value.values() if isinstance(value, dict) else [value]:
                if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                    yield f"{module.name}.{name}", one.pattern, one.flags
                elif type(one).__name__ == "_Pattern":
                    yield f"{module.name}.{name}", one.pattern, vars(one)["_given"]


def _parts(parsed: Any) -> Iterator[tuple[Any, Any]]:
    """Every operation of a parsed pattern, however deep."""
    for part in parsed:
        if isinstance(part, tuple) and len(part) == 2:
            yield part
        if isinstance(part, (tuple, list, _parser.SubPattern)):
            yield from _parts(part)


def test_no_group_is_possessive() -> None:
    """Before 3.11.5 one that could go back inside matched what it should not (gh-106052)."""
    found = set()
    seen = 0
    for place, pattern, flags in _patterns():
        seen += 1
        for kind, value in _parts(_parser.parse(pattern, flags)):
            if kind is _constants.POSSESSIVE_REPEAT:
                inner = value[2]
                if len(inner) != 1 or inner[0][0] not in SINGLE:
                    found.add(place)
            elif kind is _constants.ATOMIC_GROUP:
                found.add(place)
    assert not found
    assert seen > 200
