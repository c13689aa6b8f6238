"""Texts that several postings share: ``{{ shared("about-us") }}`` and what is put in its place.

A paragraph that consists of it is replaced by ``_shared/about-us.md``. Its lines are appended to
the posting's own, so that every block still knows its place, and the place its file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from careers.markdown.footnotes import scoped
from careers.markdown.parser import parse
from careers.text.diagnostics import Problem, Span
from careers.text.source import MAX_BYTES, Source

if TYPE_CHECKING:
    from markdown_it.token import Token

# The quotes may be what an editor made of them.
_QUOTE = "\"'\u201c\u201d\u2018\u2019"
INCLUDE = re.compile(
    rf"\{{\{{[ \t]*shared\([ \t]*[{_QUOTE}](?P<name>[^{_QUOTE}\n]{{0,80}})[{_QUOTE}]"
    r"[ \t]*\)[ \t]*\}\}"
)
_OUTSIDE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|[/#\\?]|TODO|$")


@dataclass(frozen=True)
class SharedText:
    """A shared text as read: its name is its file's, without the ending."""

    name: str
    path: str
    source: Source


@dataclass(frozen=True)
class Inclusion:
    """A shared text within a posting: its lines there, first and last, and its own path.

    ``folder`` leads from the posting's folder to the text's, for the targets of its links.
    """

    name: str
    path: str
    first: int
    last: int
    folder: str = ""

    def covers(self, line: int) -> bool:
        """Whether a line of the posting is one of this text."""
        return self.first <= line <= self.last

    def to_file(self, span: Span) -> Span:
        """The place in the text's own file of a place in the posting."""
        shift = self.first - 1
        end = min(span.end_line, self.last) - shift
        return Span(span.line - shift, span.column, end, span.end_column)


def names(text: str) -> Iterator[str]:
    """The names that a text asks for, wherever in it, each once."""
    if "shared(" in text:
        yield from dict.fromkeys(match["name"] for match in INCLUDE.finditer(text))


def append(
    path: str, source: Source, texts: Iterable[SharedText]
) -> tuple[Source, list[Inclusion]]:
    """A source with shared texts behind it, and where they stand; flaws come with them."""
    wholes, problems, parts = [source.text], [*source.problems], []
    first = len(source.lines) + 1
    for text in texts:
        last = first + len(text.source.lines) - 1
        parts.append(Inclusion(text.name, text.path, first, last, _relative(path, text.path)))
        wholes.append(text.source.text)
        problems += (_shifted(problem, first - 1) for problem in text.source.problems)
        first = last + 1
    return Source("\n".join(wholes), tuple(problems)), parts


def _shifted(problem: Problem, by: int) -> Problem:
    span = problem.span
    moved = Span(span.line + by, span.column, span.end_line + by, span.end_column)
    return replace(problem, span=moved, edits=())


def _relative(posting: str, text: str) -> str:
    """The way from one file's folder to another's."""
    here, there = (
        posixpath.normpath(p.replace("\\", "/")).split("/")[:-1] for p in (posting, text)
    )
    while here and there and here[0] == there[0]:
        here, there = here[1:], there[1:]
    return "/".join([*[".."] * len(here), *there])


def splice(
    tokens: list[Token],
    source: Source,
    parts: Mapping[str, Inclusion],
    first_line: int,
) -> tuple[list[Token], dict[str, dict[str, Any]]]:
    """The tokens with each include replaced, and the link definitions that came with them.

    Includes do not nest. What would make a posting longer than a file may be stays as written.
    """
    made: list[Token] = []
    definitions: dict[str, dict[str, Any]] = {}
    left = MAX_BYTES
    skip = 0
    for index, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        part = _included(tokens, index, parts)
        text = "\n".join(source.lines[part.first - 1 : part.last]) if part else ""
        if part is None or len(text) > left:
            made.append(token)
            continue
        left -= len(text)
        skip = 2
        env: dict[str, dict[str, dict[str, Any]]] = {}
        read = parse(text, env)
        scoped(read, part.path)
        for found in read:
            if found.map:
                found.map = _moved(found.map, part, first_line)
            _redirect(found, part.folder)
            made.append(found)
        for label, found_there in env.get("references", {}).items():
            definitions[label] = found_there | {"map": _moved(found_there["map"], part, first_line)}
    return made, definitions


def _moved(lines: list[int], part: Inclusion, first_line: int) -> list[int]:
    return [line + part.first - first_line for line in lines]


def _included(tokens: list[Token], index: int, parts: Mapping[str, Inclusion]) -> Inclusion | None:
    if tokens[index].type != "paragraph_open" or tokens[index].level:
        return None
    match = INCLUDE.fullmatch(tokens[index + 1].content.strip())
    return parts.get(match["name"]) if match else None


def _redirect(token: Token, folder: str) -> None:
    """Relative targets begin at the shared text; the page that shows it is elsewhere."""
    for child in token.children or []:
        name = "src" if child.type == "image" else "href"
        target = child.attrGet(name)
        if folder and isinstance(target, str) and not _OUTSIDE.match(target):
            child.attrSet(name, posixpath.normpath(posixpath.join(folder, target)))
