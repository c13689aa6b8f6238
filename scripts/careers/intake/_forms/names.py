"""A name that a form asks in parts, put together."""

from __future__ import annotations

from collections.abc import Mapping

PARTS = ("first", "middle", "last", "called")


def is_used(part: str, said: str, name: str) -> bool:
    """Whether a part stands in the name; else it stays an answer."""
    return said == name if part == "called" else said.casefold() in name.casefold()


def named(name: str, parts: Mapping[str, str]) -> str:
    """A name that was asked in parts; *Nom* beside *Prénom* is the last, *Nome* the first."""
    first, middle, last, called = (parts.get(part, "") for part in PARTS)
    if name and not (first and last):
        if (first or last).casefold() in name.casefold():
            return name
        first, last = first or name, last or name
        name = ""
    joined = " ".join(filter(None, (first, middle, last))) if first or last else ""
    return name or joined or called
