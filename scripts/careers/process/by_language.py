"""Names a step of an interview process by the vocabulary of its language."""

from __future__ import annotations

import re
from functools import lru_cache

from careers.language.vocabulary import Stage, Vocabulary

_SENTENCE = re.compile(r"(?<!\bz\.b)(?<!\bp\.ej)(?<!\bbijv)(?<!\bca)[.!?;:](?=\s|$)")
_CLAUSE = re.compile(r",\s+|\s+[-\u2013\u2014]+\s+|\([^()]*\)|\[[^\[\]]*\]")
_READ = 600  # characters of a step that are looked at: what it is stands at its beginning


@lru_cache(maxsize=1 << 12)
def recognise(text: str, words: Vocabulary) -> str | None:
    """The stage that a step's plain text names; None where it names none.

    What is denied ("kein Telefoninterview") and what is only mentioned ("nach dem Gespräch") names
    none. The first clause that says what happens wins.
    """
    clauses = [
        clause
        for sentence in _SENTENCE.split(text[:_READ])
        for clause in map(str.strip, _CLAUSE.split(sentence))
        if clause
    ]
    return _first(clauses, words) or _first([_behind_subject(c, words) for c in clauses], words)


def _first(clauses: list[str], words: Vocabulary) -> str | None:
    """The first stage of the clauses; one that says little gives way to any other."""
    found = [stage for clause in clauses if (stage := _clause(clause, words))]
    return next((stage.name for stage in sorted(found, key=lambda stage: stage.weak)), None)


def _clause(clause: str, words: Vocabulary) -> Stage | None:
    """The stage that a clause says happens."""
    if words.refusals.within(clause):
        return None
    if words.asides.begins(clause):
        clause = _behind_named(clause, words)
    cuts = [start for signs in (words.denials, words.asides) for start, _ in signs.find(clause)]
    said = clause[: min(cuts, default=len(clause))]
    return next((stage for stage in words.stages if stage.phrases.within(said)), None)


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
