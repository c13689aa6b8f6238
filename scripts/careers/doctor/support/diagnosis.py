"""What was found, how bad it is, and its cure."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How bad it is; an error fails."""

    ERROR = "error"
    WARNING = "warning"
    OK = "ok"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Level).index(self)


class Diagnosis(NamedTuple):
    """``check`` is the examination's name; ``cure`` is empty where all is well.

    ``unasked`` says that nobody knows whether anything is wrong.
    """

    check: str
    level: Level
    message: str
    cure: str = ""
    unasked: bool = False


def ok(message: str) -> Diagnosis:
    """It is as it ought to be."""
    return Diagnosis("", Level.OK, message)


def warning(message: str, cure: str) -> Diagnosis:
    """It may go wrong."""
    return Diagnosis("", Level.WARNING, message, cure)


def unasked(message: str, cure: str = "ask as an administrator") -> Diagnosis:
    """Whoever asked may not know it."""
    return Diagnosis("", Level.WARNING, message, cure, unasked=True)


def switched(name: str, what: str, repository: str, *, on: bool | None) -> Iterator[Diagnosis]:
    """Whether a variable lets `fetch` do something; nothing where it does."""
    if on is None:
        yield unasked(f"whether the variable {name} is `true` could not be asked")
    elif not on:
        place = f"https://github.com/{repository}/settings/variables/actions"
        yield error(f"the variable {name} is not `true`: {what}", f"set it: {place}")


def error(message: str, cure: str) -> Diagnosis:
    """It goes wrong."""
    return Diagnosis("", Level.ERROR, message, cure)
