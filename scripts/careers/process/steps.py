"""Finds the list of the interview process in a posting's Markdown, whatever its shape."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from careers.process.section import in_bold, process_sections
from careers.text.diagnostics import Edit, Problem, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown_it.token import Token

    from careers.markdown.document import Markdown
    from careers.markdown.inline import Inline

_NUMBERED = re.compile(
    r"^\W*(?:(?:step|stage|phase|round|schritt)\s+)?\d+\s*(?:[.):\-\u2013\u2014]|$)", re.IGNORECASE
)
_MARKER = re.compile(r"(?P<marker> {0,3}\d{1,9}[.)] {1,4})(?P<text>[^ \t]?)")
_BULLET = re.compile(r" {0,3}[-+*][ \t]+[^ \t]")
_ADD_SECTION = "add a heading `## Interview process` and a numbered list of its steps"
_ADD_LIST = (
    "write the steps as a numbered list: `1. **Phone screen:** We call you …`; where they stand "
    "elsewhere, name them in the front matter: `stages: [phone-screen, offer]`"
)
_INDENT = "indent the bullets below the step they belong to by three spaces"


class RawStep(NamedTuple):
    """A step as found: ``text`` is its Markdown in one line.

    ``inline`` is its first paragraph, None where it is empty; ``heading`` whether it is one.
    """

    span: Span
    inline: Inline | None
    text: str
    heading: bool = False


@dataclass
class Found:
    """What was found: the section's heading, its steps, what is wrong with the list."""

    section: Span | None = None
    steps: list[RawStep] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


class _Block(NamedTuple):
    """A block of the section: the indexes of its first and last token."""

    token: Token
    start: int
    end: int


def find_list(body: Markdown) -> Found:
    """The steps of the first section about the process that has any."""
    first = None
    for span, start, end in process_sections(body):
        found = Found(span)
        _read(body, list(_blocks(body.tokens, start, end)), found)
        if found.steps:
            return found
        first = first or found
    if first is None:
        missing = Problem(
            body.source.line_span(1), "no section tells of the interview process", _ADD_SECTION
        )
        return Found(problems=[missing])
    first.problems = [
        Problem(
            first.section or Span.at(1), "the interview process has no list of steps", _ADD_LIST
        )
    ]
    return first


def _blocks(tokens: list[Token], start: int, end: int) -> Iterator[_Block]:
    """The blocks of a section at its own level."""
    level = tokens[start - 1].level if start else 0
    index = start
    while index < end and tokens[index].level >= level:
        close = index
        if tokens[index].nesting == 1:
            close = next((i for i in range(index + 1, end) if tokens[i].level == level), index)
        yield _Block(tokens[index], index, close)
        index = close + 1


def _read(body: Markdown, blocks: list[_Block], found: Found) -> None:
    """The steps in the shape that says the most.

    Numbered headings or bold lines, else a numbered list, else headings or bullets.
    """
    headings = [b for b in blocks if b.token.type == "heading_open"]
    numbered = [b for b in blocks if _is_numbered(body, b)]
    lists = [b for b in blocks if b.token.type == "ordered_list_open"]
    bullets = [b for b in blocks if b.token.type == "bullet_list_open"]
    if len(numbered) > 1 and not (lists and lists[0].start < numbered[0].start):
        found.steps = [_heading_step(body, b) for b in numbered]
    elif lists:
        _read_ordered(body, blocks, found)
    elif len(headings) > 1 and not (bullets and bullets[0].start < headings[0].start):
        found.steps = [_heading_step(body, b) for b in headings]
    elif bullets:
        found.steps = list(_items(body, bullets[0]))


def _is_numbered(body: Markdown, block: _Block) -> bool:
    """Whether a block is a heading, or begins in bold, with a number: "Step 2: Phone screen"."""
    if block.token.type not in ("heading_open", "paragraph_open"):
        return False
    inline = body.inline(block.start + 1)
    titles = block.token.type == "heading_open" or in_bold(inline)
    return titles and bool(_NUMBERED.match(inline.plain[:40]))


def _read_ordered(body: Markdown, blocks: list[_Block], found: Found) -> None:
    """The first numbered list and the lists that go on with it."""
    between: list[_Block] = []
    last: _Block | None = None
    ones = True
    for block in blocks:
        if block.token.type != "ordered_list_open":
            between += [block] if found.steps else []
            continue
        if found.steps and not _goes_on(block, between, ones=ones):
            break
        found.problems += _loose_bullets(body, last, between)
        found.steps += _items(body, block)
        ones = ones and _all_ones(body.tokens, block)
        between, last = [], block
    else:
        if between and between[0].token.type == "bullet_list_open":
            found.problems += _loose_bullets(body, last, between)


def _goes_on(block: _Block, between: list[_Block], *, ones: bool) -> bool:
    """Whether a list continues the one before.

    It counts on, or only what belongs to the step before stands between, or every step is
    numbered 1.
    """
    if block.token.attrGet("start") not in (None, 0, 1):
        return True
    kinds = {b.token.type for b in between}
    return "heading_open" not in kinds and (ones or "paragraph_open" not in kinds)


def _all_ones(tokens: list[Token], block: _Block) -> bool:
    level = block.token.level + 1
    return all(
        t.info == "1"
        for t in tokens[block.start : block.end]
        if t.type == "list_item_open" and t.level == level
    )


def _loose_bullets(body: Markdown, last: _Block | None, between: list[_Block]) -> Iterator[Problem]:
    for block in between:
        if block.token.type == "bullet_list_open":
            line = body.lines(block.token)[0]
            message = "bullets at the margin break the list of steps in two"
            # Behind a paragraph there is no telling that the bullets belong to the step.
            edits = _indented(body, last, block) if last and block is between[0] else ()
            yield Problem(body.source.line_span(line), message, _INDENT, Severity.WARNING, edits)


def _indented(body: Markdown, steps: _Block, bullets: _Block) -> tuple[Edit, ...]:
    """Puts bullets below the last step of a list, at the column where its text begins."""
    lines = body.source.lines
    items = [t for t in body.tokens[steps.start : steps.end] if t.type == "list_item_open"]
    item = next(t for t in reversed(items) if t.level == steps.token.level + 1)
    marker = _MARKER.match(lines[body.lines(item)[0] - 1])
    first, after = body.lines(bullets.token)
    # A dash with nothing behind it would underline the step's text, and make it a heading.
    empty = not _BULLET.match(lines[first - 1])
    if steps.token.level or not marker or not marker["text"] or empty:
        return ()
    room = " " * (len(marker["marker"]) - body.source.line_span(first).column + 1)
    return tuple(
        Edit(Span.at(line), room)
        for line in range(first, after + 1)
        if lines[line - 1].strip(" \t")
    )


def _items(body: Markdown, block: _Block) -> Iterator[RawStep]:
    """The top-level items of a list."""
    level = block.token.level + 2
    item: Token | None = None
    parts: list[int] = []
    for index in range(block.start + 1, block.end):
        token = body.tokens[index]
        if token.level == level - 1 and token.type == "list_item_open":
            item, parts = token, []
        elif token.level == level - 1 and item is not None:
            yield _step(body, item, parts)
        elif token.level == level and token.type in ("paragraph_open", "heading_open"):
            parts.append(index + 1)


def _step(body: Markdown, item: Token, parts: list[int]) -> RawStep:
    text = " ".join(" ".join([body.tokens[index].content for index in parts]).split())
    if not text:
        return RawStep(body.source.line_span(body.lines(item)[0]), None, "")
    first = body.inline(parts[0])
    heading = body.tokens[parts[0] - 1].type == "heading_open"
    return RawStep(first.span(0, len(first.content)), first, text, heading)


def _heading_step(body: Markdown, block: _Block) -> RawStep:
    inline = body.inline(block.start + 1)
    if not inline.content:
        return RawStep(body.span(block.token), None, "", heading=True)
    text = " ".join(inline.content.split())
    heading = block.token.type == "heading_open"
    return RawStep(inline.span(0, len(inline.content)), inline, text, heading)
