"""Mends the slips of YAML that people make by hand: kind by kind, as long as it helps.

It is loaded where a text is not YAML. What is offered was tried: with it, the text is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from careers.text.diagnostics import Edit, Problem, Span
from careers.text.yaml_changes import YamlChange, changes
from careers.text.yaml_reader import Path, Tree, read_yaml

_MOST = 20
"""Slips of one text that are looked for; more are another kind of file."""


class Mended(NamedTuple):
    """What a text says once it is YAML; ``problems`` are what was wrong, each with its edit."""

    tree: Tree
    problems: tuple[Problem, ...]


class _AsWritten(Mapping[Path, Span]):
    """Places of a text that was mended, in the text as it was."""

    def __init__(self, places: Mapping[Path, Span], lines: list[str], first: int) -> None:
        self._places, self._lines, self._first = places, lines, first
        self.quoted: dict[int, Span] = {}

    def __getitem__(self, path: Path) -> Span:
        found = self._places[path]
        value = self.quoted.get(found.line)
        if value and found.column >= value.column:
            return value
        ends = (
            self._within(found.line, found.column),
            self._within(found.end_line, found.end_column),
        )
        return Span(found.line, ends[0], found.end_line, ends[1])

    def _within(self, line: int, column: int) -> int:
        return min(column, len(self._lines[line - self._first]) + 1)

    def __iter__(self) -> Iterator[Path]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def mend(text: str, first_line: int = 1) -> Mended | None:
    """Mend each slip of a text; None where a part of it could not be mended.

    ``first_line`` is the line of the file at which the text begins.
    """
    lines = text.split("\n")
    found: list[Problem] = []
    stopped = _stopped(lines)
    while stopped is not None and len(found) < _MOST:
        change = next((c for c in changes(lines, stopped, first_line) if _helps(lines, c)), None)
        if change is None:
            return None
        lines = _with(lines, change)
        found.append(_before(change.problem, [edit for p in found for edit in p.edits]))
        stopped = _stopped(lines)
    return _mended(text, lines, found, first_line) if stopped is None else None


def _before(problem: Problem, made: list[Edit]) -> Problem:
    """A problem of a text that was changed, at its place before; ``made`` are those changes."""
    edits = [replace(edit, span=_span_before(edit.span, made)) for edit in problem.edits]
    return replace(problem, span=_span_before(problem.span, made), edits=tuple(edits))


def _span_before(span: Span, made: list[Edit]) -> Span:
    start, end = (
        _column_before(line, column, made)
        for line, column in ((span.line, span.column), (span.end_line, span.end_column))
    )
    return Span(span.line, start, span.end_line, end)


def _column_before(line: int, column: int, made: list[Edit]) -> int:
    here = sorted((edit for edit in made if edit.span.line == line), key=lambda edit: edit.span)
    longer = 0
    for edit in here:
        start, end = edit.span.column, edit.span.end_column
        if column >= start + longer + len(edit.text):
            longer += len(edit.text) - (end - start)
        elif column > start + longer:  # inside of what was put there
            return start
    return column - longer


def _mended(text: str, lines: list[str], found: list[Problem], first: int) -> Mended:
    tree = read_yaml("\n".join(lines), first)
    for name in ("places", "keys"):
        places = _AsWritten(getattr(tree, name), text.split("\n"), first)
        places.quoted = {p.span.line: p.span for p in found if len(p.edits) == 1}
        setattr(tree, name, places)
    return Mended(tree, tuple(found))


def _stopped(lines: list[str]) -> int | None:
    """The line (from 0) at which reading stops; None where it is YAML to the end."""
    tree = read_yaml("\n".join(lines))
    if not tree.broken:
        return None
    return min(tree.problems[-1].span.line - 1, len(lines) - 1)


def _helps(lines: list[str], change: YamlChange) -> bool:
    """Whether reading goes on past the lines that change, and no less far than before."""
    before, after = _stopped(lines), _stopped(_with(lines, change))
    return after is None or (after > max(change.lines) and after > (before or 0))


def _with(lines: list[str], change: YamlChange) -> list[str]:
    return [change.lines.get(number, line) for number, line in enumerate(lines)]
