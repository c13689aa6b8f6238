"""Turns whatever stands in a JSON field into text, without what is not seen."""

from __future__ import annotations

import json
import unicodedata
from typing import Any


def text(value: Any) -> str:
    """A value as people would write it: numbers, yes and no, lists with commas."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(part for part in map(text, value) if part)
    if isinstance(value, str | int | float):
        return str(value)
    return json.dumps(value, ensure_ascii=False)


def line(value: str) -> str:
    """One line: blanks in place of line breaks, tabs and control characters."""
    plain = ("\ufffd" if _kind(c) == "Cs" else " " if _kind(c) == "Cc" else c for c in value)
    made = " ".join("".join(plain).split())
    return made if any(c.isprintable() and not c.isspace() for c in made) else ""


def prose(value: str) -> str:
    """Text with its lines; a form feed is a line break, other control characters are dropped."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    plain = (_prose(c) for c in value)
    return "".join(plain).strip()


def _prose(character: str) -> str:
    if character in "\n\t":
        return character
    if character in "\x0b\x0c":
        return "\n"
    kind = _kind(character)
    return {"Cs": "\ufffd", "Cc": ""}.get(kind, character)


def _kind(character: str) -> str:
    return unicodedata.category(character)
