"""What a process is: steps, and the stages that they name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from careers.text.diagnostics import Problem, Span

APPLIED = "applied"
HIRED, REJECTED, WITHDRAWN = TERMINAL = ("hired", "rejected", "withdrawn")
PREFIX = "stage:"

_INITIALS = frozenset(
    ["ceo", "cfo", "coo", "cpo", "cto", "cv", "hr", "it", "qa", "rfc", "ui", "ux", "vp"]
)

NamedBy = Literal["author", "vocabulary"]


class Step(NamedTuple):
    """One step of the list. ``stage`` is None where the step names none.

    ``named`` says by what: the author (bold words, or ``stages:`` in the front matter) or the
    vocabulary. ``text`` is the step's own Markdown, without what is nested below it.
    """

    span: Span
    text: str
    stage: str | None = None
    named: NamedBy | None = None


@dataclass(frozen=True)
class Process:
    """A posting's process. ``stages`` begins with ``applied`` and ends before ``hired``.

    No two steps share a stage. ``problems`` says what keeps it from being a pipeline (no list,
    a broken list), ``naming`` what is wrong with the names of its steps. ``section`` is None
    where the posting has no section about its process.
    """

    steps: tuple[Step, ...] = ()
    stages: tuple[str, ...] = (APPLIED,)
    section: Span | None = None
    problems: tuple[Problem, ...] = ()
    naming: tuple[Problem, ...] = ()


def spoken(stage: str) -> str:
    """A stage's name within a sentence: ``phone screen``, ``VP interview``."""
    return " ".join(word.upper() if word in _INITIALS else word for word in stage.split("-"))


def current_name(stage: str, renamed: Mapping[str, str]) -> str:
    """A stage's name today, through all renames."""
    passed = set()
    while stage in renamed and stage not in passed:
        passed.add(stage)
        stage = renamed[stage]
    return stage
