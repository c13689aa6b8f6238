"""Names for values: equal values have equal names, in every run."""

from __future__ import annotations

import json
from hashlib import sha256

import orjson


def digest(*parts: object) -> str:
    """A name (32 hexadecimal digits) for values that JSON can hold."""
    try:
        text = orjson.dumps(parts, default=str, option=orjson.OPT_SORT_KEYS)
    except orjson.JSONEncodeError:  # half surrogate pairs, as in names of files that are no UTF-8
        text = json.dumps(parts, sort_keys=True, default=str).encode()
    return sha256(text).hexdigest()[:32]
