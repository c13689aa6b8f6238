"""YAML as people write it by hand: every value with its place, and none of YAML's surprises.

Scalars stay the text that was written (``NO`` is a country, ``2026-01-02`` a date for the
model to read); anchors, aliases and tags are refused, so a few lines cannot grow into millions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from careers.pattern import lazy
from careers.problem import Problem, Span
from careers.source import Source

MAX_DEPTH = 16
MAX_NODES = 5_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_UNPRINTABLE = lazy("[^\t\n -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = lazy("[\ud800-\udfff]")
_CURE = "see the example in docs/postings.md"

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
    builder = _Builder(tree, first_line, Source(text))
    if odd := _odd(text):
        message = f"a character U+{ord(odd[0]):04X}, which YAML does not allow"
        tree.problems.append(Problem(builder.span(odd.start(), odd.end()), message, "delete it"))
        return tree
    try:
        for event in yaml.parse(text, Loader=_Loader):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = mark.index if mark else 0
        tree.problems.append(Problem(builder.span(at, at), _plain(error), _CURE))
    except yaml.YAMLError as error:
        message = f"this is not YAML: {error}".split("\n")[0]
        tree.problems.append(Problem(Span.at(first_line), message, _CURE))
    tree.value = builder.root
    return tree


def _odd(text: str) -> re.Match[str] | None:
    """The first character that YAML does not allow; most texts need no search for one."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return None
    return _UNPRINTABLE.search(text)


def _plain(error: yaml.MarkedYAMLError) -> str:
    what = " ".join(part for part in (error.context, error.problem) if part)
    return f"this is not YAML: {what}"


def _is_broken(value: str) -> bool:
    return not value.isprintable() and _SURROGATE.search(value) is not None


class _Builder:
    """Builds values out of parser events, with a stack instead of recursion."""

    def __init__(self, tree: Tree, first_line: int, source: Source) -> None:
        self.tree = tree
        self.first_line = first_line
        self.source = source
        self.root: Any = None
        self.nodes = 0
        self.stack: list[tuple[Any, Path, list[str]]] = []

    def take(self, event: Any) -> bool:
        """Add one event; False where reading on would be unsafe."""
        if refusal := self._refusal(event):
            return self._refuse(event, *refusal)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            return self._open(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            _, path, _ = self.stack.pop()
            self.tree.places[path] = self._until(self.tree.places[path], event)
        return True

    def _refusal(self, event: Any) -> tuple[str, str] | None:
        """What is wrong with an event, and the cure."""
        if not isinstance(event, yaml.NodeEvent):
            second = isinstance(event, yaml.DocumentStartEvent) and self.nodes
            return ("a second document begins here", "remove the line `---`") if second else None
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            return "anchors and aliases are not read here", "write the value out"
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            return f"the tag {tag} is not read here", "write the plain value"
        self.nodes += 1
        if self.nodes > MAX_NODES or len(self.stack) >= MAX_DEPTH:
            return "this holds more than a posting has use for", "shorten it"
        if isinstance(event, yaml.ScalarEvent) and _is_broken(event.value):
            return "half of a surrogate pair is no character", "write the character itself"
        return None

    def span(self, start: int, end: int) -> Span:
        """The place of ``text[start:end]`` in the file."""
        end = min(end, len(self.source.text))
        at, shift = self.source.span(min(start, end), end), self.first_line - 1
        return Span(at.line + shift, at.column, at.end_line + shift, at.end_column)

    def _span(self, event: Any) -> Span:
        # A mark's own line counts U+0085, U+2028 and U+2029 as line ends; editors do not.
        return self.span(event.start_mark.index, event.end_mark.index)

    def _until(self, span: Span, event: Any) -> Span:
        """Ends a flow collection at its bracket; a block's end mark lies past the block."""
        end = self._span(event)
        if (end.end_line, end.end_column) > (end.line, end.column):
            return Span(span.line, span.column, end.end_line, end.end_column)
        return span

    def _refuse(self, event: Any, message: str, cure: str) -> bool:
        at = event.start_mark.index
        self.tree.problems.append(Problem(self.span(at, at), message, cure))
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
            self._forget((*path, key), mapping[key])
        self.tree.keys[(*path, key)] = span
        pending.append(key)

    def _forget(self, path: Path, value: Any) -> None:
        """Drop the places inside a value that another takes the place of."""
        if isinstance(value, dict | list):
            for found in (self.tree.places, self.tree.keys):
                for below in [p for p in found if len(p) > len(path) and p[: len(path)] == path]:
                    del found[below]

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
