"""Leaves out of a text what tells how applicants are judged: pages and feeds never show it."""

from __future__ import annotations

import re
from html import unescape

from careers.markdown.scorecard import is_scorecard

_HEADING = re.compile(r"<h([2-6])[^>]*>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


def without_scorecard(html: str) -> str:
    """Sanitised HTML without such sections, each up to the next heading that is not below it."""
    kept, at, hidden = [], 0, 0
    for heading in _HEADING.finditer(html):
        level = int(heading[1])
        if not hidden:
            kept.append(html[at : heading.start()])
        at = heading.start()
        if not hidden or level <= hidden:
            hidden = level if is_scorecard(unescape(_TAG.sub("", heading[2]))) else 0
    return "".join([*kept, "" if hidden else html[at:]]).strip()
