"""Names a step of an interview process: by its author's words, else by the vocabulary.

Pure and cached: the same words come back in posting after posting.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from careers.process.clauses import Clause, clauses
from careers.process.label import OPENS_SENTENCE, READ, UNFINISHED, bare_name, slug, unnumbered
from careers.process.talks import (
    CALL,
    GETTING_TO_KNOW,
    INFORMAL,
    INTRODUCTION,
    LEADERS,
    MEETING,
    PEOPLE,
    TALKING,
    WITH_PEOPLE,
)
from careers.process.vocabulary import APPLYING, LATER_RULES, RULES

if TYPE_CHECKING:
    from careers.process.rules import Rule

_SAYS_MORE = re.compile(
    r"\b(?:with|to|for|from|by|via|over|about|of|if|or|on|in|at|we|you|your|our|us|will|is"
    r"|are|mit|und|oder|zu|be)\b",
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
    r"|deep.dive|demo"
    r"|discussion|exercises?|homework|interviews?|loop|lunch|meetings?|offer|onboarding|panel|pitch"
    r"|presentation|programming|project|quiz|references?|reviews?|rounds?|samples?"
    r"|screen(?:ing)?|session"
    r"|stud(?:y|ies)|task|test|trial|walkthrough|workshop|visit|debrief)(?: \d+)?$",
    re.IGNORECASE,
)
_WORDS_OF_A_NAME = 5


@lru_cache(maxsize=4096)
def author_name(text: str) -> str:
    """The name that a step is ("Phone screen (30 minutes)"), or begins with before a colon.

    Empty where the step says more than a name.
    """
    if UNFINISHED.search(text):
        return ""
    head = _AFTER_NAME.split(unnumbered(text[:READ]), maxsplit=1)[0]
    bare = bare_name(head).rstrip(".! ")
    says_more = (OPENS_SENTENCE, _SAYS_MORE, _ASKS, UNFINISHED)
    if len(bare.split()) > _WORDS_OF_A_NAME or any(says.search(bare) for says in says_more):
        return ""
    if not _STEP_NOUN.search(bare):
        return ""
    name, known = slug(bare), recognise(bare)
    return known if known and known == _TRIMMINGS.sub("", name) else name


@lru_cache(maxsize=4096)
def recognise(text: str) -> str | None:
    """The stage that a step's plain text names in the shipped vocabulary.

    ``call`` stands for a conversation that says nothing else of itself.
    """
    if UNFINISHED.search(text):
        return None
    return next(filter(None, map(_sentence, clauses(text[:READ]))), None)


def _sentence(sentence: list[Clause]) -> str | None:
    found = None
    for clause in sentence:
        if clause.aside:
            continue
        if found and not clause.purpose:
            continue
        stage, weak = _clause(clause.text, sentence)
        if stage and not weak and not (found and stage == "applied"):
            return stage
        found = found or stage
    return found


def _clause(text: str, sentence: list[Clause]) -> tuple[str | None, bool]:
    """The stage of a clause, and whether it says little."""
    if rule := _first((APPLYING, *RULES, INTRODUCTION), text):
        return rule.stage, False
    whole = " ".join(clause.text for clause in sentence if not clause.aside and not clause.purpose)
    if stage := _with_whom(text, whole):
        return stage, False
    if rule := _first((INFORMAL, *LATER_RULES, CALL), text):
        opens = rule is CALL and any(GETTING_TO_KNOW.search(clause.text) for clause in sentence)
        return (INTRODUCTION.stage if opens else rule.stage), rule.weak
    return None, False


def _first(rules: tuple[Rule, ...], text: str) -> Rule | None:
    return next((rule for rule in rules if rule.found(text)), None)


def _with_whom(text: str, sentence: str) -> str | None:
    """The stage of a talk with somebody; several kinds of people make it `interviews`."""
    if INFORMAL.found(text) or not TALKING.search(text):
        return None
    kinds = {match.lastgroup for match in PEOPLE.finditer(sentence) if match.lastgroup}
    if len(kinds) > 1:
        return "executive-interview" if kinds <= LEADERS else "interviews"
    if kinds == {"team"} and MEETING.found(text):
        return MEETING.stage
    return WITH_PEOPLE[kinds.pop()] if kinds else None
