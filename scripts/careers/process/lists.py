"""The lists of a section that may be its steps, whatever their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING

from careers.process.items import Block, RawStep, steps_in
from careers.process.label import bold_label
from careers.process.section import in_bold
from careers.process.tables import rows_in

if TYPE_CHECKING:
    from markdown_it.token import Token

    from careers.markdown.document import Markdown
    from careers.markdown.inline import Inline

_NUMBER = re.compile(
    r"\W*(?:(?:step|stage|phase|round|schritt|stufe|runde|étape|etape|tour|paso|fase|etapa|ronda"
    r"|passo|stap|ronde|passaggio|第)\s*)?(?P<number>\d{1,2})\s*(?:[.):/\-\u2013\u2014ºª°]|\ufe0f?\u20e3|$)",
    re.IGNORECASE,
)


class Shape(Enum):
    """How steps are written, first what tells most clearly that they are steps."""

    NUMBERED = 1
    HEADINGS = 2
    BULLETS = 3
    LABELS = 4
    TABLE = 5


@dataclass
class Steps:
    """A list that may be the steps, with the blocks that it is made of."""

    shape: Shape
    steps: list[RawStep]
    blocks: list[Block] = field(default_factory=list)
    between: list[tuple[Block, list[Block]]] = field(default_factory=list)


def lists_of(body: Markdown, start: int, end: int) -> Iterator[Steps]:
    """The lists of a section, those first in which an author says most clearly that they are it.

    Numbered headings or paragraphs, numbered lists, headings of one level, bullets, paragraphs
    that begin with a label in bold, the rows of a table. A quotation is looked into.
    """
    blocks = list(_blocks(body.tokens, start, end))
    yield from _numbered(body, blocks)
    yield from _ordered(body, blocks)
    yield from _headings(body, blocks)
    for block in blocks:
        if block.token.type == "bullet_list_open":
            yield Steps(Shape.BULLETS, list(steps_in(body, block)), [block])
    paragraphs = [b for b in blocks if b.token.type == "paragraph_open"]
    labels = [b for b in paragraphs if bold_label(_text(body, b))]
    if len(labels) > 1:
        yield Steps(Shape.LABELS, [_alone(body, b) for b in labels], labels)
    for block in blocks:
        if block.token.type == "table_open" and (rows := list(rows_in(body, block))):
            yield Steps(Shape.TABLE, rows, [block])


def _blocks(tokens: list[Token], start: int, end: int) -> Iterator[Block]:
    """The blocks of a section at its own level."""
    level = tokens[start - 1].level + max(0, tokens[start - 1].nesting) if start else 0
    index = start
    while index < end and tokens[index].level >= level:
        close = index
        if tokens[index].nesting == 1:
            close = next((i for i in range(index + 1, end) if tokens[i].level == level), index)
        if tokens[index].type == "blockquote_open":
            yield from _blocks(tokens, index + 1, close)
        else:
            yield Block(tokens[index], index, close)
        index = close + 1


def _numbered(body: Markdown, blocks: list[Block]) -> Iterator[Steps]:
    """Headings or bold lines with numbers ("Step 2: Phone screen"), or paragraphs that count."""
    found = [(b, n) for b in blocks if (n := _number(body, b)) is not None]
    titled = [(b, n) for b, n in found if _is_title(body, b)]
    counted = [(b, n) for b, n in found if not _is_title(body, b)]
    count_up = [n for _, n in counted] == list(range(1, len(counted) + 1))
    for numbered, right in (
        (titled, min((n for _, n in titled), default=2) <= 1),
        (counted, count_up),
    ):
        if len(numbered) > 1 and right:
            steps = [_alone(body, block) for block, _ in numbered]
            yield Steps(Shape.NUMBERED, steps, [block for block, _ in numbered])


def _is_title(body: Markdown, block: Block) -> bool:
    return block.token.type == "heading_open" or in_bold(_text(body, block))


def _number(body: Markdown, block: Block) -> int | None:
    if block.token.type not in ("heading_open", "paragraph_open"):
        return None
    match = _NUMBER.match(_text(body, block).plain[:40])
    return int(match["number"]) if match else None


def _ordered(body: Markdown, blocks: list[Block]) -> Iterator[Steps]:
    """Each numbered list, with the lists that go on with it."""
    found: Steps | None = None
    between: list[Block] = []
    ones = True
    for block in blocks:
        if block.token.type != "ordered_list_open":
            between.append(block)
            continue
        if found and _goes_on(block, between, ones=ones):
            found.between.append((found.blocks[-1], between))
            found.blocks.append(block)
            found.steps += steps_in(body, block)
        else:
            if found:
                yield found
            found, ones = Steps(Shape.NUMBERED, list(steps_in(body, block)), [block]), True
        between, ones = [], ones and _all_ones(body.tokens, block)
    if found:
        if between and between[0].token.type == "bullet_list_open":
            found.between.append((found.blocks[-1], between))
        yield found


def _goes_on(block: Block, between: list[Block], *, ones: bool) -> bool:
    """Whether a list continues the one before.

    It counts on, or only what belongs to the step before stands between, or every step is
    numbered 1.
    """
    if block.token.attrGet("start") not in (None, 0, 1):
        return True
    kinds = {b.token.type for b in between}
    return "heading_open" not in kinds and (ones or "paragraph_open" not in kinds)


def _all_ones(tokens: list[Token], block: Block) -> bool:
    level = block.token.level + 1
    return all(
        t.info == "1"
        for t in tokens[block.start : block.end]
        if t.type == "list_item_open" and t.level == level
    )


def _headings(body: Markdown, blocks: list[Block]) -> Iterator[Steps]:
    """The headings of each level, the highest first."""
    headings = [b for b in blocks if b.token.type == "heading_open"]
    for tag in sorted({b.token.tag for b in headings}):
        level = [b for b in headings if b.token.tag == tag]
        if len(level) > 1:
            yield Steps(Shape.HEADINGS, [_alone(body, block) for block in level], level)


def _text(body: Markdown, block: Block) -> Inline:
    return body.inline(block.start + 1)


def _alone(body: Markdown, block: Block) -> RawStep:
    """A heading or a paragraph as a step."""
    inline = _text(body, block)
    heading = block.token.type == "heading_open"
    if not inline.content:
        return RawStep(body.span(block.token), None, "", heading)
    text = " ".join(inline.content.split())
    return RawStep(inline.span(0, len(inline.content)), inline, text, heading)
