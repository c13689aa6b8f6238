"""Reads what is to be brought in."""

from __future__ import annotations

from pathlib import Path

from careers.hiring.exchange.dump import read_dump
from careers.hiring.exchange.restore import Restoring
from careers.hiring.keys import Keys
from careers.text.diagnostics import CareersError


def read_brought(path: Path, keys: Keys) -> list[Restoring]:
    """The candidates of a file. Raises CareersError where it cannot be read."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise CareersError(f"cannot read {path}: {error}", "name a file") from None
    dump = read_dump(text, str(path))
    same = dump.key == keys.current.id
    return [Restoring(each, keys.current, same) for each in dump.candidates]
