"""Leaves out of a text what tells how applicants are judged: pages and feeds never show it."""

from __future__ import annotations

import re
from html import unescape

from careers.markdown.scorecard import is_scorecard

# Sanitised HTML: a tag ends with the first `>` outside of a value, and nests as it must.
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)(?: [\w-]+(?:="[^"]*")?)*>')
_LINE = re.compile(r"<p>\s*<strong>(.*?)</strong>\s*[:.]?\s*</p>", re.DOTALL)
_VOID = frozenset({"br", "hr", "img", "input", "source", "wbr"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BOLD = 7
"""The level of a line in bold that stands for a heading: every heading ends what is below it."""
_EMPTY = re.compile(r"<details[^>]*>\s*</details>")


def without_scorecard(html: str) -> str:
    """Sanitised HTML without such sections.

    Each ends where the next begins that is not below it, or with the quote, list or box that it
    stands in.
    """
    kept: list[str] = []
    at = depth = 0
    hidden: tuple[int, int] | None = None  # its level, and how deep its heading stands
    for tag in _TAG.finditer(html):
        closing, name = bool(tag[1]), tag[2]
        if closing:
            depth -= name not in _VOID
            if hidden and depth < hidden[1]:
                hidden, at = None, tag.start()
            continue
        level = _level(html, tag)
        if level and (not hidden or (level <= hidden[0] and depth <= hidden[1])):
            if not hidden:
                kept.append(html[at : tag.start()])
            at = tag.start()
            hidden = (level, depth) if is_scorecard(_title(html, tag)) else None
        depth += name not in _VOID
    kept.append("" if hidden else html[at:])
    return _EMPTY.sub("", "".join(kept)).strip()


def _level(html: str, tag: re.Match[str]) -> int:
    """The level of what begins there, if it is a heading or stands for one; else 0."""
    name = tag[2]
    if name == "summary":
        return 1
    if name == "p":
        return _BOLD if _LINE.match(html, tag.start()) else 0
    return _HEADINGS.get(name, 0)


def _title(html: str, tag: re.Match[str]) -> str:
    """The words of a heading."""
    end = html.find(f"</{tag[2]}>", tag.end())
    return unescape(_TAG.sub("", html[tag.end() : end])).strip()
