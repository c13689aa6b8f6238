"""Turns whatever stands in a JSON field into text, without what is not seen."""

from __future__ import annotations

import json
import re
from typing import Any

_HALF = re.compile("[\ud800-\udfff]")  # half a character, which JSON can hold
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f]")


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
    plain = _CONTROL.sub(" ", _HALF.sub("\ufffd", value))
    made = " ".join(plain.split())
    return made if any(c.isprintable() and not c.isspace() for c in made) else ""


def prose(value: str) -> str:
    """Text with its lines; a form feed is a line break, other control characters are dropped."""
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    value = _HALF.sub("\ufffd", re.sub("[\x0b\x0c]", "\n", value))
    return _UNSEEN.sub("", value).strip()
