"""Names a step by the words of English: what is done, with whom, or how; see data/en.toml.

Pure and cached: the same words come back in posting after posting.
"""

from __future__ import annotations

import pkgutil
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import Any

from careers.process.clauses import Clause, clauses

CALL = "call"  # a conversation that says nothing else of itself
_INFORMAL, _MEETING, _SCREEN = "informal-call", "meet-the-team", "phone-screen"
_TALKING = re.compile(
    r"\b(?:speak|talk|chat|meet|call|interview|conversation|sit[- ]down|connect"
    r"|deep[- ]dive|discuss|zoom|session|round|coffee"
    r"|reach(?:es)? out|gets? in touch|contact|hear from|get to know|q&a)"
)
_GETTING_TO_KNOW = re.compile(
    r"\b(?:learn (?:\w+ )?(?:more )?about|find out|get to know"
    r"|answer (?:\w+ )?(?:\w+ )?questions|tell you"
    r"|looking for|mutual (?:fit|interest)|high[- ]level fit|good fit|introduce"
    r"|your background|your motivation"
    r"|about (?:you|yourself|the role|the company|the position|us))\b"
)
_LEADERS = frozenset({"founder-interview", "executive-interview", "vp-interview"})
# Whom one talks with stands behind one of these; what is done stands before it.
_WITH = re.compile(r"\b(?:with|by|from|to) ")


@dataclass(frozen=True)
class Rule:
    """One row: ``stage`` where ``pattern`` is found. A ``weak`` one gives way to what says more."""

    stage: str
    pattern: str
    weak: bool = False

    @cached_property
    def _search(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.pattern})\b")

    def found(self, clause: str) -> bool:
        """Whether a clause names this stage."""
        return self._search.search(clause) is not None


@dataclass(frozen=True, eq=False)
class StageRules:
    """The rows of data/en.toml, and whom one talks with by the stage that it makes."""

    stages: tuple[Rule, ...]
    later: tuple[Rule, ...]
    people: Mapping[str, str]

    @cached_property
    def whom(self) -> re.Pattern[str]:
        """Finds people; the number of its group tells which kind."""
        kinds = "|".join(f"({kind})" for kind in self.people.values())
        return re.compile(rf"\b(?:members? (?:of|from) (?:the |our )?)?(?:{kinds})\b")

    def later_rule(self, stage: str) -> Rule:
        """The row of a stage that is looked for behind the kinds of talks."""
        return next(rule for rule in self.later if rule.stage == stage)


@cache
def rules() -> StageRules:
    """The rules that are shipped."""
    data = pkgutil.get_data("careers.process", "data/en.toml") or b""
    table = tomllib.loads(data.decode())
    return StageRules(
        tuple(_rule(row, table["nouns"]) for row in table["stages"]),
        tuple(_rule(row, table["nouns"]) for row in table["later"]),
        {stage: "|".join(kinds) for stage, kinds in table["people"].items()},
    )


def _rule(row: Mapping[str, Any], nouns: Mapping[str, str]) -> Rule:
    pattern = "|".join(row["patterns"])
    for name, noun in nouns.items():
        pattern = pattern.replace(f"{{{name}}}", noun)
    return Rule(row["name"], pattern, row.get("weak", False))


def said(text: str) -> tuple[str, ...]:
    """What a step says that happens, clause by clause: not what is denied or only mentioned."""
    return tuple(clause.text for parts in clauses(text) for clause in parts if not clause.aside)


@lru_cache(maxsize=4096)
def recognise(text: str) -> tuple[str, bool] | None:
    """The stage that a step's plain text names, and whether it says little; None for none.

    ``call`` stands for a conversation that says nothing else of itself.
    """
    found = filter(None, map(_sentence, clauses(text)))
    return next(found, None)


def _sentence(sentence: list[Clause]) -> tuple[str, bool] | None:
    found: tuple[str, bool] | None = None
    for clause in sentence:
        if clause.aside or (found and not clause.purpose):
            continue
        stage = _clause(clause.text, sentence)
        if stage and not stage[1] and not (found and stage[0] == "applied"):
            return stage
        found = found or stage
    return found


def _clause(text: str, sentence: list[Clause]) -> tuple[str, bool] | None:
    """The stage of a clause, and whether it says little."""
    known = rules()
    if rule := _first(known.stages, _what(text)) or _first(known.stages, text):
        return rule.stage, False
    whole = " ".join(clause.text for clause in sentence if not clause.aside and not clause.purpose)
    if stage := _with_whom(text, whole):
        return stage, False
    if rule := _first(known.later, text):
        opens = rule.stage == CALL and any(_GETTING_TO_KNOW.search(c.text) for c in sentence)
        return (_SCREEN if opens else rule.stage), rule.weak
    return None


def _first(rows: Iterable[Rule], text: str) -> Rule | None:
    return next((rule for rule in rows if rule.found(text)), None) if text else None


def _what(text: str) -> str:
    """What is done, without whom it is done with; empty where nobody is named."""
    at = _WITH.search(text)
    return text[: at.start()] if at and rules().whom.search(text, at.end()) else ""


def _with_whom(text: str, sentence: str) -> str | None:
    """The stage of a talk with somebody; several kinds of people make it `interviews`."""
    known = rules()
    if known.later_rule(_INFORMAL).found(text) or not _TALKING.search(text):
        return None
    stages = list(known.people)
    kinds = {
        stages[match.lastindex - 1] for match in known.whom.finditer(sentence) if match.lastindex
    }
    if len(kinds) > 1:
        return "executive-interview" if kinds <= _LEADERS else "interviews"
    if kinds == {"team-interview"} and known.later_rule(_MEETING).found(text):
        return _MEETING
    return kinds.pop() if kinds else None
