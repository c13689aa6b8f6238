"""Goes through lists that come in pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

MOST_PAGES = 200
"""Pages of one run; what lies behind them is for the next."""


def rows(answer: Any, name: str = "") -> list[Mapping[str, Any]]:
    """The objects of a list, or of the list below ``name``."""
    given = answer.get(name) if name and isinstance(answer, Mapping) else answer
    return [row for row in given if isinstance(row, Mapping)] if isinstance(given, list) else []


def by_offset(
    ask: Callable[[int], list[Mapping[str, Any]]], size: int
) -> Iterator[Mapping[str, Any]]:
    """Every row of a list that is asked for by the number of rows before."""
    for page in range(MOST_PAGES):
        found = ask(page * size)
        yield from found
        if len(found) < size:
            return
