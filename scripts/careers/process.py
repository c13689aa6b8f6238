"""The interview process of a posting: the steps of its list, and the stages they name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careers.posting import Posting
    from careers.problem import Problem, Span

APPLIED = "applied"
HIRED, REJECTED, WITHDRAWN = TERMINAL = ("hired", "rejected", "withdrawn")
PREFIX = "stage:"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the list. ``stage`` is None where the step names none.

    ``named`` says by what: the author (bold words, or ``stages:`` in the front matter) or the
    vocabulary. ``text`` is the step's own Markdown, without what is nested below it.
    """

    span: Span
    text: str
    stage: str | None = None
    named: Literal["author", "vocabulary"] | None = None


@dataclass(frozen=True)
class Process:
    """A posting's process. ``stages`` begins with ``applied`` and ends before ``hired``.

    ``problems`` says what keeps it from being a pipeline (no section, no list, broken list).
    """

    steps: tuple[Step, ...] = ()
    stages: tuple[str, ...] = (APPLIED,)
    section: Span | None = None
    problems: tuple[Problem, ...] = ()


def read_process(posting: Posting, vocabulary: Mapping[str, tuple[str, ...]]) -> Process:
    """Read the process of a posting; ``vocabulary`` is ``[stages]`` of the settings."""
    raise NotImplementedError
