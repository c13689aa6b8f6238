"""Running text in passages and sentences, each with its place.

Offsets into ``text``, ``lower`` and a passage's own text all mean the same character.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Literal, NamedTuple

from careers.markdown.inline import Inline
from careers.text.diagnostics import Span

Kind = Literal["title", "heading", "item", "paragraph", "cell"]
RUNNING = ("paragraph", "item")  # the kinds that are written in sentences
GAP = "\n\n"
"""What stands between two passages."""

_TOKEN = re.compile(r"[a-z]+(?:['-][a-z]+)*")
_LETTERS = re.compile(r"[a-z]+")
# A semicolon before a capital parts what could as well be two sentences, or items of a list.
_END = re.compile(r"(?:[.!?]{1,3}[\"')\]*_”\u2019]{0,4}|;)(?=\s)")
_CAPITAL = re.compile(r"\s+[*_\"“'(]{0,3}[A-Z]")
_ABBREVIATIONS = """
    a b c d e f g h i j k l m n o p q r s t u v w x y z
    e.g i.e vs approx incl no dr mr ms mrs st u.s
"""
_SHORT = frozenset(_ABBREVIATIONS.split())
# These may end a sentence too: the next word tells.
_LAST = frozenset({"etc", "inc", "ltd", "co", "a.m", "p.m"})
_LONE = (" - ", " \u2013 ", " — ", " & ", " / ")
# What may stand between the end of one sentence and the first word of the next.
_OPENING = " \t\n*_\"'“\u2018([>#—\u2013-"
_CLOSING = " \n*_\"'“”)"


@dataclass(frozen=True)
class Passage:
    """One heading, paragraph, list item or cell; ``text`` begins at ``start`` of the prose."""

    kind: Kind
    text: str
    start: int
    inline: Inline | None = None
    place: Span | None = None

    @property
    def end(self) -> int:
        """Where it ends in the prose."""
        return self.start + len(self.text)

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """Where its sentences end; the last is the end of the text."""
        found = tuple(_ends(self.text))
        whole = len(self.text.rstrip())
        return found if found and found[-1] >= whole else (*found, len(self.text))

    def span(self, start: int, end: int) -> Span:
        """The place of ``text[start:end]``; a title that YAML quotes is placed whole."""
        if self.inline is not None:
            return self.inline.span(start, end)
        place = self.place or Span.at(1)
        if place.line != place.end_line or place.end_column - place.column != len(self.text):
            return place
        return Span.at(place.line, place.column + start, end - start)


class Sentence(NamedTuple):
    """A sentence of a passage: offsets of the prose, and its words."""

    passage: Passage
    start: int
    end: int
    words: int


class Prose:
    """All running text of a file: the title of its front matter, then its body."""

    def __init__(self, passages: tuple[Passage, ...]) -> None:
        self.passages = passages
        self.text = GAP.join(passage.text for passage in passages)

    @cached_property
    def lower(self) -> str:
        """The text in lower case, apostrophes straight, as long as ``text`` to the character."""
        lower = self.text.lower()
        if len(lower) != len(self.text):  # İ becomes two characters
            lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)
        return lower.replace("\u2019", "'")

    @cached_property
    def tokens(self) -> tuple[list[str], ...]:
        """For each passage its words in lower case; "e-mail" and "don't" are one each."""
        lower = self.lower
        return tuple(_TOKEN.findall(lower, p.start, p.end) for p in self.passages)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word of ``tokens``, once."""
        return frozenset(chain.from_iterable(self.tokens))

    @cached_property
    def words(self) -> frozenset[str]:
        """Every run of letters, in lower case: what a word list is first held against."""
        return frozenset(_LETTERS.findall(" ".join(self.vocabulary)))

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.start for passage in self.passages]

    def passage(self, offset: int) -> Passage:
        """The passage that holds an offset."""
        return self.passages[max(bisect_right(self._starts, offset) - 1, 0)]

    def span(self, start: int, end: int) -> Span:
        """The place of ``text[start:end]``, which lies in one passage."""
        passage = self.passage(start)
        return passage.span(start - passage.start, min(end, passage.end) - passage.start)

    def begins(self, offset: int) -> bool:
        """Whether a sentence or a passage begins here, but for marks and list numbers."""
        before = self.text[max(self.passage(offset).start, offset - 20) : offset]
        return not before.strip(_OPENING) or before.rstrip(_CLOSING)[-1:] in ".!?:"

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of paragraphs and list items, in order."""
        return tuple(s for p in self.passages if p.kind in RUNNING for s in sentences(p))


def sentences(passage: Passage) -> Iterator[Sentence]:
    """The sentences of one passage, in order."""
    text, begin = passage.text, 0
    for end in passage.ends:
        part = text[begin:end]
        if words := len(part.split()) - sum(map(part.count, _LONE)):
            lead = len(part) - len(part.lstrip())
            last = passage.start + begin + len(part.rstrip())
            yield Sentence(passage, passage.start + begin + lead, last, words)
        begin = end


def _ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        word = _word_before(text, match.start())
        unsure = match[0] == ";" or (match[0] == "." and word in _LAST)
        if unsure and not _CAPITAL.match(text, match.end()):
            continue
        if not (match[0] == "." and word in _SHORT):
            yield match.end()


def _word_before(text: str, at: int) -> str:
    words = text[max(0, at - 9) : at].replace("—", " ").split()
    return words[-1].lower().strip("(*_[") if words else ""
