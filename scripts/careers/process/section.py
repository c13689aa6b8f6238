"""Finds where a posting tells of its interview process."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from careers.language.vocabulary import SectionKind, vocabularies
from careers.text.diagnostics import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from careers.markdown.document import Markdown
    from careers.markdown.inline import Inline

_LONGEST = 100  # characters; no heading of a section is as long
_WORDS = 9
_NOT_WORD = re.compile(r"[^\w'\u2019/&-]+|[\d_]+")


_MAYBE: tuple[SectionKind, ...] = ("process", "apply")


class ProcessSection(NamedTuple):
    """A part of a posting that may tell of the process: the tokens from ``start`` to ``end``.

    ``sure`` says that its heading speaks of the process itself ("Interview process"); below
    others ("Next steps") it is only where a list of steps follows. ``languages`` are those in
    which the heading is known.
    """

    span: Span
    start: int
    end: int
    sure: bool
    languages: tuple[str, ...] = ()


class _Announced(NamedTuple):
    sure: bool
    languages: tuple[str, ...]


def process_sections(
    body: Markdown, title: str = "", own: Collection[str] = ()
) -> Iterator[ProcessSection]:
    """Where the process may be told: below a heading, or below a line that stands for one.

    A whole text may be where its ``title`` says so (there are jobs of that name, too). ``own`` are
    headings of the company's.
    """
    if title and (found := announced(title, own)) and found.sure:
        whole = (body.source.line_span(1), 0, len(body.tokens))
        yield ProcessSection(*whole, sure=False, languages=found.languages)
    for section in body.sections:
        if found := announced(section.heading.text, own):
            yield ProcessSection(section.heading.span, section.start, section.end, *found)
    yield from _lines(body, own)


def is_process(heading: str) -> bool:
    """Whether a heading speaks of the interview process; case, numbers and symbols aside."""
    found = announced(heading)
    return bool(found and found.sure)


def announced(heading: str, own: Collection[str] = ()) -> _Announced | None:
    """What a heading announces; None where it is nothing of the process."""
    if len(heading) > _LONGEST:
        return None
    words = plain(heading)
    if own and words in map(plain, own):
        return _Announced(sure=True, languages=())
    return _announced(words)


@lru_cache(maxsize=1024)
def plain(heading: str) -> str:
    """A heading's words, without numbers, symbols and case."""
    folded = unicodedata.normalize("NFKC", heading).lower()
    return " ".join(_NOT_WORD.sub(" ", folded).split())


@lru_cache(maxsize=2048)
def _announced(words: str) -> _Announced | None:
    short = words.count(" ") < _WORDS
    known = list(vocabularies())
    if any(v.papers.begins(words) for v in known):
        return None
    sure = tuple(v.tag for v in known if short and v.process.within(words))
    if sure:
        return _Announced(sure=True, languages=sure)
    maybe = [v.tag for v in known if any(v.is_section(kind, words) for kind in _MAYBE)]
    return _Announced(sure=False, languages=tuple(maybe)) if maybe else None


def _lines(body: Markdown, own: Collection[str]) -> Iterator[ProcessSection]:
    """Below a paragraph in bold, or one that ends in a colon with a list behind it."""
    lines = {index: found for index in body.inlines if (found := _line(body, index, own))}
    headings = (heading.index for heading in body.headings)
    bold = [index for index, inline in body.inlines.items() if _is_bold(body, index, inline)]
    ends = sorted({*lines, *headings, *bold, len(body.tokens)})
    for index, found in lines.items():
        inline, level = body.inlines[index], body.tokens[index].level
        # A step that is only its name in bold ends no section.
        after = ends[bisect_right(ends, index) :]
        end = next(at for at in after if at >= len(body.tokens) or body.tokens[at].level <= level)
        yield ProcessSection(inline.span(0, len(inline.content)), index + 2, end, *found)


def _line(body: Markdown, index: int, own: Collection[str]) -> _Announced | None:
    inline = body.inlines[index]
    if len(inline.content) > _LONGEST + 4 or body.tokens[index - 1].type != "paragraph_open":
        return None
    opens = body.tokens[index + 2].type if index + 2 < len(body.tokens) else ""
    colon = inline.content.rstrip("*_ ").endswith(":") and opens.endswith("_list_open")
    if not colon and not _is_bold(body, index, inline):
        return None
    return announced(inline.plain, own)


def _is_bold(body: Markdown, index: int, inline: Inline) -> bool:
    """Whether a paragraph is nothing but bold words."""
    if body.tokens[index - 1].type != "paragraph_open" or not in_bold(inline):
        return False
    children = [t for t in inline.token.children or [] if t.type != "text" or t.content.strip(" :")]
    opens = [t for t in children if t.type == "strong_open"]
    return len(opens) == 1 and (children[0].type, children[-1].type) == (
        "strong_open",
        "strong_close",
    )


def in_bold(inline: Inline) -> bool:
    """Whether a paragraph begins in bold."""
    return inline.content.startswith(("**", "__"))
