"""A rendered text without its tags."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

# What nh3 writes: a tag's end is the first `>` outside of a value. Most have no attribute.
_TAG = re.compile(r'<(/?[a-z][a-z0-9]*)(?:>|(?: [\w-]+="[^"]*")+>)')
_ENDS_LINE = re.compile(r"br|/(?:p|h[2-6]|li|ul|ol|tr|pre|dt|dd|dl|div|summary|table)")
_GAP = re.compile(r"\n\n\n+")  # `\n{3,}` is ten times slower
_IN_PLACE = {"li": "- ", "/td": " ", "/th": " "}


def plain(html: str) -> str:
    """The words of sanitised HTML: a block a line, list items with a hyphen."""
    parts = _TAG.split(html)
    parts[1::2] = map(_instead, parts[1::2])
    text = "\n".join(map(str.strip, unescape("".join(parts)).split("\n")))
    return _GAP.sub("\n\n", text).strip()


@cache
def _instead(tag: str) -> str:
    return "\n" if _ENDS_LINE.fullmatch(tag) else _IN_PLACE.get(tag, "")
