"""YAML as people write it by hand: every value with its place, and none of YAML's surprises.

Scalars stay the text that was written (``NO`` is a country, ``2026-01-02`` a date for the
model to read); anchors, aliases and tags are refused, so a few lines cannot grow into millions.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from careers.problem import Problem, Span

MAX_DEPTH = 16
MAX_NODES = 5_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})

Path = tuple[str | int, ...]


@dataclass
class Tree:
    """What a YAML text holds.

    ``value`` is None, a str, a list or a dict with str keys; ``places`` has the span of each
    value by its path, ``keys`` that of each mapping key.
    """

    value: Any = None
    places: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_yaml(text: str, first_line: int = 1) -> Tree:
    """Read YAML. ``first_line`` is the line of the file at which ``text`` begins."""
    tree = Tree()
    builder = _Builder(tree, first_line)
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = _place(mark, first_line, text) if mark else Span.at(first_line)
        tree.problems.append(Problem(where, _plain(error), "see the example in docs/postings.md"))
    except yaml.YAMLError as error:
        tree.problems.append(
            Problem(Span.at(first_line), f"this is not YAML: {error}".split("\n")[0])
        )
    tree.value = builder.root
    return tree


def _plain(error: yaml.MarkedYAMLError) -> str:
    what = " ".join(part for part in (error.context, error.problem) if part)
    return f"this is not YAML: {what}"


def _place(mark: Any, first_line: int, text: str) -> Span:
    lines = text.split("\n")
    line = min(mark.line, len(lines) - 1)
    return Span.at(first_line + line, min(mark.column, len(lines[line])) + 1)


class _Builder:
    """Builds values out of parser events, with a stack instead of recursion."""

    def __init__(self, tree: Tree, first_line: int) -> None:
        self.tree = tree
        self.first_line = first_line
        self.root: Any = None
        self.nodes = 0
        self.stack: list[tuple[Any, Path, list[str]]] = []

    def take(self, event: Any) -> bool:
        """Add one event; False where reading on would be unsafe."""
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return self._refuse(
                event, "anchors and aliases are not read here", "write the value out"
            )
        if isinstance(event, yaml.NodeEvent) and getattr(event, "tag", None) not in (None, "!"):
            return self._refuse(
                event, f"the tag {event.tag} is not read here", "write the plain value"
            )
        if isinstance(event, yaml.NodeEvent):
            self.nodes += 1
            if self.nodes > MAX_NODES or len(self.stack) >= MAX_DEPTH:
                return self._refuse(
                    event, "this holds more than a posting has use for", "shorten it"
                )
        if isinstance(event, yaml.DocumentStartEvent) and self.nodes:
            return self._refuse(event, "a second document begins here", "remove the line `---`")
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            return self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            _, path, _ = self.stack.pop()
            self.tree.places[path] = self._until(self.tree.places[path], event)
        return True

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        return Span(
            self.first_line + start.line,
            start.column + 1,
            self.first_line + end.line,
            end.column + 1,
        )

    def _until(self, span: Span, event: Any) -> Span:
        """A flow collection ends at its bracket; a block's end mark lies past it, so it keeps its start."""
        end = self._span(event)
        if (end.end_line, end.end_column) > (end.line, end.column):
            return Span(span.line, span.column, end.end_line, end.end_column)
        return span

    def _refuse(self, event: Any, message: str, cure: str) -> bool:
        start = event.start_mark
        place = Span.at(self.first_line + start.line, start.column + 1)
        self.tree.problems.append(Problem(place, message, cure))
        return False

    def _scalar(self, event: Any) -> None:
        if self.stack and isinstance(self.stack[-1][0], dict) and not self.stack[-1][2]:
            self._key(event)
            return
        value = None if not event.style and event.value in _NULLS else event.value
        self._add(value, self._span(event))

    def _key(self, event: Any) -> None:
        mapping, path, pending = self.stack[-1]
        key, span = event.value, self._span(event)
        if key in mapping:
            message = f"`{key}` stands twice"
            self.tree.problems.append(Problem(span, message, "keep one of the two"))
        self.tree.keys[(*path, key)] = span
        pending.append(key)

    def _open(self, event: Any) -> bool:
        if self.stack and isinstance(self.stack[-1][0], dict) and not self.stack[-1][2]:
            return self._refuse(event, "a key must be a word", "quote it")
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        start = self._span(event)
        path = self._add(value, Span.at(start.line, start.column))
        self.stack.append((value, path, []))
        return True

    def _add(self, value: Any, span: Span) -> Path:
        if not self.stack:
            self.root = value
            self.tree.places[()] = span
            return ()
        parent, path, pending = self.stack[-1]
        if isinstance(parent, dict):
            step: str | int = pending.pop()
            parent[step] = value
        else:
            step = len(parent)
            parent.append(value)
        self.tree.places[*path, step] = span
        return (*path, step)
