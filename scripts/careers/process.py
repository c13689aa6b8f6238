"""The interview process of a posting: the steps of its list, and the stages they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from careers.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careers.posting import Posting
    from careers.problem import Span

APPLIED = "applied"
HIRED, REJECTED, WITHDRAWN = TERMINAL = ("hired", "rejected", "withdrawn")
PREFIX = "stage:"

NamedBy = Literal["author", "vocabulary"]


@dataclass(frozen=True, slots=True)
class Step:
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


def read_process(posting: Posting, vocabulary: Mapping[str, tuple[str, ...]]) -> Process:
    """Read the process of a posting; ``vocabulary`` is ``[stages]`` of the settings.

    It never raises: a text without a process has the one stage ``applied`` and a problem.
    """
    from careers.stepnames import listed_steps, named_steps  # noqa: PLC0415 - both need Step
    from careers.steps import find_list  # noqa: PLC0415 - the same

    found = find_list(posting.body)
    listed, disagree = listed_steps(posting, found.steps, vocabulary)
    steps, naming = named_steps(listed)
    stages = [step.stage for step in steps if step.stage and step.stage != APPLIED]
    problems = [*found.problems] if found.steps or not steps else []
    return Process(
        tuple(steps),
        (APPLIED, *stages),
        found.section,
        (*problems, *disagree),
        tuple(naming),
    )
