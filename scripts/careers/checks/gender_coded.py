"""The words of the posting lean neither to men nor to women.

Words that readers take for masculine traits (`compete`, `driven`, `dominate`) and for feminine ones
(`support`, `understand`, `together`) are counted; the score is the feminine matches minus the
masculine ones, as in the Gender Decoder. Names, the words of the job's own title, `leads` that a
team generates and the `objectives` of a job do not count. From 1 to 3 either way a text is coded,
above 3 strongly: only a text that is strongly masculine, or feminine by more than ten, gets its one
note, which gives the balance and the words that weigh most.

In five experiments women found the same jobs less appealing when they were described in masculine
words, because they expected to belong there less; feminine words did little. The score counts
words and understands none of them: read the list, change what you can, and be content.

**Bad:**

```markdown
You are a driven, ambitious, independent competitor who leads from the front and dominates deals.
```

**Good:**

```markdown
You win customers by understanding their work, and set your own goals with the team.
```

**Allow:** `<!-- careers: allow gender-coded: we are called Challenge Analytics -->` on the line
before the one it names.

**Source:** Gaucher, Friesen and Kay (2011), [Evidence that gendered wording in job advertisements
exists and sustains gender inequality](https://doi.org/10.1037/a0022530), Appendix A, with the
additions of the [Gender Decoder](https://github.com/lovedaybrooke/gender-decoder) (MIT).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from careers.checks.support.context import Context
from careers.checks.support.names import is_name, own_words
from careers.checks.support.prose import RUNNING, Prose
from careers.checks.support.word_lists import word_list
from careers.checks.support.words import english
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem, Severity

SEVERITY = Severity.NOTE

# The Gender Decoder calls a text strongly coded above 3.
_STRONG = 3
# Feminine words keep nobody away, and a job may well be about support.
_FEMININE = 10
_MOST_LISTED = 5

# It stands in every posting and says nothing of its reader.
_COMPETITIVE = re.compile(r"\bcompetitive (?:pay|salar|compensation|benefit|equity|package)")
_CAPITALISED = re.compile(r"(?<![\w-])[A-Z][a-z]+(?![\w-])")

_STEMS = word_list("gender-coded")
_FEMININE_STEM = re.compile("|".join(_STEMS["feminine"].split()))
_MASCULINE_STEM = re.compile("|".join(_STEMS["masculine"].split()))
_EXCEPT = tuple(_STEMS["except"].split())


def check(posting: Posting, context: Context) -> Iterator[Problem]:
    """Yield one note for a text that is strongly coded, at the first of its weightiest words."""
    text = english(posting, context)
    if text is None:
        return
    counted = _count(text, own_words(posting, context))
    feminine = sum(n for word, n in counted.items() if coding(word) > 0)
    masculine = counted.total() - feminine
    if not (masculine - feminine > _STRONG or feminine - masculine > _FEMININE):
        return
    side, sign = ("masculine", -1) if masculine > feminine else ("feminine", 1)
    words = [(w, n) for w, n in counted.most_common() if coding(w) == sign][:_MOST_LISTED]
    message = (
        f"the words are strongly {side}: {masculine} masculine against {feminine} feminine; "
        f"most of all {', '.join(f'`{word}`' + (f' ({n})' if n > 1 else '') for word, n in words)}"
    )
    first = re.search(rf"(?<![\w-]){re.escape(words[0][0])}(?![\w-])", text.lower)
    start, end = first.span() if first else (0, 0)
    yield Problem(text.span(start, end), message, "say some of these in other words")


def _count(text: Prose, own: frozenset[str]) -> Counter[str]:
    """The coded words of running text; a heading such as "Responsibilities" is no style."""
    titled = {_stem(word) for word in own if coding(word)}
    coded = {word for word in text.vocabulary if coding(word) and _stem(word) not in titled}
    counted: Counter[str] = Counter()
    for passage, words in zip(text.passages, text.tokens, strict=True):
        if passage.kind in RUNNING and not coded.isdisjoint(words):
            counted.update(word for word in words if word in coded)
    if coded:
        # What has a capital inside a sentence: `Digital Analytics Program`.
        counted.subtract(name for name in _names(text) if name in coded)
    if "competitive" in coded:
        counted["competitive"] -= len(_COMPETITIVE.findall(text.lower))
    return +counted


def _names(text: Prose) -> Iterator[str]:
    for match in _CAPITALISED.finditer(text.text):
        if text.passage(match.start()).kind in RUNNING and is_name(text, *match.span()):
            yield match[0].lower()


def _stem(word: str) -> str | None:
    """The stem that makes a word coded: `supports` and `support` are one."""
    match = _FEMININE_STEM.match(word) or _MASCULINE_STEM.match(word)
    return match[0] if match else None


@lru_cache(maxsize=1 << 15)
def coding(word: str) -> int:
    """1 for a word with a feminine stem, -1 for a masculine one, else 0."""
    if word.startswith(_EXCEPT):
        return 0
    return bool(_FEMININE_STEM.match(word)) - bool(_MASCULINE_STEM.match(word))
