"""What kind of file this is, and where it lets people apply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careers.checks.support.html import tags
from careers.posting.frontmatter import Status
from careers.posting.posting import Posting
from careers.text.diagnostics import Span

_HEADING = re.compile(
    r"\W*(?:about (?:us|the (?:role|team|position|job|company))|the role|(?:your |key )?"
    r"(?:responsibilities|requirements|qualifications)|who you are|what you['\u2019]ll do|"
    r"ideal candidates have|nice[- ]to[- ]haves?|(?:interview|hiring) process|how we hire|"
    r"compensation and benefits)\W*",
    re.IGNORECASE,
)
_APPLY = re.compile(
    r"^\W*(?:(?:you|please|click|tap|press|here|to|and|or|just|can|now)\W+){0,6}apply(?:\W*$|\W+(?:for|to|as|directly)\b)"
    r"|\bapply (?:now|here|today|online|for this|via|through|on|at|by|with)\b"
    r"|\bto apply\b|\bbewerb"
    r"|\b(?:submit|send)\b.{0,40}\b(?:application|cv|résumé|resume)\b|\bapplication form\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"[Aa]ppl|APPL|[Bb]ewerb|[Ss]ubmit|SUBMIT|[Ss]end|SEND")
_GENERIC = re.compile(
    r"\W*(?:(?:click |right )?here|(?:via |by |at )?(?:this|our) (?:link|form|page)|link|form)\W*",
    re.IGNORECASE,
)
_TARGET = re.compile(r"^https?://[^?#]+/apply(?:[/?#]|$)")
_BEFORE = re.compile(r"\bapply\b[^.!?]{0,80}$", re.IGNORECASE)
_WRITTEN = re.compile(
    r"\bapply\b[^.!?\n]{0,80}?(?:https?://[^\s<>()]+|[^\s@<>()]+@[^\s@<>()]+\.\w+)", re.IGNORECASE
)


@dataclass(frozen=True)
class ApplyLink:
    """A link that reads as the way to apply."""

    target: str
    span: Span


def looks_like_posting(posting: Posting) -> bool:
    """Whether a file means to be a posting; a page that was moved or an exercise does not."""
    if posting.front is not None:
        return True
    if any(_HEADING.fullmatch(heading.text[:200]) for heading in posting.body.headings):
        return True
    return "pply" in posting.source.text and any(True for _ in apply_links(posting))


def is_open(posting: Posting) -> bool:
    """Whether it is a posting that takes applications."""
    return posting.meta.status is Status.OPEN and looks_like_posting(posting)


def apply_links(posting: Posting) -> Iterator[ApplyLink]:
    """The links whose text, sentence or address (`…/apply`) tells people to apply."""
    for link in posting.body.links:
        if link.image:
            continue
        line = posting.source.lines[link.span.line - 1]
        before = line[max(0, link.span.column - 101) : link.span.column - 1]
        if reads_as_applying(link.text, before) or _TARGET.search(link.target):
            yield ApplyLink(link.target, link.span)
    for tag in tags(posting):
        if tag.name == "a" and "href" in tag.attributes and reads_as_applying(tag.text):
            yield ApplyLink(tag.attributes["href"], tag.span)


def reads_as_applying(text: str, before: str = "") -> bool:
    """Whether a link's text tells to apply; ``before`` is what stands in front of it."""
    if _HINT.search(text) and _APPLY.search(text):
        return True
    return bool(_GENERIC.fullmatch(text) and _BEFORE.search(before))


def has_written_address(posting: Posting) -> bool:
    """Whether a bare address follows the word apply: "to apply, write to jobs@example.com"."""
    if "pply" not in posting.source.text:
        return False
    return any(_WRITTEN.search(inline.content) for inline in posting.body.inlines.values())
