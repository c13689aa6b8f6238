"""Where the addresses of images are written in a text, and what files of theirs may be called."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from posixpath import basename, splitext
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from markdown_it.common.normalize_url import normalizeLink
from markdown_it.common.utils import unescapeAll

from careers.text.diagnostics import Span

if TYPE_CHECKING:
    from careers.posting.posting import Posting

# Lengths are bounded so that `](](](…` costs no more than it tells.
_TARGET = r"(?:<(?P<within>[^<>\n]{1,2000})>|(?P<bare>[^\s<>]{1,2000}?))"
_TITLE = (
    r"(?:\s+(?:\"(?:[^\"\\]|\\.){0,500}\"|'(?:[^'\\]|\\.){0,500}'"
    r"|\((?:[^()\\]|\\.){0,500}\)))?"
)
_INLINE = re.compile(rf"\]\(\s*{_TARGET}{_TITLE}\s*\)\Z")
_DEFINITION = re.compile(rf"\]:[ \t]*\n?[ \t>]*{_TARGET}(?=\s|\Z)")
_SOURCE = re.compile(
    r"\ssrc\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>[^\s\"'>]+))",
    re.IGNORECASE,
)
_LONGEST = 60
# Windows keeps these for devices, whatever their ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)\Z")


def addresses(posting: Posting, target: str, span: Span) -> list[Span]:
    """Where the address of an image is written; ``target`` and ``span`` are as checks tell them.

    For an image that is a reference, in its definitions. Nowhere, where links need those too, or
    where a text that is shared holds them.
    """
    start, text = _written(posting, span)
    html = text.startswith("<")
    if html:
        found = _find(_SOURCE, text, lambda written: unescape(written).strip() == target.strip())
    else:
        found = _find(_INLINE, text, lambda written: _address(written) == target)
    if found:
        return [posting.source.span(start + found[0], start + found[1])]
    return [] if html else list(_definitions(posting, target))


def file_stem(address: str) -> str:
    """What a file with the image of an address may be called everywhere, without an ending."""
    name = splitext(basename(unquote(urlsplit(address).path)))[0].lower()
    stem = re.sub(r"[^a-z0-9]+", "-", name)[:_LONGEST].strip("-")
    return "image" if not stem or _DEVICES.match(stem) else stem


def _definitions(posting: Posting, target: str) -> Iterator[Span]:
    """The definitions of an address in the file itself; none where a link needs them as well."""
    links = [link.span for link in posting.body.links if link.target == target and not link.image]
    if any(not _written(posting, span)[1].endswith(")") for span in links):
        return
    references = posting.body.env.get("references")
    for found in references.values() if isinstance(references, dict) else ():
        first, last = (line + posting.body_line for line in found["map"])
        if found["href"] != target or last - 1 > posting.last_line:
            continue
        whole = Span(first, 1, last - 1, len(posting.source.lines[last - 2]) + 1)
        start, text = _written(posting, whole)
        if at := _find(_DEFINITION, text, lambda written: _address(written) == target):
            yield posting.source.span(start + at[0], start + at[1])


def _written(posting: Posting, span: Span) -> tuple[int, str]:
    """Where a place begins in the text, and what is written there."""
    source = posting.source
    start = source.offset(span.line) + span.column - 1
    return start, source.text[start : source.offset(span.end_line) + span.end_column - 1]


def _find(
    pattern: re.Pattern[str], text: str, is_it: Callable[[str], bool]
) -> tuple[int, int] | None:
    """Where the first address of that pattern stands that is the one."""
    at = 0
    while match := pattern.search(text, at):
        name = next(name for name, value in match.groupdict().items() if value is not None)
        if is_it(match[name]):
            return match.span(name)
        at = match.start() + 1
    return None


def _address(written: str) -> str:
    return str(normalizeLink(unescapeAll(written)))
