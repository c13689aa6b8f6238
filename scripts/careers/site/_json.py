"""JSON for programs: UTF-8, in the order that it is made, nothing that a strict reader refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")


def text(value: Any) -> str:
    """A value as JSON. Decimal numbers are not known here: give int or float."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def encoded(written: str) -> bytes:
    """JSON text as bytes; half a surrogate pair, which UTF-8 cannot hold, as U+FFFD."""
    return (_SURROGATE.sub("\N{REPLACEMENT CHARACTER}", written) + "\n").encode()


def listing(items: Iterable[Any]) -> bytes:
    """An array, an item a line."""
    return encoded("[\n" + ",\n".join(map(text, items)) + "\n]")


def with_list(head: Mapping[str, Any], name: str, items: Iterable[Any]) -> bytes:
    """An object that ends in a list, an item a line."""
    before = text(dict(head))[:-1] + ("," if head else "")
    return encoded(f"{before}{text(name)}:[\n" + ",\n".join(map(text, items)) + "\n]}")
