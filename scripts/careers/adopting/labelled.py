"""What a text says of a job behind a name: `**Location:** Berlin`, or Berlin below "Location"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from careers.posting.foreign_fields import fields_for, plain
from careers.posting.posting import Posting

if TYPE_CHECKING:
    from markdown_it.token import Token

# What a text says of these is a fact of the job, and no word of its story.
_FACTS = frozenset({"locations", "salary", "employment", "workplace", "team", "closes", "posted"})
_SHORT = 80  # characters: a longer paragraph tells more than the fact
_LINE = re.compile(
    r"\W{0,4}(?P<name>[^\W\d_][\w /-]{1,28}?)\W{0,3}:[\s*_]{0,4}(?P<value>\S.{0,118})"
)


def labelled_lines(posting: Posting) -> Iterator[tuple[str, str]]:
    """The names, as they stand there, and what is said behind each or in a line of its own below.

    In the order of the text.
    """
    tokens, name = posting.body.tokens, ""
    for index in posting.body.inlines:
        lines = _shown_lines(tokens[index])
        for match in filter(None, map(_LINE.fullmatch, lines)):
            if _is_fact(match["name"]):
                yield match["name"], match["value"].strip()
        if name and len(lines) == 1 and len(lines[0]) <= _SHORT:
            yield name, lines[0]
        heading = tokens[index - 1].type == "heading_open"
        name = lines[0] if heading and lines and _is_fact(lines[0][:_SHORT]) else ""


def _shown_lines(run: Token) -> list[str]:
    """The lines of a run of text, as its author wrote them and a reader sees them."""
    parts = (
        "\n" if token.type in ("softbreak", "hardbreak") else token.content
        for token in run.children or []
        if token.type in ("text", "code_inline", "softbreak", "hardbreak")
    )
    return [line.strip() for line in "".join(parts).split("\n") if line.strip()]


def _is_fact(name: str) -> bool:
    return not _FACTS.isdisjoint({plain(name), *fields_for(name)})
