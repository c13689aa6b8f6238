"""How a file that a company has differs from ours, which takes nothing from it."""

from __future__ import annotations

import difflib
from collections.abc import Iterator


def difference(name: str, yours: str, ours: str) -> Iterator[str]:
    """Lines that say that it stays, and what ours has instead."""
    yield f"  {name} is yours and stays; ours differs:\n"
    lines = difflib.unified_diff(
        yours.splitlines(), ours.splitlines(), "yours", "ours", lineterm="", n=1
    )
    yield from (f"    {line}\n" for line in lines)
