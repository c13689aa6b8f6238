"""Front matter in one style: fields in the model's order, lists and mappings as blocks.

It works on the lines and the places of the values, so that a comment cannot be lost: what it
does not understand it moves as it stands.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from careers.fixes._values import COMMENT, Field, Writer, is_filled, rank
from careers.posting.frontmatter import FrontMatter
from careers.text.diagnostics import Span
from careers.text.yaml_reader import Path, Tree, read_yaml

_EDITOR = "yaml-language-server"


def ordered_fields(lines: Sequence[str]) -> list[str]:
    """The lines between the fences in one style; the same ones where that is not safe."""
    tree = read_yaml("\n".join(lines) + "\n")
    keys = {span.line: path[0] for path, span in tree.keys.items() if len(path) == 1}
    margin = all(tree.keys[name,].column == 1 for name in keys.values())
    if (
        tree.problems
        or not isinstance(tree.value, dict)
        or not margin
        or len(keys) != len(tree.value)
    ):
        return list(lines)
    writer = Writer(tree, lines, _masked(tree, lines), _tall(tree))
    top, fields, end = _split(writer, {line: str(name) for line, name in keys.items()})
    made = [*top]
    for entry in sorted(fields, key=lambda entry: rank(entry.name, FrontMatter)):
        made += [*entry.above, *writer.field(entry)]
    made += end
    return made if _sound(tree, lines, made) else list(lines)


def _split(writer: Writer, keys: dict[int, str]) -> tuple[list[str], list[Field], list[str]]:
    """What stays on top, the fields, and what stays at the end."""
    top: list[str] = []
    fields: list[Field] = []
    waiting: list[str] = []
    inside = {n for span in writer.tall.values() for n in range(span.line, span.end_line)}
    for number, line in enumerate(writer.lines, 1):
        if number in keys:
            fields.append(Field(keys[number], number, number, [line], waiting))
            waiting = []
        elif number in inside:
            fields[-1].add(number, line)
        elif line.startswith("#"):
            waiting.append(line.rstrip())
            if _EDITOR in line and not fields:
                top, waiting = [*top, *waiting], []
        elif line.strip(" \t") and fields:
            # Comments at the margin inside a value belong to it.
            fields[-1].add(number, *waiting, line)
            waiting = []
        elif not line.strip(" \t") and not fields:
            # A blank line sets the comments above it apart from the first field.
            top, waiting = [*top, *waiting], []
            top += [""] if top and top[-1] else []
    return top, fields, waiting


def _sound(old: Tree, lines: Sequence[str], made: list[str]) -> bool:
    """Whether nothing was lost: every value, every comment."""
    new = read_yaml("\n".join(made) + "\n")
    if new.problems or new.value != old.value:
        return False
    return sorted(_comments(old, lines)) == sorted(_comments(new, made))


def _comments(tree: Tree, lines: Sequence[str]) -> Iterator[str]:
    for line in _masked(tree, lines):
        if match := COMMENT.search(line):
            yield match[0].rstrip()


def _masked(tree: Tree, lines: Sequence[str]) -> list[str]:
    """The lines with keys and single values blanked, so that a ``#`` left is a comment's."""
    rows = [list(line) for line in lines]
    spans = [*tree.keys.values()]
    spans += [span for path, span in tree.places.items() if not is_filled(_at(tree.value, path))]
    for span in spans:
        for number in range(span.line, min(span.end_line, len(rows)) + 1):
            start = span.column - 1 if number == span.line else 0
            end = span.end_column - 1 if number == span.end_line else len(rows[number - 1])
            rows[number - 1][start:end] = "x" * max(0, min(end, len(rows[number - 1])) - start)
    return ["".join(row) for row in rows]


def _tall(tree: Tree) -> dict[Path, Span]:
    """The single values that run over several lines, where blanks and blank lines may count."""
    return {
        path: span
        for path, span in tree.places.items()
        if span.line != span.end_line and path and not is_filled(_at(tree.value, path))
    }


def _at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value
