"""Slips of blocks: fences, lists and tables that are not what they seem."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from careers.checks.support.broken.run_together import run_together
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Span

if TYPE_CHECKING:
    from careers.checks.support.context import Context

_CLOSE = re.compile(r"[\s>]*(?:`{3,}|~{3,})\s*")
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_RULE = re.compile(
    r"(?=.*\|)[ \t]*+\|?[ \t]*+:?-{2,}+:?[ \t]*+(?:\|[ \t]*+:?-{2,}+:?[ \t]*+)*\|?[ \t]*"
)
_BAR = re.compile(r"(?<!\\)\|")
_WORDS = re.compile(r"[^\W\d_]{3}")


def blocks(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield the slips of the text's blocks."""
    again: list[Problem] = []
    for index, token in enumerate(posting.body.tokens):
        if find := _BY_TYPE.get(token.type):
            yield from find(posting, index)
        elif token.type == "ordered_list_open":
            again += _again(posting, index)
    if again:
        # In the interview process this is reported by another check.
        reported = {problem.span.line for problem in context.process(posting).problems}
        yield from (problem for problem in again if problem.span.line not in reported)


def _fence(posting: Posting, index: int) -> Iterator[Problem]:
    token = posting.body.tokens[index]
    first, last = posting.body.lines(token)
    lines = posting.body.source.lines
    # A fence in a list or a quotation ends with it, and nothing after it is lost.
    if token.level == 0 and (last == first or not _CLOSE.fullmatch(lines[last - 1])):
        message = "this fence of code is never closed: all that follows is code"
        cure = f"close it with a line of {token.markup[:20]}"
        yield Problem(posting.body.source.line_span(first), message, cure)


def _code(posting: Posting, index: int) -> Iterator[Problem]:
    token = posting.body.tokens[index]
    lines = [line for line in token.content.split("\n") if line.strip()]
    items = [line for line in lines if _ITEM.match(line.strip()) and _WORDS.search(line)]
    if len(items) == len(lines):
        span = posting.body.source.line_span(posting.body.lines(token)[0])
        message = "this list is indented so far that it is shown as code"
        yield Problem(span, message, "begin its items at the margin, or below a step's text")


def _lines(posting: Posting, index: int) -> Iterator[Problem]:
    content = posting.body.tokens[index].content
    if "\n" in content:
        if "|" in content:
            yield from _table(posting, index)
        yield from run_together(posting.body.inlines[index])


def _table(posting: Posting, index: int) -> Iterator[Problem]:
    """A head and a rule that make no table."""
    head, rule = posting.body.tokens[index].content.split("\n")[:2]
    if "|" in head and posting.body.tokens[index].level == 1 and _RULE.fullmatch(rule[:2000]):
        columns, ruled = _cells(head), _cells(rule)
        if columns != ruled:
            line = posting.body.lines(posting.body.tokens[index])[0]
            message = f"no table: its head has {columns} columns and the line below {ruled}"
            span = posting.body.source.line_span(line)
            yield Problem(span, message, "give both as many columns")


def _row(posting: Posting, index: int) -> Iterator[Problem]:
    tokens = posting.body.tokens
    token = tokens[index]
    if token.map is None or tokens[index - 1].type == "thead_open":
        return
    columns = 0
    for cell in tokens[index + 1 :]:
        if cell.type == "tr_close":
            break
        columns += cell.type == "td_open"
    line = posting.body.lines(token)[0]
    cells = _cells(posting.body.source.lines[line - 1])
    if cells > columns:
        message = f"this row has {cells} cells and the table {columns} columns: the rest is lost"
        cure = "take a `|` away, write `\\|` for one that is text, or add a column to the head"
        yield Problem(posting.body.source.line_span(line), message, cure)


def _cells(row: str) -> int:
    return len(_BAR.findall(row.strip().removeprefix("|").removesuffix("|"))) + 1


def _again(posting: Posting, index: int) -> Iterator[Problem]:
    """Bullets between two numbered lists, the second of which counts on."""
    tokens = posting.body.tokens
    if tokens[index - 1].type != "bullet_list_close" or tokens[index].attrGet("start") in (None, 1):
        return
    level, start = tokens[index].level, index - 1
    while start > 0 and not (
        tokens[start].type == "bullet_list_open" and tokens[start].level == level
    ):
        start -= 1
    if start == 0 or tokens[start - 1].type != "ordered_list_close":
        return
    line = posting.body.lines(tokens[start])[0]
    message = "bullets at the margin break the numbered list in two"
    cure = "indent them by three spaces, below the item that they belong to"
    yield Problem(Span.at(line), message, cure)


_BY_TYPE: dict[str, Callable[[Posting, int], Iterator[Problem]]] = {
    "fence": _fence,
    "code_block": _code,
    "tr_open": _row,
    "inline": _lines,
}
