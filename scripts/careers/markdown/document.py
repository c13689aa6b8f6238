"""Markdown as markdown-it reads it, with the place of every block, link and word."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from careers.markdown.includes import Part, splice
from careers.markdown.parser import parse
from careers.text.diagnostics import Span
from careers.text.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token


_CELLS = ("td_open", "th_open")


@dataclass(frozen=True)
class _File:
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
    file: _File
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
        """The content with code, addresses, tags and images blanked: offsets stay the same."""
        text = list(self.content)
        for token in self.token.children or []:
            at = token.meta.get("at")
            if at is None:
                continue
            start, end = at
            if token.type == "link_open" and self.content[start] == "[":
                start += label_end(self.content[start:end])
            text[start:end] = [" " if c != "\n" else c for c in self.content[start:end]]
        return "".join(text)

    @cached_property
    def plain(self) -> str:
        """The text alone, as a reader sees it."""
        return _plain(self.token)


def _plain(run: Token) -> str:
    parts = []
    for token in run.children or []:
        if token.type in ("text", "code_inline"):
            parts.append(token.content)
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


@dataclass(slots=True, eq=False)
class Heading:
    """A heading: its level from 1 to 6, its text, the index of its token.

    It holds the whole file: who goes through many keeps its ``text`` and ``span``.
    """

    level: int
    text: str
    index: int
    _token: Token = field(repr=False)
    _file: _File = field(repr=False)

    @property
    def span(self) -> Span:
        """Its place in the file."""
        return self._file.span(self._token)


class Section(NamedTuple):
    """What a heading governs: the tokens up to the next heading of its level or above.

    ``start`` and ``end`` are token indexes of the section's content, headings below included.
    """

    heading: Heading
    start: int
    end: int


class Markdown:
    """The body of a posting, parsed once. ``first_line`` is the file's line where it begins.

    Behind ``last_line`` stand the shared texts, ``parts``; their tokens are where they are asked
    for.
    """

    def __init__(
        self,
        source: Source,
        first_line: int = 1,
        last_line: int | None = None,
        parts: Mapping[str, Part] | None = None,
    ) -> None:
        self.source = source
        self.first_line = first_line
        self._file = _File(source, first_line)
        text = "\n".join(source.lines[first_line - 1 : last_line])
        self.env: dict[str, object] = {}
        self.tokens: list[Token] = parse(text, self.env)
        if parts:
            self.tokens, more = splice(self.tokens, source, parts, first_line)
            references = self.env.get("references")
            self.env["references"] = more | (references if isinstance(references, dict) else {})

    def lines(self, token: Token) -> tuple[int, int]:
        """The first and last line of a block in the file."""
        return self._file.lines(token)

    def span(self, token: Token) -> Span:
        """The place of a block, from its first line to the last that is not empty."""
        return self._file.span(token)

    @cached_property
    def inlines(self) -> dict[int, Inline]:
        """Every run of text, by the index of its token."""
        found = {}
        after = 0
        for index, token in enumerate(self.tokens):
            if token.type == "tr_open":
                after = 0
            if token.type != "inline":
                continue
            indent = None
            if self.tokens[index - 1].type in _CELLS:
                indent, after = self._cell(token.content, self.lines(token)[0], after)
            found[index] = Inline(token, self._file, indent)
        return found

    def inline(self, index: int) -> Inline:
        """The run of text of a token; one alone is made with less than all of ``inlines``."""
        if self.tokens[index - 1].type in _CELLS:
            return self.inlines[index]
        return Inline(self.tokens[index], self._file)

    def _cell(self, text: str, line: int, after: int) -> tuple[int, int]:
        """Where a cell begins, looking from ``after`` on, and where the next may begin."""
        row = self.source.lines[line - 1]
        for written in (text, text.replace("|", "\\|")):
            at = row.find(written, after)
            if at >= 0:
                return at, max(row.find("|", at + len(written)), at + len(written))
        return after, after

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """All headings, in order, at any depth."""
        return tuple(
            Heading(int(token.tag[1]), _plain(self.tokens[index + 1]), index, token, self._file)
            for index, token in enumerate(self.tokens)
            if token.type == "heading_open"
        )

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """One for each heading, in order."""
        ends: dict[int, int] = {}
        open_: list[Heading] = []
        for heading in self.headings:
            while open_ and open_[-1].level >= heading.level:
                ends[open_.pop().index] = heading.index
            open_.append(heading)
        whole = len(self.tokens)
        return tuple(Section(h, h.index + 3, ends.get(h.index, whole)) for h in self.headings)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """Every link and image, in the order of the text."""
        return tuple(link for inline in self.inlines.values() for link in _links(inline))


def _links(inline: Inline) -> Iterator[Link]:
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
