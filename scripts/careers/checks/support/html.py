"""The raw HTML of a posting: what a reader sees of it, and its tags."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import unescape

from careers.posting.posting import Posting
from careers.text.diagnostics import Span

# Lengths are bounded so that `<a <a <a …` costs no more than it tells.
_HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(?P<tag>code|pre|script|style|kbd|samp)\b[^<>]{0,500}>.*?(?:</(?P=tag)\s*>|\Z)",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(
    r"<(?P<name>[A-Za-z][\w-]{0,30}+)"
    r"(?P<attributes>(?:[^<>\"']{1,2000}+|\"[^\"]{0,500}+\"|'[^']{0,500}+'){0,50})>"
)
_ANY_TAG = re.compile(r"</?[A-Za-z][^<>]{0,2000}>")
_ATTRIBUTE = re.compile(r"([\w:-]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+)))?")


@dataclass(frozen=True)
class Tag:
    """An opening tag. ``text`` is what follows it up to the next ``</``."""

    name: str
    attributes: dict[str, str]
    span: Span
    text: str


@dataclass(frozen=True)
class HtmlRegion:
    """A run of text that holds HTML: ``text`` has comments and code blanked, places kept."""

    text: str
    place: Callable[[int, int], Span]

    @property
    def visible(self) -> str:
        """The text without the tags; offsets stay the same."""
        return _ANY_TAG.sub(blank, self.text)

    def tags(self) -> Iterator[Tag]:
        """Every opening tag, in order."""
        for match in _TAG.finditer(self.text):
            close = self.text.find("</", match.end(), match.end() + 500)
            text = self.text[match.end() : close if close >= 0 else match.end()]
            yield Tag(
                match["name"].lower(),
                _attributes(match["attributes"]),
                self.place(match.start(), match.end()),
                _ANY_TAG.sub("", text).strip(),
            )


def blank(match: re.Match[str]) -> str:
    """As many spaces as the match is long, so that offsets hold."""
    return re.sub(r"[^\n]", " ", match[0])


def hide(text: str) -> str:
    """Blank comments and code; offsets stay the same."""
    return _HIDDEN.sub(blank, text)


def _attributes(text: str) -> dict[str, str]:
    found = _ATTRIBUTE.findall(text)
    return {name.lower(): unescape(a or b or c) for name, a, b, c in found}


def blocks(posting: Posting) -> Iterator[HtmlRegion]:
    """Every block of raw HTML."""
    body, source = posting.body, posting.source
    for token in body.tokens:
        if token.type == "html_block":
            first, last = body.lines(token)
            start = source.offset(first)
            end = source.offset(last) + len(source.lines[last - 1])
            yield HtmlRegion(hide(source.text[start:end]), _shifted(posting, start))


def _shifted(posting: Posting, start: int) -> Callable[[int, int], Span]:
    return lambda begin, end: posting.source.span(start + begin, start + end)


def regions(posting: Posting) -> Iterator[HtmlRegion]:
    """Every block of raw HTML, and every paragraph with a tag in it."""
    if "<" not in posting.source.text:
        return
    yield from blocks(posting)
    for inline in posting.body.inlines.values():
        children = inline.token.children or []
        if any(child.type == "html_inline" for child in children):
            text = list(inline.content)
            for child in children:
                if child.type == "code_inline" and "at" in child.meta:
                    start, end = child.meta["at"]
                    text[start:end] = " " * (end - start)
            yield HtmlRegion(hide("".join(text)), inline.span)


def tags(posting: Posting) -> Iterator[Tag]:
    """Every opening tag of the posting."""
    for region in regions(posting):
        yield from region.tags()
