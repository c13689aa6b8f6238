"""What a row of the vocabulary is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

# Nouns that stand for talking, and for work to hand in; fragments of patterns.
TALK = r"(?:call|chat|conversation|discussion|interview|meeting|round|session|talk|zoom)s?"
WORK = (
    r"(?:assessment|assignment|challenge|exercise|homework|kata|problem|project|quiz|task|test)s?"
)


@dataclass(frozen=True)
class Rule:
    """One row: ``stage`` where ``pattern`` is found.

    ``hints`` are substrings, one of which every match holds; they spare most searches, and the
    compiling. A ``weak`` row says little, and gives way to what the step's purpose says.
    """

    stage: str
    hints: tuple[str, ...]
    pattern: str
    weak: bool = False

    @cached_property
    def _search(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?:{self.pattern})\b")

    def found(self, clause: str) -> bool:
        """Whether a clause names this stage."""
        return any(hint in clause for hint in self.hints) and bool(self._search.search(clause))


def row(stage: str, hints: str, *patterns: str, weak: bool = False) -> Rule:
    """A row; ``hints`` in one string, the alternatives of its pattern one by one."""
    return Rule(stage, tuple(hints.split()), "|".join(patterns), weak)
