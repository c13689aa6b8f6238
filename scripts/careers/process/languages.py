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
from typing import TYPE_CHECKING

from careers.language.language import primary
from careers.language.phrases import fold
from careers.language.vocabulary import vocabulary

if TYPE_CHECKING:
    from careers.language.vocabulary import Vocabulary

# Those with a file of words, English first: what is said in several is looked up there first.
TAGS = ("en", "de", "es", "fr", "it", "nl", "pt", "ja")
_WORD = re.compile(r"[^\W\d_]+")
_KANA = re.compile(r"[\u3040-\u30ff]")
_READ = 20_000  # characters of a text that are looked at
_CLEAR = 1.5  # so many times more words of a language than of the next tell it


def languages_of(
    written: str | None, headings: Iterable[str], *texts: str
) -> tuple[Vocabulary, ...]:
    """The vocabularies for a process, the likeliest first; none where its language has none.

    ``headings`` are the languages that its heading is known in, ``texts`` what is looked at, the
    narrowest first. English comes behind another language, for its words are used in all of them;
    where nothing tells, all are tried.
    """
    if tag := primary(written):
        return tuple(map(_known, dict.fromkeys([tag, "en"]))) if vocabulary(tag) else ()
    likely: tuple[str, ...] = ()
    for text in texts:
        found = _likely(text[:_READ])
        if len(found) == 1:
            return tuple(map(_known, dict.fromkeys([*found, "en"])))
        likely = likely or found
    known = [tag for tag in headings if tag != "en"]
    both = [tag for tag in likely if tag in known]
    return tuple(
        map(_known, dict.fromkeys([*both, *likely, *known, *(("en",) if likely else TAGS)]))
    )


@lru_cache(maxsize=1024)
def _likely(text: str) -> tuple[str, ...]:
    """The languages that most small words of a text are of, the likeliest first; often one."""
    if _KANA.search(text):
        return ("ja",)
    words = Counter(_WORD.findall(fold(text)))
    counts = {tag: sum(words[word] for word in common) for tag, common in _common().items()}
    most = max(counts.values())
    likely = [tag for tag, count in counts.items() if count and count * _CLEAR >= most]
    return tuple(sorted(likely, key=lambda tag: -counts[tag]))


@cache
def _common() -> dict[str, frozenset[str]]:
    """The small words of each language, without case and accents."""
    return {tag: frozenset(map(fold, words)) for tag in TAGS if (words := _known(tag).common)}


def _known(tag: str) -> Vocabulary:
    found = vocabulary(tag)
    if found is None:  # pragma: no cover - a file that is shipped
        raise LookupError(tag)
    return found
