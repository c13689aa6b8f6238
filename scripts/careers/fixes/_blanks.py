"""Blank lines and blanks: one line around headings and lists, none too many, none at line ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from careers.fixes._changes import LayoutChange, blocks

if TYPE_CHECKING:
    from markdown_it.token import Token

_VERBATIM = ("fence", "code_block", "html_block")
_APART = ("heading_open", "bullet_list_open", "ordered_list_open")


def end_changes(lines: Sequence[str]) -> Iterator[LayoutChange]:
    """Takes the blanks at the ends of lines away, but for two that break a line."""
    verbatim = _verbatim(blocks(lines))
    for number, (line, after) in enumerate(pairwise([*lines, ""])):
        text = line.rstrip(" \t")
        breaks = line.endswith("  ") and after.strip(" \t") and text
        if line != text and number not in verbatim:
            yield LayoutChange(number, number + 1, (f"{text}  " if breaks else text,))


def blank_changes(lines: Sequence[str]) -> Iterator[LayoutChange]:
    """One blank line around headings and lists at the margin, and never two in a row."""
    tokens = blocks(lines)
    verbatim = _verbatim(tokens)
    edges = _edges(lines, tokens)
    for number, line in enumerate(lines):
        if number and number in edges and line.strip(" \t") and lines[number - 1].strip(" \t"):
            yield LayoutChange(number, number, ("",))
        twice = number and not line.strip(" \t") and not lines[number - 1].strip(" \t")
        if twice and not verbatim & {number, number - 1}:
            yield LayoutChange(number, number + 1, ())


def _verbatim(tokens: list[Token]) -> set[int]:
    """The lines of code and HTML, which stay as they are."""
    return {n for t in tokens if t.type in _VERBATIM and t.map for n in range(*t.map)}


def _edges(lines: Sequence[str], tokens: list[Token]) -> set[int]:
    """The lines at which a heading or a list begins, or before which one ends."""
    edges: set[int] = set()
    for token in tokens:
        if token.level == 0 and token.type in _APART and token.map:
            start, end = token.map
            while end > start and not lines[end - 1].strip(" \t"):
                end -= 1
            edges |= {start, end}
    return edges
