"""What a text says of a job behind a name: `**Location:** Berlin`, or Berlin below "Location"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, takewhile
from typing import TYPE_CHECKING

from careers.places.model import Place
from careers.places.reading import place
from careers.posting.foreign.names import fields_for, plain
from careers.posting.frontmatter import Employment, Workplace
from careers.posting.named_values import member
from careers.posting.posting import Posting

if TYPE_CHECKING:
    from markdown_it.token import Token

# What a text says of these is a fact of the job, and no word of its story.
_FACTS = frozenset({"locations", "salary", "employment", "workplace", "team", "closes", "posted"})
_FIRST = 3  # runs of text that may name the job
_SHORT = 80  # characters: a longer paragraph tells more than the fact
_LINE = re.compile(
    r"\W{0,4}(?P<name>[^\W\d_][\w /-]{1,28}?)\W{0,3}:[\s*_]{0,4}(?P<value>\S.{0,118})"
)

_KINDS: dict[str, Iterable[str]] = {"employment": Employment, "workplace": Workplace}
_BESIDE = re.compile(r"\s+[|·•]\s+")
_TERM = re.compile(r"\n:[ \t]+")
# What stands before a fact where its name is a picture.
_SIGNS = {
    "\N{ROUND PUSHPIN}": "location",
    "\N{WORLD MAP}": "location",
    "\N{MONEY BAG}": "salary",
    "\N{BANKNOTE WITH EURO SIGN}": "salary",
    "\N{BANKNOTE WITH DOLLAR SIGN}": "salary",
    "\N{BRIEFCASE}": "employment",
}


def labelled_lines(posting: Posting) -> Iterator[tuple[str, str]]:
    """The names, as they stand there, and what is said behind each or in a line of its own below.

    In the order of the text.
    """
    tokens, name = posting.body.tokens, ""
    for index in posting.body.inlines:
        lines = _shown_lines(tokens[index])
        if tokens[index - 1].type in ("td_open", "th_open"):
            cell = " ".join(lines)
            if name and not _is_fact(cell):
                yield name, cell
            first = tokens[index - 2].type == "tr_open"
            name = cell if first and _is_fact(cell[:_SHORT]) else ""
            continue
        for line in lines:
            if sign := _SIGNS.get(line[0]):
                yield sign, line[1:].strip("\ufe0f ")
            yield from _beside(line)
        for match in filter(None, map(_LINE.fullmatch, chain.from_iterable(map(_apart, lines)))):
            if _is_fact(match["name"]):
                yield match["name"], match["value"].strip()
        if name and len(lines) == 1 and len(lines[0]) <= _SHORT:
            yield name, lines[0]
        heading = tokens[index - 1].type == "heading_open"
        name = lines[0] if heading and lines and _is_fact(lines[0][:_SHORT]) else ""


def _beside(line: str) -> Iterator[tuple[str, str]]:
    """What stands side by side without names, where one says how one works: `Vollzeit · Bonn`."""
    parts = _BESIDE.split(line) if len(line) <= _SHORT else []
    told = [(n, part) for part in parts for n, known in _KINDS.items() if member(part, known)]
    if told and len(parts) > 1:
        yield from told
        yield from (("location", part) for part in parts if isinstance(place(part), Place))


def _apart(line: str) -> list[str]:
    """A line, or what stands in it side by side: `Location: Berlin | Pay: 50 €/h`."""
    parts = _BESIDE.split(line)
    return parts if all(map(_LINE.fullmatch, parts)) else [line]


def _shown_lines(run: Token) -> list[str]:
    """The lines of a run of text, as its author wrote them and a reader sees them."""
    parts = (
        "\n" if token.type in ("softbreak", "hardbreak") else token.content
        for token in run.children or []
        if token.type in ("text", "code_inline", "softbreak", "hardbreak")
    )
    # Pages have lists of terms, which Markdown writes as `Location` and, below it, `: Berlin`.
    text = _TERM.sub(": ", "".join(parts))
    return [line.strip() for line in text.split("\n") if line.strip()]


def told_facts(posting: Posting) -> set[str]:
    """The fields of ours that its labelled lines name."""
    named = {field for name, _ in labelled_lines(posting) for field in fields_for(name)}
    return named & _FACTS | ({"title"} if title_line(posting) else set())


def title_line(posting: Posting) -> str:
    """What a line such as `Position: Accountant` says, or one in bold that begins the text.

    Where no heading stands above it.
    """
    tokens = posting.body.tokens
    above = takewhile(lambda index: tokens[index - 1].type != "heading_open", posting.body.inlines)
    runs = [tokens[index] for index in above][:_FIRST]
    for match in filter(None, map(_LINE.fullmatch, chain.from_iterable(map(_shown_lines, runs)))):
        if fields_for(match["name"])[:1] == ["title"]:
            return match["value"]
    inner = [token for token in (runs[0].children or [] if runs else []) if token.type != "text"]
    bold = [token.type for token in inner] == ["strong_open", "strong_close"]
    lines = _shown_lines(runs[0]) if bold else []
    return lines[0] if len(lines) == 1 and len(lines[0]) <= _SHORT else ""


def _is_fact(name: str) -> bool:
    return not _FACTS.isdisjoint({plain(name), *fields_for(name)})
