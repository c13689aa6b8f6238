"""Phrases as a language's file writes them: words as people know them, and five signs.

`word?` may be missing, `word*` and `*word` go on with other letters, `a|b` is one word or the
other, `…` stands for up to five words, and a phrase that begins with `=` is all that is said. Case,
accents and the kind of apostrophe do not matter, and a hyphen is as good as a blank.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

# Bounded, and a word holds nothing of what stands between words: the text is a stranger's.
_BETWEEN = r"[\s,*_\-']{1,6}"
_MORE = r"\w{0,40}"
_SOME = rf"(?:{_BETWEEN}[^\s.!?;:,*_\-]{{1,40}}){{0,5}}"
_RUN = re.compile(r"[^\W_]+")
_SHORT = 300  # characters
_PLAIN = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-",
                        "\xa0": " ", "\u202f": " ", "ß": "s"})  # fmt: skip


class Phrases:
    """The phrases of one list; offsets are those of the text that was given."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self.written = tuple(phrases)

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.written)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        longest = sorted(self.written, key=len, reverse=True)
        # Nothing that any text holds, where there is no phrase.
        return re.compile("|".join(map(_expression, longest)) or r"(?!)")

    @cached_property
    def _needed(self) -> tuple[frozenset[str], tuple[str, ...]]:
        """Words of which a text that holds a phrase has one, and parts of words of which it may."""
        words, parts = set(), []
        for phrase in self.written:
            for either in _first_needed(phrase).split("|"):
                folded = fold(either)
                if "*" in folded or not _RUN.search(folded):
                    parts.append(folded.strip("*"))
                else:
                    words.add(_RUN.findall(folded)[0])
        return frozenset(words), tuple(parts)

    def _may_hold(self, folded: str) -> bool:
        """Whether a short text may hold a phrase: to make the pattern takes far longer than to ask.

        Headings are asked in every language, and nearly all are of one.
        """
        if len(folded) > _SHORT:
            return True
        words, parts = self._needed
        return not words.isdisjoint(_RUN.findall(folded)) or any(part in folded for part in parts)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where phrases stand in a text, as whole words, in order."""
        return (match.span() for match in self._pattern.finditer(fold(text)))

    def within(self, text: str) -> bool:
        """Whether a text holds one of them."""
        folded = fold(text)
        return self._may_hold(folded) and self._pattern.search(folded) is not None

    def begins(self, text: str) -> bool:
        """Whether a text begins with one of them."""
        folded = fold(text)
        return self._may_hold(folded) and self._pattern.match(folded) is not None

    def are(self, text: str) -> bool:
        """Whether a text is one of them and nothing else, marks and digits around it aside."""
        words = fold(text)
        if not self._may_hold(words):
            return False
        match = self._pattern.fullmatch(words[_first(words) : _last(words)])
        return match is not None


@cache
def fold(text: str) -> str:
    """A text without case and accents; each character stays where it is."""
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
