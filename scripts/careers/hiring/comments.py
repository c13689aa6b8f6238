"""Reads the commands in a comment: ``/advance`` and its like, at the beginning of a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token

from careers.hiring.commands import commands_by_name, verbs
from careers.hiring.request import Invocation


@cache
def _command() -> re.Pattern[str]:
    names = "|".join(map(re.escape, verbs()))
    return re.compile(rf"/({names})(?:[ \t]+(.*))?", re.IGNORECASE)


def read_commands(comment: str) -> list[Invocation]:
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
    found = (_command().fullmatch(line) for t in paragraphs for line in _lines(t))
    return [
        Invocation(commands_by_name()[m[1].lower()].verb, (m[2] or "").strip()) for m in found if m
    ]


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
