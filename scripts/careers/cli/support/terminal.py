"""What the terminal can show: colours, and how wide it is."""

from __future__ import annotations

import os
from typing import TextIO

PLAIN = 100
"""Columns of what is not read in a terminal."""


def has_colour(stream: TextIO) -> bool:
    """Whether to colour: as Python's own tools decide it (NO_COLOR, FORCE_COLOR, TERM=dumb)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return is_terminal(stream)


def is_terminal(stream: TextIO) -> bool:
    """Whether a person looks at the stream, in a terminal that can go back over a line."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def columns(stream: TextIO) -> int:
    """How many characters fit on a line."""
    if not stream.isatty():
        return PLAIN
    import shutil

    return shutil.get_terminal_size((PLAIN, 24)).columns
