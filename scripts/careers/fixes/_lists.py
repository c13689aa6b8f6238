"""Lists in one style: bullets are ``-``, numbers count up, what is nested begins below the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from careers.fixes._changes import LayoutChange, blocks, changed

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKER = re.compile(
    r"(?P<indent> *)(?P<mark>[-+*]|\d{1,9}[.)])(?P<gap> +|$)(?P<text>.*)", re.DOTALL
)
_LEADING = re.compile(r"[ \t]+")
_CODE = 5  # blanks behind a marker that begin indented code, as CommonMark has it
_DEPTH = 16  # lists deeper than that are left alone


def list_changes(lines: Sequence[str], depth: int = 0) -> Iterator[LayoutChange]:
    """A change for each list at the margin of a text."""
    tokens = blocks(lines)
    for index, token in enumerate(tokens):
        if token.level == 0 and token.type in ("bullet_list_open", "ordered_list_open"):
            start, end = token.map or (0, 0)
            while end > start and not lines[end - 1].strip(" \t"):
                end -= 1
            items = [t.map for t in _items(tokens, index) if t.map]
            new = _list(lines, token, [(a, min(b, end)) for a, b in items], depth)
            if new is not None:
                yield LayoutChange(start, end, tuple(new))


def _items(tokens: list[Token], index: int) -> Iterator[Token]:
    for token in tokens[index + 1 :]:
        if token.level == 0:
            return
        if token.level == 1 and token.type == "list_item_open":
            yield token


def _list(
    lines: Sequence[str], token: Token, items: list[tuple[int, int]], depth: int
) -> list[str] | None:
    """The lines of a list in the one style; None where it is not written as lists are."""
    number = None
    if token.type == "ordered_list_open":
        start = token.attrGet("start")
        number = 1 if start is None else int(start)
    made: list[str] = []
    for at, (start, end) in enumerate(items):
        mark = "-" if number is None else f"{number + at}."
        item = _item(lines[start:end], mark, depth)
        if item is None:
            return None
        blank = end > start and not lines[end - 1].strip(" \t") and at + 1 < len(items)
        made += [*item, ""] if blank else item
    return made


def _item(lines: Sequence[str], mark: str, depth: int) -> list[str] | None:
    spread = [_LEADING.sub(lambda m: m[0].expandtabs(4), line, count=1) for line in lines]
    match = _MARKER.fullmatch(_spaced(spread[0]))
    if match is None or depth > _DEPTH:
        return None
    width = len(match["indent"]) + len(match["mark"]) + 1
    text = match["text"]
    if text and len(match["gap"]) < _CODE:
        width += len(match["gap"]) - 1
    elif text:
        text = match["gap"][1:] + text
    content = [text, *(_cut(line, width) for line in spread[1:])]
    while len(content) > 1 and not content[-1].strip(" \t"):
        content.pop()
    if any(_MARKER.match(line) for line in content):
        content = changed(content, list(list_changes(content, depth + 1)))
    room = " " * (len(mark) + 1)
    below = [room + line if line.strip(" \t") else "" for line in content[1:]]
    return [f"{mark} {content[0]}" if content[0] else mark, *below]


def _spaced(line: str) -> str:
    """A marker's line with the tabs behind the marker as the blanks that they are."""
    match = re.match(r" *(?:[-+*]|\d{1,9}[.)])[ \t]*", line)
    return match[0].expandtabs(4) + line[match.end() :] if match else line


def _cut(line: str, width: int) -> str:
    """A line without its item's indentation; one that is indented less goes on lazily."""
    return line[width:] if not line[:width].strip(" \t") else line.lstrip(" ")
