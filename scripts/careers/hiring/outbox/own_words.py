"""The team's own words below `/reply`, as a letter has them."""

from __future__ import annotations

import re

from careers.hiring.issue.quoting import code

_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_OPEN = "<!--"
_BLANKS = re.compile(r"\n{3,}")
_PLACEHOLDER = re.compile(r"\{\{.{0,80}?\}\}|\{%.{0,80}?%\}|\{\{|\{%")


def mailed(words: str) -> str:
    """The words without the comments of Markdown, which nobody sees in the issue."""
    return _BLANKS.sub("\n\n", _COMMENT.sub("", words)).strip()


def unmailable(words: str) -> str:
    """Why they are not mailed as they stand, with the cure; empty where they are."""
    kept = mailed(words)
    if _OPEN in kept:
        return f"nothing is sent: {code(_OPEN)} begins a comment without an end (`-->`)."
    if found := _PLACEHOLDER.search(kept):
        return f"nothing is sent: {code(found[0])} is filled in nowhere. Write it out, then again."
    return ""
