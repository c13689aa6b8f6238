"""JSON for programs: UTF-8, in the order that it is made, nothing that a strict reader refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

import orjson

_SURROGATE = re.compile("[\ud800-\udfff]")


def encoded(value: Any) -> bytes:
    """A value as JSON. ``bytes`` in it are JSON already, and stand in it as they are.

    Half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD; a whole number may have any
    length. Decimal numbers are not known here, give int or float.
    """
    try:
        return orjson.dumps(value, default=orjson.Fragment)
    except orjson.JSONEncodeError:
        return _encoded_slowly(value)


def _encoded_slowly(value: Any) -> bytes:
    """What orjson refuses: half surrogate pairs, whole numbers of more than 64 bits."""
    text = json.dumps(
        value, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=json.loads
    )
    return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text).encode()


def list_ends(head: Mapping[str, Any], name: str) -> tuple[bytes, bytes]:
    """What stands before and behind the items of an object that ends in a list."""
    before = encoded(dict(head))[:-1] + (b"," if head else b"")
    return before + encoded(name) + b":[\n", b"\n]}\n"
