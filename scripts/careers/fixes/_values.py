"""The values of a front matter in one style: lists and mappings as blocks, no needless quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from careers.posting.location import joined
from careers.posting.place_of_work import Location
from careers.posting.salary import Salary
from careers.text.diagnostics import Span
from careers.text.yaml_reader import Path, Tree

COMMENT = re.compile(r"(?:^|(?<=\s))#.*")
_MODELS = {"salary": Salary, "locations": Location}
# What every reader of YAML, of 1.1 too, takes for the text that stands there.
_PLAIN = re.compile(r"[^\W\d](?:[\w ./()+&'-]|, |,(?=\w))*(?<! )")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_NOT_TEXT = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})


class _AsItStandsError(Exception):
    """A value that is moved as it stands."""


@dataclass
class Field:
    """A top-level field: its lines from ``start`` to ``end``, and the comments above it."""

    name: str
    start: int
    end: int
    lines: list[str] = field(default_factory=list)
    above: list[str] = field(default_factory=list)

    def add(self, number: int, *lines: str) -> None:
        """Add lines, of which the last has that number."""
        self.end = number
        self.lines += lines


def rank(name: str, model: Any) -> int:
    """Where a field stands in its model; one that it lacks comes last."""
    known = list(model.model_fields)
    return known.index(name) if name in known else len(known)


def is_filled(value: Any) -> bool:
    """Whether a value has others in it."""
    return isinstance(value, dict | list)


@dataclass(frozen=True)
class Writer:
    """Writes the fields of one front matter anew.

    ``masked`` are its lines with keys and single values blanked, ``tall`` the places of the
    single values that run over several lines.
    """

    tree: Tree
    lines: Sequence[str]
    masked: Sequence[str]
    tall: dict[Path, Span]

    def field(self, entry: Field) -> list[str]:
        """A field's lines in the one style, or as they stand."""
        try:
            return self._field(entry)
        except _AsItStandsError:
            tall = any(path[0] == entry.name for path in self.tall)
            return entry.lines if tall else [line.rstrip() for line in entry.lines]

    def _field(self, entry: Field) -> list[str]:
        path, value = (entry.name,), self.tree.value[entry.name]
        key = self.tree.keys[path]
        masked = self.masked[entry.start - 1 : entry.end]
        comments = [match[0] for line in masked if (match := COMMENT.search(line))]
        behind = COMMENT.search(masked[0])
        below = is_filled(value) and self.tree.places[path].line > key.line
        if len(comments) > bool(behind) or (behind and is_filled(value) and not below):
            raise _AsItStandsError
        head, *rest = self._value(f"{self._key(key)}:", value, path)
        return [f"{head}  {behind[0].rstrip()}" if behind else head, *rest]

    def _value(self, head: str, value: Any, path: Path) -> list[str]:
        """A value behind its key or its dash, and the lines below."""
        if not is_filled(value):
            return [f"{head} {self._scalar(value, path)}".rstrip()]
        if not value:
            return [f"{head} {'{}' if isinstance(value, dict) else '[]'}"]
        if isinstance(value, dict):
            return [head, *(f"  {line}" for line in self._mapping(value, path))]
        return [head, *(f"  {line}" for line in self._sequence(value, path))]

    def _mapping(self, value: dict[str, Any], path: Path) -> list[str]:
        model = _MODELS.get(str(path[0]))
        names = sorted(value, key=lambda name: rank(name, model)) if model else list(value)
        made: list[str] = []
        for name in names:
            key = self._key(self.tree.keys[*path, name])
            made += self._value(f"{key}:", value[name], (*path, name))
        return made

    def _sequence(self, value: list[Any], path: Path) -> list[str]:
        made: list[str] = []
        if path == ("locations",) and joined(value) != value:
            raise _AsItStandsError  # one place that was written as two, which is for fix
        for number, item in enumerate(value):
            below = (*path, number)
            if isinstance(item, list):
                raise _AsItStandsError
            if isinstance(item, dict) and item:
                first, *rest = self._mapping(item, below)
                made += [f"- {first}", *(f"  {line}" for line in rest)]
            else:
                made += self._value("-", item, below)
        return made

    def _key(self, span: Span) -> str:
        text = self._text(span)
        return text[1:-1] if text[:1] in "'\"" and _PLAIN.fullmatch(text[1:-1]) else text

    def _scalar(self, value: str | None, path: Path) -> str:
        text = self._text(self.tree.places[path])
        if text[:1] in ("|", ">"):
            raise _AsItStandsError
        if value is None or text[:1] not in ("'", '"'):
            return text
        name = next((step for step in reversed(path) if isinstance(step, str)), "")
        typed = {"posted": _DAY, "closes": _DAY, "min": _NUMBER, "max": _NUMBER}.get(name)
        plain = typed.fullmatch(value) if typed else _is_plain(value)
        return value if plain else text

    def _text(self, span: Span) -> str:
        if span.line != span.end_line:
            raise _AsItStandsError
        return self.lines[span.line - 1][span.column - 1 : span.end_column - 1]


def _is_plain(value: str) -> bool:
    return bool(_PLAIN.fullmatch(value)) and value.lower() not in _NOT_TEXT
