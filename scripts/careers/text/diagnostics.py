"""What a finding is: a place in a file, a code, a severity, what is wrong and what to type."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding matters. An error fails the check; ``off`` silences it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"

    @property
    def rank(self) -> int:
        """0 for the worst, so that sorting puts errors first."""
        return list(Severity).index(self)


class Span(NamedTuple):
    """A place in a file: lines and columns count characters from 1; the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def at(cls, line: int, column: int = 1, length: int = 0) -> Span:
        """A place inside one line."""
        return cls(line, column, line, column + length)


@dataclass(frozen=True, slots=True)
class Edit:
    """A mend: ``text`` takes the place of ``span``; an empty span is where it is put in.

    The end of a line is the span from its last column to the first of the next line. An edit
    that changes nothing, at the very start, takes the byte order mark away: it has no column.
    """

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: ``code`` names the check and its page, ``help`` is the cure.

    ``edits`` together are the mend, where it is mechanical: what renders then differs by what
    the message says and by nothing else.
    """

    path: str
    span: Span
    code: str
    severity: Severity
    message: str
    help: str = ""
    edits: tuple[Edit, ...] = field(default=(), compare=False)

    @property
    def order(self) -> tuple[str, Span, str, str]:
        """Sorts findings as a reader meets them: by file, then by place."""
        return (self.path, self.span, self.code, self.message)


def worst_first(findings: Iterable[Finding]) -> list[Finding]:
    """Errors before warnings before notes; each in the order of files and places."""
    return sorted(findings, key=lambda finding: (finding.severity.rank, finding.order))


@dataclass(frozen=True, slots=True)
class Problem:
    """What a reader or a check has to say; without a severity, its check's own holds."""

    span: Span
    message: str
    help: str = ""
    severity: Severity | None = None
    edits: tuple[Edit, ...] = ()


class CareersError(Exception):
    """Ends a run with a message for people; ``help`` is the cure.

    ``status`` is the exit status: 1 where what was given is wrong, 2 where the tool could not
    run. Neither text may hold a candidate's data: both reach logs.
    """

    def __init__(self, message: str, help: str = "", *, status: int = 2) -> None:  # noqa: A002 - as in Finding
        super().__init__(message)
        self.help = help
        self.status = status
