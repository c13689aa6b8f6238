"""The items of a list in Markdown as steps, and which of them were meant to be nested."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from careers.text.diagnostics import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

    from careers.markdown.document import Markdown
    from careers.markdown.inline import Inline

_NESTED = 2  # blanks by which an item is indented that is meant to be nested


class RawStep(NamedTuple):
    """A step as found: ``text`` is its Markdown in one line.

    ``inline`` is its first paragraph, None where it is empty; ``heading`` whether it is one.
    """

    span: Span
    inline: Inline | None
    text: str
    heading: bool = False

    @property
    def plain(self) -> str:
        """Its words."""
        return self.inline.plain if self.inline else ""


class Block(NamedTuple):
    """A block of a section: the indexes of its first and last token."""

    token: Token
    start: int
    end: int


def items_of(body: Markdown, block: Block) -> list[Token]:
    """The items of a list, without those nested in them."""
    tokens = body.tokens[block.start : block.end]
    level = block.token.level + 1
    return [t for t in tokens if t.type == "list_item_open" and t.level == level]


def loose_items(body: Markdown, block: Block) -> Iterator[tuple[Token, list[Token]]]:
    """Items that were meant to be nested, below each item above that they belong to.

    They are indented, by less than that takes, and count anew; those behind the first go on.
    """
    above: Token | None = None
    loose: list[Token] = []
    for item in items_of(body, block):
        if above and _is_loose(body, item, above, loose):
            loose.append(item)
            continue
        if above and loose:
            yield above, loose
        above, loose = item, []
    if above and loose:
        yield above, loose


def _is_loose(body: Markdown, item: Token, above: Token, loose: list[Token]) -> bool:
    deeper = _indent(body, item) - _indent(body, above)
    count, counted = _count(item), _count(above)
    if loose:
        return deeper > 0 and count - _count(loose[-1]) in (0, 1)
    # By one blank a number may stand by chance, unless it counts anew.
    return (deeper >= _NESTED and count <= counted) or (deeper > 0 and count < counted)


def _count(item: Token) -> int:
    return int(item.info) if item.info.isdecimal() else 0


def _indent(body: Markdown, item: Token) -> int:
    line = body.source.lines[body.lines(item)[0] - 1]
    return len(line) - len(line.lstrip(" "))


def steps_in(body: Markdown, block: Block) -> Iterator[RawStep]:
    """The top-level items of a list that are steps."""
    level = block.token.level + 2
    loose = {id(item) for _, items in loose_items(body, block) for item in items}
    item: Token | None = None
    parts: list[int] = []
    for index in range(block.start + 1, block.end):
        token = body.tokens[index]
        if token.level == level - 1 and token.type == "list_item_open":
            item, parts = (None if id(token) in loose else token), []
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
