"""Where a text lets people apply: one reader, for the checks and for the button of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from careers.checks.support.bold_headings import bold_headings
from careers.checks.support.html import tags
from careers.checks.support.placeholders import is_placeholder_target
from careers.language.vocabulary import Vocabulary, vocabulary
from careers.markdown.inline import Inline, Link, links
from careers.posting.posting import Posting
from careers.text.diagnostics import Span

_APPLY = re.compile(
    r"^\W*(?:(?:you|please|click|tap|press|here|to|and|or|just|can|now)\W+){0,6}apply(?:\W*$|\W+(?:for|to|as|directly)\b)"
    r"|\bapply (?:now|here|today|online|for this|via|through|on|at|by|with)\b"
    r"|\bto apply\b|\bbewerb"
    r"|\b(?:submit|send)\b.{0,40}\b(?:application|cv|résumé|resume)\b|\bapplication form\b",
    re.IGNORECASE,
)
_HINT = re.compile(r"[Aa]ppl|APPL|[Bb]ewerb|[Ss]ubmit|SUBMIT|[Ss]end|SEND")
_GENERIC = re.compile(
    r"\W*(?:(?:click |right )?here|(?:via |by |at )?(?:this|our|the) (?:link|form|page)"
    r"|link|form)\W*",
    re.IGNORECASE,
)
_IMPERATIVE = re.compile(r"\W*(?:(?:please|just|you can|simply) )?apply\W*", re.IGNORECASE)
_BY_WAY_OF = re.compile(
    r"\W*(?:through|via|on|at|by|with|using|in|here|now|online|directly)\b", re.IGNORECASE
)
# What stands before a portal: "se presentan en la sede electrónica".
_BY = re.compile(
    r"\b(?:via|through|using|über|a través de|por|pelo|pela|tramite|sur|op|en|na|no|su|sul|sulla)"
    r"(?: (?:our|the|das|unser\w*|la|el|le|il|lo|o|a|onze|de|het|notre|nuestr\w+|ons|nosso|nossa))?"
    r"\s*$",
    re.IGNORECASE,
)
_FEW = 3  # words
_TARGET = re.compile(r"^https?://[^?#]+/apply(?:[/?#]|$)")
_APPLYING = re.compile(r"\bapply(?:ing)?\b", re.IGNORECASE)
# A question is answered by what stands behind it: "Interested? Write to …".
_SENTENCE = re.compile(r"[.!]\s")
_REAL = re.compile(r"https?://[^\s/]+|mailto:[^\s@]+@[^\s@]+", re.IGNORECASE)
_READ = 200  # characters of a link's text, and of what stands around it


class Plainness(IntEnum):
    """How a text says that a link is where one applies, the plainest first."""

    LINK = 0
    SENTENCE = 1
    SECTION = 2


class Way(NamedTuple):
    """A link to apply by; ``real`` unless its target is a placeholder or no address."""

    target: str
    span: Span
    said: Plainness

    @property
    def real(self) -> bool:
        """Whether a button may lead there."""
        return bool(_REAL.match(self.target)) and not is_placeholder_target(self.target)


def way_to_apply(posting: Posting) -> Way | None:
    """Where the text lets people apply: of what says so the plainest, the first of it."""
    ways = (way for way in ways_to_apply(posting) if way.real)
    return min(ways, key=lambda way: way.said, default=None)


@lru_cache(maxsize=1)  # every check asks about the posting in hand
def ways_to_apply(posting: Posting) -> tuple[Way, ...]:
    """The links that say they are one, stand in a sentence that does, or below such a heading.

    Links by their own words ("apply here") and by their address (`…/apply`) are
    ``Plainness.LINK``; of the others only mailboxes and addresses as they stand count, or "this
    form" in a sentence.
    """
    return tuple(_ways(posting, vocabulary(posting.language.tag or "en")))


def _ways(posting: Posting, words: Vocabulary | None) -> Iterator[Way]:
    sections = _sections_on_applying(posting, words)
    for index, inline in posting.body.inlines.items():
        within = any(start <= index < end for start, end in sections)
        for link, at in _with_places(inline):
            said = _said(inline.content, link, at, words, within=within)
            if said is not None:
                yield Way(link.target, link.span, said)
    for tag in tags(posting):
        if tag.name == "a" and "href" in tag.attributes and reads_as_applying(tag.text, "", words):
            yield Way(tag.attributes["href"], tag.span, Plainness.LINK)


def _with_places(inline: Inline) -> Iterator[tuple[Link, tuple[int, int]]]:
    tokens = (t for t in inline.token.children or [] if t.type in ("link_open", "image"))
    for link, token in zip(links(inline), tokens, strict=True):
        if not link.image and not link.target.startswith("#"):
            yield link, token.meta.get("at", (0, 0))


def _said(
    content: str, link: Link, at: tuple[int, int], words: Vocabulary | None, *, within: bool
) -> Plainness | None:
    start, end = at
    before = _SENTENCE.split(content[max(0, start - _READ) : start])[-1]
    told = reads_as_applying(link.text, before, words) or _goes_on(before, link.text[:_READ], words)
    if told or _TARGET.search(link.target):
        return Plainness.LINK
    address = link.target.startswith("mailto:") or content[start : start + 1] != "["
    plain = address or _GENERIC.fullmatch(link.text[:_READ])
    if not plain and not _is_portal(before, words):
        return None
    after = _SENTENCE.split(content[end : end + _READ])[0]
    sentence = f"{before}{link.text[:_READ]}{after}"
    applying = _APPLYING.search(before)
    if words and not applying and words.questions.within(sentence):
        return None
    if applying or (words and words.apply_sentences.within(sentence)):
        return Plainness.SENTENCE
    if link.target.startswith("mailto:") and _told_before(
        content[max(0, start - 2 * _READ) : start], words
    ):
        return Plainness.SENTENCE
    return Plainness.SECTION if within and address else None


def _is_portal(before: str, words: Vocabulary | None) -> bool:
    """Whether what stands before a link says that one applies there: "Se presentan en la …"."""
    return bool(words and _BY.search(before) and words.apply_sentences.within(before))


def _goes_on(before: str, text: str, words: Vocabulary | None) -> bool:
    """Whether a link ends what tells to apply: "Apply [through our portal](…)"."""
    if _IMPERATIVE.fullmatch(before):
        return bool(_BY_WAY_OF.match(text) or _GENERIC.fullmatch(text))
    short = len(before.split()) <= _FEW and len(text.split()) <= _FEW
    other = words is not None and words.tag != "en" and words.apply_links.within(before)
    return bool(before.strip()) and short and other


def _told_before(text: str, words: Vocabulary | None) -> bool:
    """Whether the sentence before the last says it: "We look forward to your letter. Ask …"."""
    sentences = _SENTENCE.split(text)[-2:]
    return bool(words and len(sentences) > 1 and words.apply_sentences.within(sentences[0]))


def reads_as_applying(text: str, before: str = "", words: Vocabulary | None = None) -> bool:
    """Whether a link's text tells to apply; ``before`` is its sentence in front of it.

    ``words`` are those of its language, beside English.
    """
    if _HINT.search(text) and _APPLY.search(text):
        return True
    if words and words.tag != "en" and words.apply_links.within(text[:_READ]):
        return True
    return bool(_GENERIC.fullmatch(text[:_READ]) and _APPLYING.search(before))


def _sections_on_applying(posting: Posting, words: Vocabulary | None) -> list[tuple[int, int]]:
    """The tokens below a heading, or a line in bold, such as "How to apply"."""
    if words is None:
        return []
    found = [
        (section.start, section.end)
        for section in posting.body.sections
        if words.section(section.heading.text[:_READ]) == "apply"
    ]
    bold = [line for line in bold_headings(posting) if line.kind == "apply"]
    ends = [*(h.index for h in posting.body.headings), len(posting.body.tokens)]
    return found + [(line.at, min(end for end in ends if end > line.at)) for line in bold]
