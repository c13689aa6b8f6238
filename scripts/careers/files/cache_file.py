"""Keeps what was expensive to make in a folder that may be thrown away.

What is read again is data, no code.
"""

from __future__ import annotations

import os
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import Any

import orjson


def keep(path: Path, data: bytes) -> None:
    """Keep a file, whole or not at all. A folder that cannot be written keeps nothing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        return


def keep_json(path: Path, value: Any) -> None:
    """Keep a value with a name for its bytes, by which it is known to be whole.

    One with half a surrogate pair, as in a name of a file that is no UTF-8, is not kept.
    """
    try:
        body = orjson.dumps(value)
    except orjson.JSONEncodeError:
        return
    keep(path, sha256(body).hexdigest().encode() + b"\n" + body)


def kept_json(path: Path) -> Any:
    """The value that was kept; None where there is none, or no whole one."""
    try:
        name, _, body = path.read_bytes().partition(b"\n")
        return orjson.loads(body) if name == sha256(body).hexdigest().encode() else None
    except (OSError, ValueError):
        return None
