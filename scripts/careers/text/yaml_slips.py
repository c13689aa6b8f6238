"""Slips of YAML that people make by hand, and their cure: a value that wants quotes, a tab.

It is loaded where a text is not YAML. What is offered was tried: with it, the text is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from careers.text.diagnostics import Edit, Problem, Span
from careers.text.yaml_reader import Path, Tree, read_yaml

_MOST = 20
"""Slips of one text that are looked for; more are another kind of file."""
_ABOVE = 40
"""Lines above the place where reading stopped: a quote that is never closed is found far below."""
_FIELD = re.compile(r"(?P<head>[ ]*(?:- +)?(?:[\w-]+(?: [\w-]+)?:[ \t]+|(?<=- )))(?P<value>\S.*)")
_COMMENT = re.compile(r"[ \t]+#.*\Z")
# A list or a mapping that goes on, or whose end is missing.
_OPEN = re.compile(r"\[[^\]]*\]?|\{[^}]*\}?")
_WHOLE = re.compile(r"([\"']).*\1")
_STARRED = re.compile(r"\*.+\*")
_INDENT = re.compile(r"[ \t]*")


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


class _Change(NamedTuple):
    """Lines (from 0) in new words, and what was wrong there."""

    lines: dict[int, str]
    problem: Problem


def mend(text: str, first_line: int = 1) -> Mended | None:
    """Mend each slip of a text; None where a part of it could not be mended.

    ``first_line`` is the line of the file at which the text begins.
    """
    lines = text.split("\n")
    found: list[Problem] = []
    stopped = _stopped(lines)
    while stopped is not None and len(found) < _MOST:
        change = next((c for c in _changes(lines, stopped, first_line) if _helps(lines, c)), None)
        if change is None:
            return None
        lines = _with(lines, change)
        found.append(change.problem)
        stopped = _stopped(lines)
    return _mended(text, lines, found, first_line) if stopped is None else None


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


def _helps(lines: list[str], change: _Change) -> bool:
    """Whether reading goes on past the lines that change, and no less far than before."""
    before, after = _stopped(lines), _stopped(_with(lines, change))
    return after is None or (after > max(change.lines) and after > (before or 0))


def _with(lines: list[str], change: _Change) -> list[str]:
    return [change.lines.get(number, line) for number, line in enumerate(lines)]


def _changes(lines: list[str], stopped: int, first: int) -> Iterator[_Change]:
    tabs = {n: _spaced(line) for n, line in enumerate(lines) if "\t" in _INDENT.match(line)[0]}  # type: ignore[index]
    if tabs:
        yield _Change(tabs, _tab(lines, tabs, first))
    for number in range(stopped, max(-1, stopped - _ABOVE), -1):
        match = _FIELD.fullmatch(lines[number].rstrip())
        if match and _is_text(match["value"]):
            yield from _quoted(match, number, first)


def _is_text(value: str) -> bool:
    """Whether a value is text that YAML takes for something else, and no YAML that has a flaw."""
    if _OPEN.fullmatch(value) or _WHOLE.fullmatch(value) or not re.search(r"\w", value):
        return False
    tree = read_yaml(f"a: {value}")
    return tree.broken and (not tree.refused or bool(_STARRED.fullmatch(value)))


def _spaced(line: str) -> str:
    indent = _INDENT.match(line)
    width = indent.end() if indent else 0
    return line[:width].replace("\t", "  ") + line[width:]


def _tab(lines: list[str], tabs: dict[int, str], first: int) -> Problem:
    edits, at = [], min(tabs)
    for number in tabs:
        indent = _INDENT.match(lines[number])
        width = indent.end() if indent else 0
        span = Span.at(number + first, 1, width)
        edits.append(Edit(span, lines[number][:width].replace("\t", "  ")))
    message = "a tab at the beginning of the line, which YAML does not take"
    column = lines[at].index("\t") + 1
    return Problem(Span.at(at + first, column, 1), message, "write blanks", edits=tuple(edits))


def _quoted(match: re.Match[str], number: int, first: int) -> Iterator[_Change]:
    written = match["value"]
    comment = _COMMENT.search(written)
    value = written[: comment.start()] if comment else written
    mark, span = value[0], Span.at(number + first, match.end("head") + 1, len(value))
    found = []
    if mark in "\"'" and mark not in value[1:]:
        message = f"the value opens with {mark} and is never closed"
        found.append((value + mark, message, "close it"))
    message = f"`{value[:60]}` is not plain text for YAML: {_why(value)}"
    found.append((_in_quotes(value), message, "put the value in quotes"))
    for new, message, cure in found:
        problem = Problem(span, message, f"{cure}: {new}", edits=(Edit(span, new),))
        yield _Change({number: match["head"] + new + (comment[0] if comment else "")}, problem)


def _in_quotes(value: str) -> str:
    plain = not re.search(r'["\\]', value)
    return f'"{value}"' if plain else "'" + value.replace("'", "''") + "'"


def _why(value: str) -> str:
    if re.match(r"[\[{]", value):
        return f"it begins like a {'list' if value[0] == '[' else 'mapping'}"
    if ": " in value or value.endswith(":"):
        return "a colon and a blank divide a name from its value"
    return f"it begins with {value[0]}" if not value[0].isalnum() else "a mark in it is YAML's own"
