"""Words that are no findings: parts of names, terms of a trade, the job's own title."""

from __future__ import annotations

import re
from functools import lru_cache

from careers.checks.support.context import Context
from careers.checks.support.prose import RUNNING, Prose
from careers.checks.support.word_lists import word_list
from careers.posting.posting import Posting

_CAPITAL = re.compile(r"[ \t]+[A-Z][\w&.-]*")
_WORD = re.compile(r"[a-z]+")


def is_name(text: Prose, start: int, end: int) -> bool:
    """Whether the capitals say so: `Ninja` inside a sentence, `Rockstar Games` anywhere."""
    word = text.text[start:end]
    if not word[0].isupper() or not word.replace(" ", "").isalpha():
        return False
    running = text.passage(start).kind in RUNNING
    if running and not text.begins(start):
        return True
    after = _CAPITAL.match(text.text, end)
    if after is None:
        return False
    # In a title every word may have a capital: only what running text calls so is a name.
    return running or _is_used(text, text.text[start : after.end()])


def _is_used(text: Prose, name: str) -> bool:
    """Whether running text holds these words with these capitals."""
    at = text.text.find(name)
    while at >= 0:
        if text.passage(at).kind in RUNNING:
            return True
        at = text.text.find(name, at + 1)
    return False


def in_term(text: Prose, start: int, end: int) -> bool:
    """Whether a place lies within a term of a trade: the travelling salesman problem."""
    around = text.lower[max(start - 40, 0) : end + 40]
    found = _terms().finditer(around)
    at = start - max(start - 40, 0)
    return any(m.start() <= at and at + end - start <= m.end() for m in found)


@lru_cache(maxsize=1)
def _terms() -> re.Pattern[str]:
    terms = (term.strip() for term in word_list("terms")["any"].strip().split("\n"))
    return re.compile(
        "|".join(rf"\b{re.escape(term).replace(chr(92) + ' ', '[ -]')}" for term in terms)
    )


def own_words(posting: Posting, context: Context) -> frozenset[str]:
    """The words of the job's title and of the company's name, in lower case."""
    names = f"{posting.title} {context.settings.company.name}".lower()
    return frozenset(_WORD.findall(names))
