"""Numbers of things, in words."""

from __future__ import annotations


def counted(number: int, thing: str) -> str:
    """``1 file``, ``2 files``, ``3 branches``."""
    plural = "es" if thing.endswith(("s", "ch", "sh", "x")) else "s"
    return f"{number:,} {thing}{'' if number == 1 else plural}"
