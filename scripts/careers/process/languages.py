"""Tells which languages the words of a process are looked up in.

No detector is asked: candidates are taken in where none is installed, and the stages must be the
same there as on the pull request. What the author writes in the front matter wins; else the small
words of the steps tell ("mit", "avec"), then those of the whole text, then the heading.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from careers.language.language import primary
from careers.language.phrases import fold
from careers.language.vocabulary import TAGS, vocabularies, vocabulary

if TYPE_CHECKING:
    from careers.language.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile(r"[\u3040-\u30ff]")
_READ = 20_000  # characters of a text that are looked at
_CLEAR = 1.5  # so many times more words of a language than of the next tell it
# In a text of some length a quarter of the words and more are small ones; in a language that is not
# known here (Polish, Swedish) fewer than a seventh look like those of another.
_SMALL, _ENOUGH = 0.18, 40
_KANA_SHARE = 5  # Japanese has more than a fifth of them


def languages_of(
    written: str | None, headings: Iterable[str], steps: str, whole: str
) -> tuple[Vocabulary, ...]:
    """The vocabularies for a process, the likeliest first; none where its language has none.

    ``headings`` are the languages that its heading is known in. English comes behind another
    language, for its words are used in all of them; where nothing tells, all are tried.
    """
    if tag := primary(written):
        return _vocabularies(tag, "en") if vocabulary(tag) else ()
    of_steps, of_whole = _read(steps[:_READ]), _read(whole[:_READ])
    named = [tag for tag in headings if tag != "en"]
    # A text of nouns has few small words: a heading in its likeliest language says that it is one.
    if of_whole.foreign and not (named and of_whole.likely[:1] == tuple(named[:1])):
        return ()
    for read in (of_steps, of_whole):
        if len(read.likely) == 1:
            return _vocabularies(*read.likely, "en")
    likely = of_steps.likely or of_whole.likely
    both = [tag for tag in likely if tag in named]
    return _vocabularies(*both, *likely, *named, *(("en",) if likely else TAGS))


class _Read(NamedTuple):
    """What a text's small words tell: the likeliest languages, or that it is in none of them."""

    likely: tuple[str, ...]
    foreign: bool = False


@lru_cache(maxsize=1024)
def _read(text: str) -> _Read:
    if len(_KANA.findall(text)) * _KANA_SHARE > len(text):
        return _Read(("ja",))
    words = _WORD.findall(fold(text))
    counted = Counter(words)
    known = counted.keys()
    counts = {tag: sum(counted[w] for w in known & common) for tag, common in _common().items()}
    most = max(counts.values())
    likely = [tag for tag, count in counts.items() if count and count * _CLEAR >= most]
    foreign = len(words) > _ENOUGH and most < _SMALL * len(words)
    return _Read(tuple(sorted(likely, key=lambda tag: -counts[tag])), foreign)


def _vocabularies(*tags: str) -> tuple[Vocabulary, ...]:
    return tuple(map(_known, dict.fromkeys(tags)))


@cache
def _common() -> dict[str, frozenset[str]]:
    """The small words of each language, without case and accents."""
    return {v.tag: frozenset(map(fold, v.common)) for v in vocabularies() if v.common}


def _known(tag: str) -> Vocabulary:
    found = vocabulary(tag)
    if found is None:  # pragma: no cover - a file that is shipped
        raise LookupError(tag)
    return found
