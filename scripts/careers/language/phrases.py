"""Phrases as a language's file writes them: words as people know them, and five signs.

`word?` may be missing, `word*` and `*word` go on with other letters, `a|b` is one word or the
other, `…` stands for up to five words, and a phrase that begins with `=` is all that is said. Case,
accents and the kind of apostrophe do not matter, and a hyphen is as good as a blank.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, cached_property, lru_cache

# Bounded, and a word holds nothing of what stands between words: the text is a stranger's.
_BETWEEN = r"[\s,*_\-']{1,6}"
_MORE = r"\w{0,40}"
_SOME = rf"(?:{_BETWEEN}[^\s.!?;:,*_\-]{{1,40}}){{0,5}}"
_RUN = re.compile(r"[^\W_]+")
_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-",
                        "\xa0": " ", "\u202f": " ", "ß": "s"})  # fmt: skip


class Phrases:
    """The phrases of one list; offsets are those of the text that was given.

    Each is a pattern of its own, made when a text holds the word that it needs: most texts hold
    those of few phrases, and to make a pattern takes far longer than to ask.
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self.written = tuple(phrases)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.written)

    @cached_property
    def _needed(self) -> tuple[dict[str, list[int]], list[tuple[str, int]]]:
        """The phrases, longest first by number, by the word that each needs, or a part of it."""
        words: dict[str, list[int]] = {}
        parts = []
        for number, phrase in enumerate(self._longest_first):
            for either in map(fold, _first_needed(phrase).split("|")):
                if "*" in either or not _RUN.search(either):
                    parts.append((either.strip("*"), number))
                else:
                    words.setdefault(_RUN.findall(either)[0], []).append(number)
        return words, parts

    @cached_property
    def _longest_first(self) -> list[str]:
        return sorted(self.written, key=len, reverse=True)

    def _patterns(self, folded: str) -> list[re.Pattern[str]]:
        """The patterns of those that a text may hold, longest first."""
        words, parts = self._needed
        found = {number for part, number in parts if part in folded}
        for word in _runs(folded) & words.keys():
            found.update(words[word])
        return [_pattern(self._longest_first[number]) for number in sorted(found)]

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where phrases stand in a text, as whole words, in order; at one place the longest."""
        folded = fold(text)
        patterns, at = self._patterns(folded), 0
        while found := [match for pattern in patterns if (match := pattern.search(folded, at))]:
            first = min(found, key=lambda match: match.start())
            yield first.span()
            at = max(first.end(), first.start() + 1)

    def within(self, text: str) -> bool:
        """Whether a text holds one of them."""
        folded = fold(text)
        return any(pattern.search(folded) for pattern in self._patterns(folded))

    def begins(self, text: str) -> bool:
        """Whether a text begins with one of them."""
        folded = fold(text)
        return any(pattern.match(folded) for pattern in self._patterns(folded))

    def are(self, text: str) -> bool:
        """Whether a text is one of them and nothing else, marks and digits around it aside."""
        folded = fold(text)
        words = folded[_first(folded) : _last(folded)]
        return any(pattern.fullmatch(words) for pattern in self._patterns(words))


@lru_cache(maxsize=64)
def _runs(folded: str) -> frozenset[str]:
    """The runs of letters and digits of a text; many lists are asked of it."""
    return frozenset(_RUN.findall(folded))


@cache
def _pattern(phrase: str) -> re.Pattern[str]:
    return re.compile(_expression(phrase))


@cache
def fold(text: str) -> str:
    """A text without case and accents; each character stays where it is."""
    if text.isascii():
        return text.lower()
    lower = text.translate(_PLAIN)
    return "".join(map(_fold, lower))


@cache
def _fold(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[:1].lower()
    return base if len(base) == 1 else character


def _first_needed(phrase: str) -> str:
    """The first word of a phrase that must be there; a star, which any is, where there is none."""
    words = phrase.removeprefix("=").split()
    needed = (word for word in words if word != "…" and not word.endswith("?"))
    return next(needed, "*")


def _first(text: str) -> int:
    return next((at for at, c in enumerate(text) if c.isalpha()), len(text))


def _last(text: str) -> int:
    return next((at + 1 for at in range(len(text) - 1, -1, -1) if text[at].isalpha()), 0)


def _expression(phrase: str) -> str:
    parts: list[str] = []
    begun = False  # a word that must be there has been met
    alone = phrase.startswith("=")
    for word in phrase.removeprefix("=").split():
        if word == "…":
            parts.append(_SOME)
        elif not word.endswith("?"):
            parts.append(_BETWEEN + _word(word) if begun else _word(word))
            begun = True
        elif begun:
            parts.append(f"(?:{_BETWEEN}{_word(word[:-1])})?")
        else:
            parts.append(f"(?:{_word(word[:-1])}{_BETWEEN})?")
    found = rf"(?<!\w){''.join(parts)}(?!\w)"
    return rf"\A\W*{found}\W*\Z" if alone else found


def _word(word: str) -> str:
    either = [re.escape(fold(one)).replace(r"\*", _MORE) for one in word.split("|")]
    return either[0] if len(either) == 1 else f"(?:{'|'.join(either)})"
