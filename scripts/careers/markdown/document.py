"""Markdown as markdown-it reads it, with the place of every block, link and word."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from careers.markdown.includes import Inclusion, splice
from careers.markdown.inline import Inline, Link, TextLines, links, plain
from careers.markdown.parser import parse
from careers.text.diagnostics import Span
from careers.text.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token


_CELLS = ("td_open", "th_open")


@dataclass(slots=True, eq=False)
class Heading:
    """A heading: its level from 1 to 6, its text, the index of its token.

    ``anchor`` is the text that GitHub makes its id of, emoji by their names.
    It holds the whole file: who goes through many keeps its ``text`` and ``span``.
    """

    level: int
    text: str
    index: int
    anchor: str
    _token: Token = field(repr=False)
    _file: TextLines = field(repr=False)

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
        parts: Mapping[str, Inclusion] | None = None,
    ) -> None:
        self.source = source
        self.first_line = first_line
        self._file = TextLines(source, first_line)
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
            if token.type != "inline" or token.map is None:  # an alert's title: nobody wrote it
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
            self._heading(token, index)
            for index, token in enumerate(self.tokens)
            if token.type == "heading_open"
        )

    def _heading(self, token: Token, index: int) -> Heading:
        run = self.tokens[index + 1]
        level, anchor = int(token.tag[1]), plain(run, named=True)
        return Heading(level, plain(run), index, anchor, token, self._file)

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
        return tuple(link for inline in self.inlines.values() for link in links(inline))
