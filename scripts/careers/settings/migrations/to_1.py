"""Settings say their version, so that later ones know what they read."""

from __future__ import annotations

from itertools import takewhile


def migrate(_name: str, text: str) -> str:
    """With `version = 1` behind what the head of the file says, and before the first table."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.splitlines(keepends=True)
    head = list(takewhile(lambda line: not line.strip() or line.startswith("#"), lines))
    blank = [number for number, line in enumerate(head, 1) if not line.strip()]
    # Without a blank line the comments are the first table's, but for what editors look for.
    at = blank[-1] if blank else int(text.startswith("#:schema"))
    return "".join([*lines[:at], f"version = 1{end}{end}", *lines[at:]])
