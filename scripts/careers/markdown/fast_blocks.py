"""Headings, paragraphs and lists of plain words, each read in one look.

markdown-it offers every line to every rule and looks at it character by character. Most blocks of
a posting are told by one pattern; what could be read in any other way is left to markdown-it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from markdown_it.common.utils import mdTrim

from careers.markdown.tokens import token

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.token import Token

# A line of words: it begins no block of another kind, and underlines no heading.
_LINE = r"(?![\s#>+=|<~:-]|```|[*_]+(?![\w*_\[])|\d+[.)])[^\n]+"
_HEADING = r"#{1,6} +[^\s#][^\n#]*"
# A list of one line an item, each with the same mark.
_BULLETS = rf"(?P<bullet>[*+-]) {{1,4}}{_LINE}(?:\n(?P=bullet) {{1,4}}{_LINE})*"
_NUMBERS = rf"\d{{1,9}}(?P<point>[.)]) {{1,4}}{_LINE}(?:\n\d{{1,9}}(?P=point) {{1,4}}{_LINE})*"
# A line at the margin that is no item ends a list, behind an empty one.
_OVER = r"(?=[ \t\n]*\Z|(?:\n[ \t]*)+\n(?!\s|[*+-](?:\s|\Z)|\d)|\n#{1,6} )"
_BLOCK = re.compile(
    rf"(?P<heading>{_HEADING})(?=\n|\Z)|(?P<list>{_BULLETS}|{_NUMBERS}){_OVER}"
    rf"|(?P<paragraph>{_LINE}(?:\n{_LINE})*)(?=\Z|\n[ \t]*(?:\n|\Z)|\n[*+-] \S|\n#{{1,6}} )"
)

_GAP = re.compile(r"(?:\n[ \t]*(?=\n|\Z))*\n?")
_BEFORE = re.compile(r"(?:[ \t]*\n)*")


def plain_blocks(text: str, tokens: list[Token]) -> int | None:
    """Read the plain blocks at a text's beginning; the line of the first other one, if any."""
    at = _end(_BEFORE, text, 0)
    line = text.count("\n", 0, at)
    while at < len(text):
        plain = _plain(text, at, line)
        if plain is None:
            return line
        made, at, line = plain
        tokens += made
    return None


def plain_block(state: StateBlock, line: int, _end: int, _silent: bool) -> bool:  # noqa: FBT001 - markdown-it's own
    """A block rule for markdown-it: a plain one at the margin, as its other rules would read it."""
    plain = None if state.level else _plain(state.src, state.bMarks[line], line)
    if plain:
        state.tokens += plain[0]
        state.line = plain[2]
    return bool(plain)


def _plain(src: str, at: int, line: int) -> tuple[list[Token], int, int] | None:
    """The tokens of a plain block, and where the next block begins: its offset and its line."""
    if src.startswith("[", at) and at < _last_definition(src):
        return None
    found = _BLOCK.match(src, at)
    text = found[0] if found else ""
    # Bars may head a table; items may define a link's target.
    if found is None or "|" in text or (found["list"] and "]:" in text):
        return None
    behind = _end(_GAP, src, found.end())
    last = line + text.count("\n")
    after = last + (src.count("\n", found.end(), behind) or 1)
    if found["paragraph"]:
        made = _paragraph(mdTrim(text), [line, last + 1])
    elif found["heading"]:
        made = _heading(text, [line, last + 1])
    else:
        made = _list(text.split("\n"), line, after)
    return made, behind, after


@lru_cache(maxsize=2)
def _last_definition(src: str) -> int:
    """Where the last words stand that may say where links lead; -1 where none does."""
    return src.rfind("]:")


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


@cache
def _closing(type_: str, tag: str, level: int, markup: str = "", *, hidden: bool = False) -> Token:
    """The end of a block: one for all that are alike."""
    return token(type_, tag, -1, level, markup=markup, hidden=hidden)


def _paragraph(text: str, lines: list[int]) -> list[Token]:
    return [
        token("paragraph_open", "p", 1, 0, lines),
        token("inline", "", 0, 1, [*lines], content=text),
        _closing("paragraph_close", "p", 0),
    ]


def _heading(text: str, lines: list[int]) -> list[Token]:
    words = text.lstrip("#")
    marks = text[: len(text) - len(words)]
    tag = f"h{len(marks)}"
    return [
        token("heading_open", tag, 1, 0, lines, markup=marks),
        token("inline", "", 0, 1, [*lines], content=mdTrim(words)),
        _closing("heading_close", tag, 0, marks),
    ]


def _list(items: list[str], line: int, end: int) -> list[Token]:
    """A list whose items are a line each; the last reaches to where the next block begins."""
    head = items[0].split(" ", 1)[0]
    mark, number = head[-1], head[:-1]
    name, tag = ("ordered_list", "ol") if number else ("bullet_list", "ul")
    opening = token(f"{name}_open", tag, 1, 0, [line, end], markup=mark)
    if number and int(number) != 1:
        opening.attrs = {"start": int(number)}
    made = [opening]
    after = (
        _closing("paragraph_close", "p", 2, hidden=True),
        _closing("list_item_close", "li", 1, mark),
    )
    for at, item in enumerate(items, line):
        head, _, text = item.partition(" ")
        made += (
            token("list_item_open", "li", 1, 1, [at, at + 1], markup=mark, info=head[:-1]),
            token("paragraph_open", "p", 1, 2, [at, at + 1], hidden=True),
            token("inline", "", 0, 3, [at, at + 1], content=mdTrim(text)),
            *after,
        )
    made[-5].map = [line + len(items) - 1, end]
    made.append(_closing(f"{name}_close", tag, 0, mark))
    return made
