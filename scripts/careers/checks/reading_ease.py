"""The posting reads easily enough.

The text gets one note where its Flesch reading ease is below 40, at its hardest paragraph. The
formula is the published one, 206.835 - 1.015 x words / sentences - 84.6 x syllables / words: 60 to
70 is plain English, 30 to 50 difficult, below 30 for specialists. Headings and tables do not
count, nor do texts of fewer than 100 words.

Syllables are counted by the vowels of each word. Over a hundred real postings that gave 3 to 8 in a
hundred more than `textstat`, which counts the places for hyphens and so misses some ("e-vent"),
and it takes a tenth of its time.

A posting for a lawyer may be harder than one for a driver; in both cases people stop reading where
they must work to understand.

**Bad:** "Responsibilities encompass facilitation of organisational prioritisation methodologies."

**Good:** "You help the teams decide what to do first."

**Allow:** `<!-- careers: allow reading-ease: it is a posting for tax lawyers -->` on the line
before the paragraph that is named.

**Source:** Flesch, R. (1948). A new readability yardstick. Journal of Applied Psychology, 32(3),
221-233, [doi:10.1037/h0057532](https://doi.org/10.1037/h0057532).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from careers.checks.support.context import Context
from careers.checks.support.prose import RUNNING, Passage, Prose
from careers.checks.support.words import english
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.NOTE

_LIMIT = 40
_ENOUGH = 100  # words of a text that the formula can say something about
_PARAGRAPH = 20  # words of a paragraph that may be called the hardest

_VOWELS = re.compile(r"[aeiouy]+")
_TWO = re.compile(r"i[ao](?!u)|(?<!fr)ien|eo|ua(?!r)|ying")
_ONE_SYLLABLE = re.compile(r"[tcs]i(?:[oa]|en)|gio|people")
_SILENT = re.compile(r"(?:[^aeiouyl]|[aeiouy]l)e$|(?:[^aeiouylszxhcg]|[aeiouy]l)es$|[^aeiouytd]ed$")


class _Count(NamedTuple):
    passage: Passage
    sentences: int
    words: int
    syllables: int

    @property
    def ease(self) -> float:
        return flesch(self.sentences, self.words, self.syllables)


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield one note for a text that is hard to read."""
    text = english(posting, context)
    if text is None:
        return
    counts = list(_counts(text))
    words = sum(count.words for count in counts)
    if words < _ENOUGH:
        return
    ease = flesch(
        sum(count.sentences for count in counts), words, sum(count.syllables for count in counts)
    )
    hardest = [count for count in counts if count.words >= _PARAGRAPH]
    if ease >= _LIMIT or not hardest:
        return
    passage = min(hardest, key=lambda count: count.ease).passage
    yield Problem(
        passage.span(0, len(passage.text)),
        f"the posting is hard to read: its reading ease is {int(max(ease, 0))} of 100, "
        "and this is its hardest paragraph",
        "use shorter sentences and everyday words; 60 is plain English",
    )


def _counts(text: Prose) -> Iterator[_Count]:
    for passage, words in zip(text.passages, text.tokens, strict=True):
        if words and passage.kind in RUNNING:
            # The parts of a compound count as words: "developer-driven" is two of them.
            parts = len(words) + passage.text.count("-")
            yield _Count(passage, len(passage.ends), parts, sum(map(syllables, words)))


def flesch(sentences: int, words: int, syllables: int) -> float:
    """Flesch's reading ease; all three are above zero."""
    return 206.835 - 1.015 * words / sentences - 84.6 * syllables / words


@lru_cache(maxsize=1 << 15)
def syllables(word: str) -> int:
    """About how many syllables a lower-case English word has; at least one."""
    count = len(_VOWELS.findall(word)) + len(_TWO.findall(word)) - len(_ONE_SYLLABLE.findall(word))
    return max(count - bool(_SILENT.search(word)), 1)
