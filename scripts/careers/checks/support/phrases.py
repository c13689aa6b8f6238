"""Finds the phrases of a word list in a posting's text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from careers.checks.support.context import Context
from careers.checks.support.names import in_term, is_name
from careers.checks.support.prose import Prose
from careers.checks.support.words import english
from careers.posting.posting import Posting
from careers.text.diagnostics import Problem

_TOKEN = re.compile(r"[a-z]+")
# What stands before a word that then means something else: a wizard that is a part of a program,
# a team that is new.
_UNLESS = {
    "wizard": re.compile(
        r"\b(?:set-?up|install(?:ation|er)?|import|export|configuration|migration|step|onboarding|"
        r"checkout|sign-?up|creation|ui)[ -]$"
    ),
    "young": re.compile(r"\bstill (?:an? )?(?:very |quite )?$"),
}
_SEPARATOR = r",?[*_]{0,2}(?:[ -]|\n(?!\n))[*_]{0,2}"
_BETWEEN = re.compile(r"[-,*_\s]+")
_NEGATED = re.compile(
    r"\b(?:no|not|never|nor|neither|without|avoid|instead of|rather than|don't|doesn't|aren't|"
    r"isn't|won't)\b[^.!?;:\n]{0,40}$"
)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase that stands at ``text[start:end]``, and what to say instead."""

    start: int
    end: int
    text: str
    instead: str


class AdvisedPhrases:
    """A word list: ``{"form, form": "what to say instead"}``.

    A space of a form also matches a hyphen, a comma with its space, the end of a line, and what
    makes words bold.
    """

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._instead: dict[str, str] = {}
        self._tokens: dict[str, frozenset[str]] = {}
        self._by_first: dict[str, list[str]] = defaultdict(list)
        for forms, instead in entries.items():
            for form in forms.split(", "):
                tokens = _TOKEN.findall(form)
                self._instead[form] = instead
                self._tokens[form] = frozenset(tokens)
                self._by_first[tokens[0]].append(form)

    def find(self, text: Prose) -> Iterator[Hit]:
        """Every phrase, in order; what a sentence says it does *not* want is left out."""
        forms = tuple(
            form
            for first in text.words & self._by_first.keys()
            for form in self._by_first[first]
            if self._tokens[form] <= text.words
        )
        if not forms:
            return
        for match in _pattern(forms).finditer(text.lower):
            start, end = match.span()
            if not (_means_more(text, start, end) or negated(text, start)):
                phrase = " ".join(text.text[start:end].replace("*", "").split())
                yield Hit(start, end, phrase, self._instead[_key(match[0])])


def _means_more(text: Prose, start: int, end: int) -> bool:
    """Whether it means a thing: the build tool Ninja, the wizard of a set-up."""
    first = _TOKEN.match(text.lower, start)
    unless = _UNLESS.get(first[0].removesuffix("s")) if first else None
    if unless and unless.search(text.lower[max(start - 30, 0) : start]):
        return True
    return is_name(text, start, end) or in_term(text, start, end)


def problems(
    posting: Posting, context: Context, phrases: AdvisedPhrases, what: str
) -> Iterator[Problem]:
    """A problem for each phrase of an English posting; ``what`` says what is wrong with it."""
    text = english(posting, context)
    if text is None:
        return
    company = context.settings.company.name.lower()
    for hit in phrases.find(text):
        if hit.text.lower() in company:
            continue
        span = text.span(hit.start, hit.end)
        yield Problem(span, f"`{hit.text}` {what}", f"instead: {hit.instead}")


def negated(text: Prose, start: int) -> bool:
    """Whether a sentence denies what begins here: "we do not look for ..."."""
    passage = text.passage(start)
    return _NEGATED.search(text.lower[max(passage.start, start - 60) : start]) is not None


def _key(text: str) -> str:
    return " ".join(_BETWEEN.sub(" ", text).split())


@cache
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(set(forms), key=len, reverse=True)
    words = "|".join(re.escape(form).replace(r"\ ", _SEPARATOR) for form in longest)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
