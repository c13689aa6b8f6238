"""What is wrong with a numbered list of steps: bullets or numbers that fall out of their step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from careers.process.items import items_of, loose_items
from careers.text.diagnostics import Edit, Problem, Severity, Span

if TYPE_CHECKING:
    from markdown_it.token import Token

    from careers.markdown.document import Markdown
    from careers.process.items import Block
    from careers.process.lists import Steps

_MARKER = re.compile(r"(?P<indent> {0,3})(?P<marker>\d{1,9}[.)] {1,4})(?P<text>[^ \t]?)")
_BULLET = re.compile(r" {0,3}[-+*][ \t]+[^ \t]")
_INDENT = "indent the bullets below the step they belong to by three spaces"
_INDENT_NUMBERS = "indent what belongs to the step above by three spaces"


def broken(body: Markdown, steps: Steps) -> Iterator[Problem]:
    """The bullets at the margin, and the numbers that are not indented far enough."""
    for last, between in steps.between:
        yield from _loose_bullets(body, last, between)
    for block in steps.blocks:
        if block.token.type == "ordered_list_open":
            yield from _loose_numbers(body, block)


def _loose_bullets(body: Markdown, last: Block, between: list[Block]) -> Iterator[Problem]:
    for block in between:
        if block.token.type == "bullet_list_open":
            line = body.lines(block.token)[0]
            message = "bullets at the margin break the list of steps in two"
            # Behind a paragraph there is no telling that the bullets belong to the step.
            edits = _indented(body, last, block) if block is between[0] else ()
            yield Problem(body.source.line_span(line), message, _INDENT, Severity.WARNING, edits)


def _indented(body: Markdown, steps: Block, bullets: Block) -> tuple[Edit, ...]:
    """Puts bullets below the last step of a list, at the column where its text begins."""
    lines = body.source.lines
    item = items_of(body, steps)[-1]
    marker = _MARKER.match(lines[body.lines(item)[0] - 1])
    first, after = body.lines(bullets.token)
    # A dash with nothing behind it would underline the step's text, and make it a heading.
    empty = not _BULLET.match(lines[first - 1])
    if steps.token.level or not marker or not marker["text"] or empty:
        return ()
    return _moved(
        body, first, after, marker.end("marker") - body.source.line_span(first).column + 1
    )


def _loose_numbers(body: Markdown, block: Block) -> Iterator[Problem]:
    """Numbers that are indented by less than it takes to be nested: they are no steps here."""
    message = "numbers that are indented too little are not nested"
    for above, items in loose_items(body, block):
        place = body.source.line_span(body.lines(items[0])[0])
        # Below a step's text only a list that begins with 1 becomes one.
        sure = items[0].info == "1" and not block.token.level
        edits = _below(body, above, items) if sure else ()
        yield Problem(place, message, _INDENT_NUMBERS, Severity.WARNING, edits)


def _below(body: Markdown, above: Token, items: list[Token]) -> tuple[Edit, ...]:
    """Puts items below another, at the column where its text begins."""
    lines = body.source.lines
    marker = _MARKER.match(lines[body.lines(above)[0] - 1])
    edits: tuple[Edit, ...] = ()
    for item in items:
        first, last = body.lines(item)
        room = marker.end("marker") - body.source.line_span(first).column + 1 if marker else 0
        edits += _moved(body, first, last, room) if room > 0 else ()
    return edits


def _moved(body: Markdown, first: int, last: int, room: int) -> tuple[Edit, ...]:
    """Moves lines to the right by some blanks."""
    lines = body.source.lines
    return tuple(
        Edit(Span.at(line), " " * room)
        for line in range(first, last + 1)
        if lines[line - 1].strip(" \t")
    )
