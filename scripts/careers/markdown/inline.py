"""Runs of text, and the links in them, with their places in the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from careers.markdown.autolinks import BARE
from careers.text.diagnostics import Span
from careers.text.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token


@dataclass(frozen=True)
class TextLines:
    """The file of a text, and the line where the text begins in it."""

    source: Source
    first_line: int

    def lines(self, token: Token) -> tuple[int, int]:
        """The first and last line of a block."""
        begin, end = token.map or (0, 1)
        whole = len(self.source.lines)
        first = min(begin + self.first_line, whole)
        return first, max(first, min(end + self.first_line - 1, whole))

    def span(self, token: Token) -> Span:
        """The place of a block, from its first line to the last that is not empty."""
        first, last = self.lines(token)
        while last > first and not self.source.lines[last - 1].strip():
            last -= 1
        start = self.source.line_span(first)
        if last == first:
            return start
        end = self.source.line_span(last)
        return Span(start.line, start.column, end.end_line, end.end_column)


@dataclass(frozen=True)
class Inline:
    """The text of one paragraph, heading, list item or cell, as written.

    Offsets count characters of ``content``; ``span`` turns them into places of the file.
    ``indent`` is where a table's cell begins in its line; elsewhere None.
    """

    token: Token
    file: TextLines
    indent: int | None = None

    @property
    def content(self) -> str:
        """The Markdown itself, its lines joined, without indentation and block markers."""
        return self.token.content

    @cached_property
    def _rows(self) -> tuple[list[int], list[tuple[int, int]]]:
        """For each line of the content: its offset, and its line and column in the file."""
        offsets, places, offset = [], [], 0
        first, last = self.file.lines(self.token)
        for number, text in enumerate(self.content.split("\n")):
            line = min(first + number, last)
            offsets.append(offset)
            places.append((line, self._column(self.file.source.lines[line - 1], text) + 1))
            offset += len(text) + 1
        return offsets, places

    def _column(self, line: str, text: str) -> int:
        if self.indent is not None:
            return self.indent
        # A list's marker may hold the text too (`1. 1`); what follows the markers ends the line.
        for end in (len(line), len(line.rstrip())):
            if line.endswith(text, 0, end):
                return end - len(text)
        return max(line.find(text), 0)

    def _place(self, offset: int) -> tuple[int, int]:
        offsets, places = self._rows
        row = bisect_right(offsets, offset) - 1
        line, column = places[row]
        if self.indent is not None:
            # A bar in a cell's content is written `\|`.
            column += self.content.count("|", 0, offset)
        return line, min(column + offset - offsets[row], len(self.file.source.lines[line - 1]) + 1)

    def span(self, start: int, end: int) -> Span:
        """The place of ``content[start:end]``."""
        end = max(start, end)
        if self.indent is not None or "\n" in self.content:
            return Span(*self._place(start), *self._place(end))
        line = self.file.lines(self.token)[0]
        text = self.file.source.lines[line - 1]
        column, last = self._column(text, self.content) + 1, len(text) + 1
        return Span(line, min(column + start, last), line, min(column + end, last))

    @cached_property
    def prose(self) -> str:
        """The content with code, addresses, tags and images blanked: offsets stay the same.

        So are emoji and mentions of footnotes; an address that is a link as it stands is not.
        """
        text = list(self.content)
        for token in self.token.children or []:
            at = token.meta.get("at")
            if at is None:
                continue
            start, end = at
            if token.type == "link_open" and token.info == BARE:
                continue
            if token.type == "link_open" and self.content[start] == "[":
                start += label_end(self.content[start:end])
            text[start:end] = [" " if c != "\n" else c for c in self.content[start:end]]
        return "".join(text)

    @cached_property
    def plain(self) -> str:
        """The text alone, as a reader sees it."""
        return plain(self.token)


def plain(run: Token, *, named: bool = False) -> str:
    """The text of an inline token as a reader sees it; ``named`` emoji are as they are written."""
    parts = []
    for token in run.children or []:
        if token.type in ("text", "code_inline", "emoji"):
            parts.append(token.markup if named and token.type == "emoji" else token.content)
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
    return "".join(parts).strip()


def label_end(raw: str) -> int:
    """Where the label of ``[label](target)`` or ``[label][reference]`` ends in ``raw``."""
    ends = [at for at in (raw.rfind("]("), raw.rfind("][")) if at >= 0]
    return max(ends) if ends else len(raw) - 1


@dataclass(frozen=True)
class Link:
    """A link or an image: ``target`` as written and decoded, ``text`` what a reader sees."""

    target: str
    text: str
    span: Span
    image: bool = False


def links(inline: Inline) -> Iterator[Link]:
    """The links and images of a run of text, in order."""
    children = inline.token.children or []
    for index, token in enumerate(children):
        if token.type not in ("link_open", "image"):
            continue
        span = inline.span(*token.meta.get("at", (0, 0)))
        if token.type == "image":
            yield Link(str(token.attrGet("src") or ""), token.content, span, image=True)
            continue
        close = next(
            (i for i in range(index, len(children)) if children[i].type == "link_close"),
            len(children),
        )
        text = "".join(
            " " if t.type.endswith("break") else t.content for t in children[index:close]
        )
        yield Link(str(token.attrGet("href") or ""), text, span)
