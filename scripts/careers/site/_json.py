"""JSON for programs: UTF-8, in the order that it is made, nothing that a strict reader refuses."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

_SURROGATE = re.compile("[\ud800-\udfff]")


def encoded(value: Any) -> bytes:
    """A value as JSON; decimal numbers are not known here, give int or float.

    Half a surrogate pair, which UTF-8 cannot hold, becomes U+FFFD.
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text).encode()


def list_ends(head: Mapping[str, Any], name: str) -> tuple[bytes, bytes]:
    """What stands before and behind the items of an object that ends in a list."""
    before = encoded(dict(head))[:-1] + (b"," if head else b"")
    return before + encoded(name) + b":[\n", b"\n]}\n"
