"""What kind of file this is, and where it lets people apply."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from careers.checks.support.bold_headings import bold_headings
from careers.checks.support.html import tags
from careers.language.vocabulary import Vocabulary, vocabulary
from careers.markdown.document import Heading
from careers.posting.frontmatter import FrontMatter, Status
from careers.posting.posting import Posting
from careers.text.diagnostics import Span

if TYPE_CHECKING:
    from careers.checks.support.context import Context

_HEADING = re.compile(
    r"\W*(?:about (?:us|the (?:role|team|position|job|company))|the role|(?:your |key )?"
    r"(?:responsibilities|requirements|qualifications)|who you are|what you['\u2019]ll do|"
    r"(?:responsibilities|skills|requirements|qualifications) and [\w ]{3,20}|"
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
_ADDRESS = re.compile(r"https?://|www\.|[^\s@<>()]@[^\s@<>()]")
_READ = 200  # characters of a link's text
_LINE = 60
_LONG = 4000  # characters of a paragraph
# The sections that only a posting has.
_KINDS = ("role", "requirements", "nice-to-have")
# Fields of a posting, whoever publishes it.
_FIELDS = (FrontMatter.model_fields.keys() - {"title", "language"}) | {
    "company", "contract", "deadline", "department", "expires", "job", "job_title", "location",
    "position", "pay", "remote", "role", "validthrough", "work_type",
}  # fmt: skip


@dataclass(frozen=True)
class ApplyLink:
    """A link that reads as the way to apply."""

    target: str
    span: Span


def looks_like_posting(posting: Posting) -> bool:
    """Whether a file means to be a posting; a page that was moved or an exercise does not."""
    if posting.front is not None and _speaks_of_a_job(posting.front.raw):
        return True
    if _is_about_hiring(posting):
        return False
    if any(_announces(posting, heading.text) for heading in posting.body.headings):
        return True
    if any(bold.kind in _KINDS for bold in bold_headings(posting)):
        return True
    return any(_announces(posting, line) for line in _lines(posting)) or tells_how_to_apply(posting)


def _lines(posting: Posting) -> Iterator[str]:
    """The short lines of their own that end in a colon: `Qualifications:`."""
    for inline in posting.body.inlines.values():
        content = inline.content.rstrip()
        if content.endswith(":") and len(content) <= _LINE and "\n" not in content:
            yield content


def _speaks_of_a_job(fields: Mapping[str, object]) -> bool:
    """Whether a front matter is that of a posting; a page of a site has fields of its own."""
    names = {str(name).lower() for name in fields}
    return not names - FrontMatter.model_fields.keys() or not names.isdisjoint(_FIELDS)


def _is_about_hiring(posting: Posting) -> bool:
    """Whether the title says that it is a page on how the company hires."""
    first = next((h.text for h in posting.body.headings if h.level == 1), None)
    title, words = (posting.meta.title or first or "")[:200], _words(posting)
    return words is not None and words.section(title) in ("process", "apply")


def _announces(posting: Posting, heading: str) -> bool:
    if _HEADING.fullmatch(heading[:200]):
        return True
    words = _words(posting)
    return words is not None and words.tag != "en" and words.section(heading[:200]) in _KINDS


def _words(posting: Posting) -> Vocabulary | None:
    return vocabulary(posting.language.tag or "en")


def is_section(heading: str, posting: Posting, context: Context) -> bool:
    """Whether a heading is that of a section, such as "Overview", and no job's title."""
    words = context.vocabulary(posting)
    return words is not None and words.section(heading[:_READ]) is not None


def tells_job(posting: Posting, context: Context) -> bool:
    """Whether a title, or a first heading that is none of a section, tells the job."""
    if posting.meta.title:
        return True
    heading = next((h.text for h in posting.body.headings if h.text), None)
    return heading is not None and not is_section(heading, posting, context)


def is_open(posting: Posting) -> bool:
    """Whether it is a posting that takes applications."""
    return posting.meta.status is Status.OPEN and looks_like_posting(posting)


def apply_links(posting: Posting) -> Iterator[ApplyLink]:
    """The links whose text, sentence or address (`…/apply`) tells people to apply."""
    words = _words(posting)
    for link in posting.body.links:
        if link.image:
            continue
        line = posting.source.lines[link.span.line - 1]
        before = line[max(0, link.span.column - 101) : link.span.column - 1]
        if reads_as_applying(link.text, before, words) or _TARGET.search(link.target):
            yield ApplyLink(link.target, link.span)
    for tag in tags(posting):
        if tag.name == "a" and "href" in tag.attributes and reads_as_applying(tag.text, "", words):
            yield ApplyLink(tag.attributes["href"], tag.span)


def reads_as_applying(text: str, before: str = "", words: Vocabulary | None = None) -> bool:
    """Whether a link's text tells to apply; ``before`` is what stands in front of it.

    ``words`` are those of its language, beside English.
    """
    if _HINT.search(text) and _APPLY.search(text):
        return True
    if words and words.tag != "en" and words.apply_links.within(text[:_READ]):
        return True
    return bool(_GENERIC.fullmatch(text) and _BEFORE.search(before))


def has_address(posting: Posting) -> bool:
    """Whether a text holds any address at all, of a page or a mailbox."""
    found = any(_ADDRESS.search(inline.content) for inline in posting.body.inlines.values())
    return found or any(True for link in posting.body.links if not link.image)


def tells_how_to_apply(posting: Posting) -> bool:
    """Whether there is a link to apply by, or a sentence that says where to: a page, a mailbox."""
    if any(True for _ in apply_links(posting)):
        return True
    words = _words(posting)
    there = _sections_on_applying(posting, words)
    for index, inline in posting.body.inlines.items():
        content = inline.content[:_LONG]
        if not _ADDRESS.search(content):
            continue
        if any(start <= index < end for start, end in there):
            return True
        if _WRITTEN.search(content) or (
            words and words.apply_sentences.within(inline.prose[:_LONG])
        ):
            return True
    return False


def _sections_on_applying(posting: Posting, words: Vocabulary | None) -> list[tuple[int, int]]:
    """The tokens below a heading, or a line in bold, such as "How to apply"."""
    if words is None:
        return []
    headings = [(s.start, s.end) for s in posting.body.sections if _is_applying(s.heading, words)]
    bold = [line for line in bold_headings(posting) if line.kind == "apply"]
    ends = [*(h.index for h in posting.body.headings), len(posting.body.tokens)]
    return headings + [(b.index, min(end for end in ends if end > b.index)) for b in bold]


def _is_applying(heading: Heading, words: Vocabulary) -> bool:
    return words.section(heading.text[:_READ]) == "apply"
