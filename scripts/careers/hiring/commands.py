"""Reads the commands in a comment: ``/advance`` and its like, at the beginning of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

STAGE, ADVANCE, REJECT, WITHDRAW, HIRE = VERBS = ("stage", "advance", "reject", "withdraw", "hire")
_COMMAND = re.compile(rf"/({'|'.join(VERBS)})(?:[ \t]+(.*))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Command:
    """One command; ``text`` is what stands behind it on its line."""

    verb: str
    text: str = ""


def commands_in(comment: str) -> list[Command]:
    """The commands of a comment, in order: none of code, quotations, lists or HTML is read."""
    text = comment.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    # Without text_join an escaped character stays apart: `\\/hire` is talk about the command.
    tokens = MarkdownIt("commonmark").disable("text_join").parse(text)
    # A line of dashes below a command makes it a heading, which nobody means.
    opened = {"paragraph_open": ("",), "heading_open": ("-", "=")}
    paragraphs = (
        inline
        for start, inline in pairwise(tokens)
        if inline.level == 1 and start.markup in opened.get(start.type, ())
    )
    found = (_COMMAND.fullmatch(line) for t in paragraphs for line in _lines(t))
    return [Command(m[1].lower(), (m[2] or "").strip()) for m in found if m]


def _lines(token: Token) -> Iterator[str]:
    """A paragraph's lines; a line break inside a span of code begins none."""
    line = ""
    for child in token.children or []:
        if child.type in {"softbreak", "hardbreak"}:
            yield line.rstrip()
            line = ""
        elif child.type == "code_inline":
            line += f"`{child.content}`"
        else:
            line += child.markup if child.type == "text_special" else child.content
    yield line.rstrip()
