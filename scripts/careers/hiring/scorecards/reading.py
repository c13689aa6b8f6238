"""Reads a scorecard as people leave it: ticks, words, signs, in any order and spelling.

Only *In all* is demanded. What stands in quotations, code, comments and folded parts are words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from careers.hiring.issue.quoting import inline
from careers.hiring.scorecards.words import (
    ALSO_IN_ALL,
    IN_ALL,
    OVERALL,
    Rating,
    read_rating,
    same_words,
    says_done,
)

SUBMIT = "<!-- do:submit -->"
_FOLDED = re.compile(r"<details\b.*?(?:</details>|\Z)", re.DOTALL | re.IGNORECASE)
_HIDDEN = re.compile(r"<!--(?!\s*do:submit\s*-->).*?(?:-->|\Z)", re.DOTALL)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HEADING = re.compile(r"^\s{0,3}#{1,6}\s+(.*?)\s*#*\s*$")
_BOLD = re.compile(r"^\s{0,3}(?:\*\*|__)(.+?)(?:\*\*|__)(.*)$")
_BULLET = r"(?:[-*+•◦▪·–—]|\d+[.)])"  # noqa: RUF001 - what word processors make of a list
_BOX = re.compile(rf"^\s*{_BULLET}?\s*\[\s*([^\s\]]?)\ufe0f?\s*\]\s*(.*)$")
_DRAWN = re.compile(rf"^\s*{_BULLET}?\s*([☐□☑☒✅✔✓])\ufe0f?\s*(.*)$")
_ITEM = re.compile(rf"^\s*{_BULLET}\s+(?=\S)")
_TICKS = frozenset("xXvV✓✔☑☒✅")
_NUMBER = re.compile(r"^\d+([.,]\d+)?\s*((/|of|out of)\s*\d+)?\s*[.!]?$|^[★☆⭐]+$")
_SEPARATED = re.compile(r"^[\s*_]*[:=]|^[\s*_]*$")
_SHOWN = 40
ALL = "In all"


@dataclass(frozen=True)
class Reading:
    """What a card or a comment says: ratings by criterion, what keeps it from counting, and *Done*.

    ``IN_ALL`` is a criterion too. Each problem is a sentence of Markdown.
    """

    ratings: Mapping[str, Rating] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    done: bool = False

    @property
    def lacking(self) -> tuple[str, ...]:
        """All that keeps it from being sent."""
        if self.problems or IN_ALL in self.ratings:
            return self.problems
        return (f"*{ALL}* has no tick yet",)


def read_card(text: str, criteria: Sequence[str]) -> Reading:
    """The whole text of a card."""
    seen, names = _Seen(), _names(criteria)
    current, rates = "", False
    for line in _lines(text):
        found = _headed(line, names)
        if found is not None:
            current, rest = found
            rates = bool(current)
            if rest:
                seen.word(current, rest)
        elif box := _box(line, rates=rates):
            seen.box(current, box[1] in _TICKS, box[2])
        elif _BOLD.match(line):
            rates = False  # a question: what follows are words
        elif rates and line.strip():
            seen.word(current, _ITEM.sub("", line))
    return seen.reading()


def read_comment(text: str, criteria: Sequence[str]) -> Reading:
    """A comment: ``finds the cause: yes, found the race``, and ``done`` alone on its line."""
    seen, names = _Seen(), _names(criteria)
    for line in _lines(text):
        plain = _ITEM.sub("", line).strip()
        if says_done(plain, alone=True):
            seen.done = True
        elif found := _named(plain.lstrip("#* "), names):
            name, rest, separated = found
            if rest and (separated or read_rating(rest)):
                seen.word(name, rest, asked=True)
    return seen.reading()


def heading_of(line: str, criteria: Sequence[str]) -> str | None:
    """The criterion that a line of a card is the heading of; nothing: of another; None: of none."""
    found = _headed(line, _names(criteria))
    return found[0] if found is not None else None


def _box(line: str, *, rates: bool) -> re.Match[str] | None:
    """A box with what stands behind it; a drawn one where it is no mark among words."""
    drawn = _DRAWN.match(line)
    if drawn and (rates or says_done(drawn[2])):
        return drawn
    return _BOX.match(line)


def _lines(text: str) -> Iterator[str]:
    """The lines that are read."""
    text = _HIDDEN.sub("", _FOLDED.sub("", text.replace("\r\n", "\n")))
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark[1].startswith(fence) else fence
        elif mark:
            fence = mark[1][:3]
        elif not line.lstrip().startswith(">"):
            yield line


def _names(criteria: Iterable[str]) -> list[tuple[str, re.Pattern[str]]]:
    """Each criterion with what a line begins with that names it; the longest first."""
    pairs = [(name, same_words(name)) for name in criteria]
    asked = {words for _, words in pairs}
    pairs += [(IN_ALL, words) for words in (IN_ALL, *ALSO_IN_ALL) if words not in asked]
    pairs.sort(key=lambda pair: -len(pair[1]))
    return [
        (name, re.compile(r"[\W_]*" + r"[\W_]+".join(map(re.escape, words.split())) + r"(?!\w)"))
        for name, words in pairs
    ]


def _named(line: str, names: Sequence[tuple[str, re.Pattern[str]]]) -> tuple[str, str, bool] | None:
    """The criterion that a line begins with, what follows, and whether a colon stands between."""
    plain = _plain(line)
    for name, pattern in names:
        if found := pattern.match(plain):
            rest = plain[found.end() :]
            told = rest.strip(" \t*_:=!.?").removesuffix("**")
            return name, told, bool(_SEPARATED.match(rest))
    return None


def _plain(line: str) -> str:
    """The line without capitals and accents."""
    text = unicodedata.normalize("NFKD", line.casefold())
    return "".join(c for c in text if not unicodedata.combining(c))


def _headed(line: str, names: Sequence[tuple[str, re.Pattern[str]]]) -> tuple[str, str] | None:
    """The criterion of a heading (nothing: one of nobody's asking) and the word behind it."""
    heading = _HEADING.match(line)
    bold = None if heading else _BOLD.match(line)
    text = heading[1] if heading else f"{bold[1]} {bold[2]}" if bold else _ITEM.sub("", line)
    name, rest, separated = _named(text, names) or ("", "", False)
    rated = read_rating(rest) is not None
    if name and (not rest or (separated and rated) or (heading and (separated or rated))):
        return name, rest
    return ("", "") if heading else None


class _Seen:
    """What was met on the way."""

    def __init__(self) -> None:
        self.done = False
        self._ticks: dict[str, list[Rating]] = {}
        self._words: dict[str, list[Rating]] = {}
        self._numbers: dict[str, str] = {}

    def box(self, current: str, ticked: bool, text: str) -> None:  # noqa: FBT001 - a box is or is not
        told = text.replace(SUBMIT, "")
        if SUBMIT in text or says_done(told):
            self.done = self.done or ticked
        elif ticked and current and (rating := read_rating(told.strip(" *_"))):
            self._ticks.setdefault(current, []).append(rating)

    def word(self, current: str, text: str, *, asked: bool = False) -> None:
        told = text.strip().strip("*_`").strip()
        if rating := read_rating(told):
            self._words.setdefault(current, []).append(rating)
        elif told and (asked or _NUMBER.match(told)):
            self._numbers.setdefault(current, told[:_SHOWN])

    def reading(self) -> Reading:
        ratings: dict[str, Rating] = {}
        problems: list[str] = []
        for name in dict.fromkeys((*self._ticks, *self._words, *self._numbers)):
            problem = self._problem(name)
            if problem:
                problems.append(f"*{title_of(name)}* {problem}")
            else:
                ratings[name] = (self._ticks.get(name) or self._words[name])[0]
        return Reading(ratings, tuple(problems), self.done)

    def _problem(self, name: str) -> str:
        ticks, words = set(self._ticks.get(name, ())), set(self._words.get(name, ()))
        if len(ticks) > 1:
            return f"has {_counted(len(ticks))} ticks: leave one"
        if len(ticks | words) > 1:
            return "says two things: leave one"
        if not ticks and not words:
            return f"says {inline(self._numbers[name])}, which is no rating: {_choice(name)}"
        if name == IN_ALL and not (ticks | words) <= set(OVERALL):
            return f"is one of {_choice(name)}"
        return ""


def title_of(name: str) -> str:
    """A criterion as a card shows it."""
    return ALL if name == IN_ALL else inline(name)


def _choice(name: str) -> str:
    return ", ".join(rating.words for rating in (OVERALL if name == IN_ALL else Rating))


def _counted(number: int) -> str:
    return {2: "two", 3: "three"}.get(number, str(number))
