"""Names a step of an interview process by the phrases of its language; English has its own rules.

What is denied ("kein Telefoninterview") names none, nor does what is only mentioned.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from careers.language.vocabulary import Stage, Vocabulary

# A question asks, and says of nothing that it happens.
_SENTENCE = re.compile(
    r"(?<!\bz\.b)(?<!\bp\.ej)(?<!\bbijv)(?<!\bca)([.!?;:\u2026])(?=\s|$)"
    r"|([\u3002\uff01\uff1f\uff1a])"  # Japanese needs no blank behind them
)
_CLAUSE = re.compile(
    r",\s+|\s+[-\u2013\u2014]+\s+|\([^()]*\)|\[[^\[\]]*\]"
    r"|\s+(?:sondern|aber|mais|sino|pero|maar|mas|bensì)\s+"
)
# "keine Tests, Rätsel oder Aufgaben" denies all three.
_OR = re.compile(r"(?<!\w)(?:oder|noch|ou|ni|o|u|né|of|nem|または|や)(?!\w)")
# An answer, which denies nothing.
_EITHER = re.compile(
    r"(?<!\w)(?:sim|oui|ja|s[ií\u00ec])\s+(?:ou|oder|of|o|e|und|et|y|en)\s+(?:não|non|nein|nee|no)(?!\w)",
    re.IGNORECASE,
)
_READ = 600  # characters of a step that are looked at: what it is stands at its beginning


@lru_cache(maxsize=1 << 12)
def recognise(text: str, words: Vocabulary) -> Stage | None:
    """The stage that a step's plain text names; None where it names none.

    The first clause that says what happens wins.
    """
    clauses = said(text, words)
    found = [stage for clause in clauses if (stage := _stage(clause, words))]
    return next(iter(sorted(found, key=lambda stage: stage.weak)), None)


@lru_cache(maxsize=1 << 12)
def said(text: str, words: Vocabulary) -> tuple[str, ...]:
    """What a step says that happens, clause by clause."""
    sentences = _sentences(_timeless(text, words))
    clauses = [clause for sentence in sentences for clause in _undenied(sentence, words)]
    told = tuple(filter(str.strip, (_told(clause, words) for clause in clauses)))
    named = any(_stage(clause, words) for clause in told)
    behind = () if named else (_behind_subject(clause, words) for clause in clauses)
    return (*told, *filter(str.strip, behind))


def _timeless(text: str, words: Vocabulary) -> str:
    """A text without how long it takes: "gesprek van 30 minuten met het team" is one with it."""
    return _times(words).sub(" ", _without(text[:_READ], words))


@cache
def _times(words: Vocabulary) -> re.Pattern[str]:
    units = "|".join(sorted(map(re.escape, words.durations.written), key=len, reverse=True))
    number = r"\d{1,3}(?:[.,]\d)?(?:\s?[-/\u2013]\s?\d{1,3})?"
    before = r"(?:(?<!\w)(?:d['\u2019]|(?:van|von|de|di|da|ca\.?|circa|environ|etwa|unos)\s))*"
    return re.compile(rf"{before}(?<!\w){number}[\s-]?(?:{units or r'(?!)'})(?!\w)", re.IGNORECASE)


def _sentences(text: str) -> Iterator[str]:
    parts = _SENTENCE.split(text[:_READ])
    for at in range(0, len(parts), 3):
        mark = (parts[at + 1] or parts[at + 2]) if at + 2 < len(parts) else ""
        if mark not in ("?", "\uff1f"):
            yield parts[at]


def _undenied(sentence: str, words: Vocabulary) -> Iterator[str]:
    """The clauses of a sentence that are not denied, and what stands before a denial."""
    denied = False
    for clause in filter(None, map(str.strip, _CLAUSE.split(sentence))):
        spared = _without(_EITHER.sub(_blank, clause), words)
        if words.refusals.within(spared) or (denied and _OR.search(sentence)):
            continue
        cuts = [start for start, _ in words.denials.find(spared)]
        denied = bool(cuts)
        yield clause[: min(cuts, default=len(clause))]


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _without(clause: str, words: Vocabulary) -> str:
    """A clause without what only looks like a denial; all else stays where it is."""
    for start, end in words.limits.find(clause):
        clause = clause[:start] + " " * (end - start) + clause[end:]
    return clause


def _told(clause: str, words: Vocabulary) -> str:
    """What a clause says, without what it only mentions."""
    if words.asides.begins(clause):
        clause = _behind_named(clause, words)
    cuts = [start for start, _ in words.asides.find(clause)]
    return clause[: min(cuts, default=len(clause))]


def _stage(clause: str, words: Vocabulary) -> Stage | None:
    return next((stage for stage in words.stages if stage.phrases.within(clause)), None)


def _behind_named(clause: str, words: Vocabulary) -> str:
    """What follows the first thing that is named: "nach dem Gespräch" is over, then it goes on."""
    ends = [spans for stage in words.stages for spans in stage.phrases.find(clause)]
    return clause[min(ends)[1] :] if ends else ""


def _behind_subject(clause: str, words: Vocabulary) -> str:
    """What an aside says of itself: "à la fin du processus nous organisons …"."""
    if not words.asides.begins(clause):
        return ""
    end = next((end for _, end in words.subjects.find(clause)), len(clause))
    return clause[end:]
