"""Names a step of an interview process by its own words, else by those of its languages."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from careers.process import by_language, english
from careers.process.label import READ, bare_name, opens_sentence, slug, unfinished, unnumbered

if TYPE_CHECKING:
    from careers.language.vocabulary import Vocabulary

_SAYS_MORE = re.compile(
    r"\b(?:with|to|for|from|by|via|over|about|of|if|or|on|in|at|we|you|your|our|us|will|is"
    r"|are|be|no|not|without)\b",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:attend|build|complete|discuss|do|get|give|have|join|make|meet|pass|prepare|present"
    r"|receive|record|send|share|sign|solve|speak|start|submit|take|talk|visit|wait|write)\b"
    r"|\b(?:an?|the|two|three|few|some|more)\b",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(r":(?=\s|$)|\s[-\u2013\u2014]+\s")
# "short-language-test", "reference-checks"
_TRIMMINGS = re.compile(r"^(?:job|formal|short|quick|brief|timed|final)-(?=[a-z])|(?<=[a-z]{3})s$")
_STEP_NOUN = re.compile(
    r"\b(?:assessments?|assignment|calls?|chats?|challenge|checks?|conversations?|decision"
    r"|deep.dive|demo|discussion|exercises?|homework|interviews?|loop|lunch|meetings?|offer"
    r"|onboarding|panel|pitch|presentation|programming|project|quiz|references?|reviews?|rounds?"
    r"|samples?|screen(?:ing)?|session|stud(?:y|ies)|task|test|trial|walkthrough|workshop|visit"
    r"|debrief|simulation|ride.along)(?: \d+)?$",
    re.IGNORECASE,
)
# What counts and says no more, before what it is.
_COUNTED = re.compile(r"(?:round|interview|session) \d{1,2}", re.IGNORECASE)
_WORDS_OF_A_NAME = 5


@lru_cache(maxsize=4096)
def author_name(text: str, languages: tuple[Vocabulary, ...]) -> str:
    """The name that a step is in English ("Phone screen (30 minutes)"), or begins with.

    Empty where the step says more than a name, denies it, or where its own language knows it.
    """
    head, *rest = _AFTER_NAME.split(unnumbered(text[:READ]), maxsplit=1)
    if rest and _COUNTED.fullmatch(head.strip()):
        said = author_name(rest[0].strip(), languages)
        return said or ("" if recognise(rest[0], languages) else slug(head))
    if unfinished(text) or not _may_be_english(head, languages):
        return ""
    bare = bare_name(head).rstrip(".! ")
    says_more = any(says.search(bare) for says in (_SAYS_MORE, _ASKS))
    if says_more or len(bare.split()) > _WORDS_OF_A_NAME or opens_sentence(bare):
        return ""
    if not _STEP_NOUN.search(bare) or head.rstrip().endswith("?"):
        return ""
    name, known = slug(bare), english.recognise(bare)
    return known[0] if known and known[0] == _TRIMMINGS.sub("", name) else name


@lru_cache(maxsize=4096)
def recognise(text: str, languages: tuple[Vocabulary, ...]) -> str | None:
    """The stage that a step's plain text names in the likeliest language that names one.

    A stage that says little gives way to one of another language. Words of another language than
    the likeliest are looked up in what is said there, for only it knows what is denied. ``call``
    stands for a conversation that says nothing else of itself.
    """
    if unfinished(text) or not languages:
        return None
    weak = None
    for words in languages:
        there = text if words is languages[0] else "; ".join(_said(text, languages[0]))
        if (found := _in(there[:READ], words)) and not found[1]:
            return found[0]
        weak = weak or (found and found[0])
    return weak


def _said(text: str, words: Vocabulary) -> tuple[str, ...]:
    """What a step says that happens, in the words of its language."""
    return english.said(text[:READ]) if words.tag == "en" else by_language.said(text, words)


def _in(text: str, words: Vocabulary) -> tuple[str, bool] | None:
    """The stage that a text names in a language, and whether it says little."""
    if words.tag == "en":
        return english.recognise(text)
    stage = by_language.recognise(text, words)
    return (stage.name, stage.weak) if stage else None


def _may_be_english(text: str, languages: tuple[Vocabulary, ...]) -> bool:
    """Whether a text may be English words: the likeliest language neither denies nor knows them."""
    if not languages or languages[0].tag == "en":
        return True
    stage = by_language.recognise(text, languages[0])
    said = by_language.said(text, languages[0])
    english_too = any(words.tag == "en" for words in languages)
    return english_too and bool(said) and (stage is None or stage.weak)
