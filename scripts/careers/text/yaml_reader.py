"""YAML as people write it by hand: every value with its place, and none of YAML's surprises.

Scalars stay the text that was written (``NO`` is a country, ``2026-01-02`` a date for the
model to read); anchors, aliases and tags are refused, so a few lines cannot grow into millions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from careers.text.diagnostics import Problem, Span
from careers.text.source import Source

MAX_DEPTH = 16
MAX_NODES = 5_000

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NODE, _SCALAR = yaml.NodeEvent, yaml.ScalarEvent
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
# All but what YAML calls printable; written so, it compiles in a tenth of the time.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_CURE = "put a value that is text in quotes; docs/postings.md has an example"

# What the parser says, in words for people who have no parser in mind.
_WORDS = {
    "did not find expected key": "a field `name: value` is expected here",
    "did not find expected '-'": "an item of the list, `- …`, is expected here",
    "did not find expected ','": "a comma or the closing bracket is missing",
    "mapping values are not allowed": "a colon stands where none may",
    "could not find expected ':'": "a name without a colon and a value",
    "cannot start any token": "a value cannot begin with this character",
    "unexpected end of stream": "a quote is never closed",
    "unknown escape": "a backslash in double quotes begins no character here",
    "escape code": "an escape in double quotes is no character",
    "block sequence entries are not allowed": "an item of a list may not begin here",
}

Path = tuple[str | int, ...]


class Places(Mapping[Path, Span]):
    """Spans by path. Most are never asked for: each is made from its offsets when it is."""

    def __init__(self, source: Source, first_line: int) -> None:
        self._source = source
        self._shift = first_line - 1
        self.offsets: dict[Path, tuple[int, int]] = {}

    def __getitem__(self, path: Path) -> Span:
        return self.span(*self.offsets[path])

    def __iter__(self) -> Iterator[Path]:
        return iter(self.offsets)

    def __len__(self) -> int:
        return len(self.offsets)

    def span(self, start: int, end: int) -> Span:
        """The place of ``text[start:end]`` in the file."""
        end = min(end, len(self._source.text))
        at, shift = self._source.span(min(start, end), end), self._shift
        return Span(at.line + shift, at.column, at.end_line + shift, at.end_column)


@dataclass
class Tree:
    """What a YAML text holds.

    ``value`` is None, a str, a list or a dict with str keys; ``places`` has the span of each
    value by its path, ``keys`` that of each mapping key. ``broken`` says that it is not YAML from
    some place on, where its last problem is; ``refused``, that it would be YAML there, but of a
    kind that is not read.
    """

    places: Mapping[Path, Span]
    keys: Mapping[Path, Span]
    value: Any = None
    problems: list[Problem] = field(default_factory=list)
    broken: bool = False
    refused: bool = False


def read_yaml(text: str, first_line: int = 1) -> Tree:
    """Read YAML. ``first_line`` is the line of the file at which ``text`` begins."""
    builder = _Builder(Source(text), first_line)
    problems = builder.problems
    broken = True
    try:
        if odd := _odd(text):
            message = f"a character U+{ord(odd[0]):04X}, which YAML does not allow"
            problems.append(Problem(builder.places.span(*odd.span()), message, "delete it"))
        else:
            builder.build(iter(_Loader(text).get_event, None))
            broken = builder.refused
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = mark.index if mark else 0
        problems.append(Problem(builder.places.span(at, at), _plain(error), _CURE))
    except yaml.YAMLError as error:
        message = f"this is not YAML: {error}".split("\n")[0]
        problems.append(Problem(Span.at(first_line), message, _CURE))
    return Tree(builder.places, builder.keys, builder.root, problems, broken, builder.refused)


def _odd(text: str) -> re.Match[str] | None:
    """The first character that YAML does not allow; most texts need no search for one."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return None
    return _UNPRINTABLE.search(text)


def _plain(error: yaml.MarkedYAMLError) -> str:
    said = error.problem or ""
    known = (words for part, words in _WORDS.items() if part in said)
    return f"this is not YAML: {next(known, said or 'it cannot be read')}"


class _Builder:
    """Builds values out of parser events, with a stack instead of recursion."""

    def __init__(self, source: Source, first_line: int) -> None:
        self.places = Places(source, first_line)
        self.keys = Places(source, first_line)
        self.problems: list[Problem] = []
        self.root: Any = None
        self.refused = False
        self.nodes = 0
        # The collection that is open, its path, and the key that waits for its value.
        self.inner: Any = None
        self.path: Path = ()
        self.key: str | None = None
        self.stack: list[tuple[Any, Path]] = []

    def build(self, events: Iterable[Any]) -> None:
        """Take the events up to one after which reading on would be unsafe."""
        taking = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
        }
        for event in events:
            refusal = self._refusal(event)
            if refusal:
                at = event.start_mark.index
                self.problems.append(Problem(self.places.span(at, at), *refusal))
                self.refused = True
                return
            take = taking.get(type(event))
            if take:
                take(event)

    def _refusal(self, event: Any) -> tuple[str, str] | None:
        """What is wrong with an event, and the cure."""
        if not isinstance(event, _NODE):
            second = isinstance(event, yaml.DocumentStartEvent) and self.nodes
            return ("a second document begins here", "remove the line `---`") if second else None
        if event.anchor:  # an alias has one too
            return "anchors and aliases are not read here", "write the value out, text in quotes"
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            return f"the tag {tag} is not read here", "write the plain value, text in quotes"
        self.nodes += 1
        if self.nodes > MAX_NODES or len(self.stack) >= MAX_DEPTH:
            return "this holds more than a posting has use for", "shorten it"
        if isinstance(event, _SCALAR):
            broken = not event.value.isprintable() and _SURROGATE.search(event.value)
            cure = "write the character itself"
            return ("half of a surrogate pair is no character", cure) if broken else None
        return ("a key must be a word", "quote it") if self._wants_key() else None

    def _wants_key(self) -> bool:
        return self.key is None and isinstance(self.inner, dict)

    def _scalar(self, event: Any) -> None:
        # A mark's own line counts U+0085, U+2028 and U+2029 as line ends; editors do not.
        offsets = (event.start_mark.index, event.end_mark.index)
        value = event.value
        if self.key is not None or not isinstance(self.inner, dict):
            self._add(None if not event.style and value in _NULLS else value, offsets)
            return
        path = (*self.path, value)
        if value in self.inner:
            message = f"`{value}` stands twice"
            span = self.keys.span(*offsets)
            self.problems.append(Problem(span, message, "keep one of the two"))
            self._forget(path, self.inner[value])
        self.keys.offsets[path] = offsets
        self.key = value

    def _forget(self, path: Path, value: Any) -> None:
        """Drop the places inside a value that another takes the place of."""
        if isinstance(value, dict | list):
            for found in (self.places.offsets, self.keys.offsets):
                for below in [p for p in found if len(p) > len(path) and p[: len(path)] == path]:
                    del found[below]

    def _open(self, event: Any) -> None:
        value: Any = {} if isinstance(event, yaml.MappingStartEvent) else []
        start = min(event.start_mark.index, event.end_mark.index)
        path = self._add(value, (start, start))
        self.stack.append((self.inner, self.path))
        self.inner, self.path = value, path

    def _close(self, event: Any) -> None:
        """Ends a flow collection at its bracket; a block's end mark lies past the block."""
        start, end = event.start_mark.index, event.end_mark.index
        if end > start:
            self.places.offsets[self.path] = (self.places.offsets[self.path][0], end)
        self.inner, self.path = self.stack.pop()

    def _add(self, value: Any, offsets: tuple[int, int]) -> Path:
        if self.key is not None:
            path = (*self.path, self.key)
            self.inner[self.key] = value
            self.key = None
        elif self.inner is None:
            path = ()
            self.root = value
        else:
            path = (*self.path, len(self.inner))
            self.inner.append(value)
        self.places.offsets[path] = offsets
        return path
