"""A rendered text without its tags."""

from __future__ import annotations

import re
from html import unescape

_BREAK = re.compile(r"<br(?: /)?>|</(?:p|h[2-6]|li|ul|ol|tr|pre|dt|dd|dl|div|summary|table)>")
# What nh3 writes: a tag's end is the first `>` outside of a value.
_TAG = re.compile(r'</?[a-z][a-z0-9]*(?: [\w-]+="[^"]*")*>')
_ITEM = re.compile(r"<li(?: [^>]*)?>")
_CELL = re.compile(r"</t[dh]>")


def plain(html: str) -> str:
    """The words of sanitised HTML: a block a line, list items with a hyphen."""
    marked = _BREAK.sub("\n", _ITEM.sub("- ", _CELL.sub(" ", html)))
    words = unescape(_TAG.sub("", marked))
    lines = (line.strip() for line in words.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
