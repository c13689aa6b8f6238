"""What a placeholder is: in words, in the target of a link, in the front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from careers.checks.support.html import blank
from careers.posting.posting import Posting
from careers.text.diagnostics import Span

_NAME = r"(?:TODO|TBD|FIXME|X{3,30}+)"
# `TODOs`, `MY_TODO`, `todo.md`, `TODO-list` and `/TODO` in an address are words of their own.
_WORD = re.compile(
    rf"(?<![^\W_])(?<![^\W_]_){_NAME}(?=(?P<more>(?:[,.]X{{3,30}}+){{0,5}}))(?P=more)(?:(?<=X)[kK])?"
    r"(?![^\W_]|_[^\W_]|\.[a-z]{1,4}\b|-[a-z])"
)
_LOREM = re.compile(r"\blorem[ \t\n]+ipsum\b", re.IGNORECASE)
_PART = r"[A-Za-z_][\w-]{0,60}"
LIQUID = (
    rf"\{{\{{-?[ \t]{{0,9}}(?:\.?{_PART}(?:(?:\.{_PART}){{1,9}}|[ \t]{{0,9}}\|)|\.{_PART})"
    r"[^{}\n]{0,200}\}\}"
)
"""A value that another program puts in: Jekyll's ``{{ site.title }}``, Hugo's ``{{ .Title }}``."""
_GAP = re.compile(
    r"<insert\b[^<>\n]{0,200}>|\[insert\b[^][\n]{0,200}\](?![(\[:])|"
    rf"(?!{LIQUID})\{{\{{(?![<%])[^{{}}()\n]{{0,200}}\}}\}}",
    re.IGNORECASE,
)
_HINTS = ("TODO", "TBD", "FIXME", "XXX", "{{", "orem", "OREM", "nsert", "NSERT")
_TARGET_HINT = re.compile(r"todo|tbd|fixme|xxx|%", re.IGNORECASE)
_URL = re.compile(r"(?:https?:|www\.|mailto:)[^\s<>]*", re.IGNORECASE)
_TARGET = re.compile(
    rf"(?:https?:/{{0,2}}|mailto:|#|)|"
    rf"(?:mailto:|tel:|\./)?[<\[{{]*{_NAME}(?:\(.*\)|[:\s].*)?[>\]}}]*|"
    rf"(?:https?:)?//{_NAME}(?:[/?#:(].*)?|"
    rf"mailto:(?:{_NAME}@.*|[^@]*@{_NAME}(?:\?.*)?)",
    re.IGNORECASE | re.DOTALL,
)


def hints(text: str) -> bool:
    """Whether a text may hold a placeholder; far cheaper than looking for its place."""
    return any(hint in text for hint in _HINTS)


def is_placeholder_target(target: str) -> bool:
    """Whether a link's target is empty or stands for one that is still to come."""
    if len(target) > len("https://") and not _TARGET_HINT.search(target):
        return False
    target = unquote(target).strip()
    return bool(_TARGET.fullmatch(target)) or target in ("#TODO", "#TBD", "#FIXME", "#XXX")


def words(text: str) -> Iterator[tuple[int, int]]:
    """Where placeholders stand in running text; a bare address counts as a target."""
    if not hints(text):
        return
    for match in _URL.finditer(text):
        address = match[0].rstrip(".,;:!?")
        if hints(address) and is_placeholder_target(address):
            yield match.start(), match.start() + len(address)
    text = _URL.sub(blank, text)
    for pattern in (_WORD, _LOREM, _GAP):
        for match in pattern.finditer(text):
            yield match.span()


def in_front(posting: Posting) -> Iterator[Span]:
    """The placeholders among the values of the front matter."""
    front = posting.front
    if front is None:
        return
    for path, span in front.places.items():
        value: Any = front.raw
        for step in path:
            value = value[step]
        if path == ("apply",) and isinstance(value, str) and is_placeholder_target(value):
            yield front.place(*path) or span
        elif isinstance(value, str) and hints(value):
            source = posting.source
            start = source.offset(span.line) + span.column - 1
            end = source.offset(span.end_line) + span.end_column - 1
            for first, last in words(source.text[start:end]):
                yield source.span(start + first, start + last)
