"""JSON for programs: UTF-8, in the order that it is made, nothing that a strict reader refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")


def encoded(value: Any) -> bytes:
    """A value as JSON; decimal numbers are not known here, give int or float.

    Half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text).encode()


def lines(items: Iterable[bytes], before: bytes = b"[\n", after: bytes = b"\n]\n") -> bytes:
    """An array of what is encoded already, an item a line, written once and never copied."""
    made = BytesIO(before)
    made.seek(len(before))
    for index, item in enumerate(items):
        made.write(b",\n" if index else b"")
        made.write(item)
    made.write(after)
    return made.getvalue()


def with_list(head: Mapping[str, Any], name: str, items: Iterable[Any]) -> bytes:
    """An object that ends in a list, an item a line."""
    before = encoded(dict(head))[:-1] + (b"," if head else b"")
    return lines(map(encoded, items), before + encoded(name) + b":[\n", b"\n]}\n")
