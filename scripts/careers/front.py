"""Reads front matter: values that are typed, fields that know their place, errors with a cure."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from careers.frontmatter import FrontMatter, Location, Salary
from careers.problem import Problem, Span
from careers.yamltext import Path, read_yaml

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


@dataclass(frozen=True)
class Front:
    """A front matter as read. ``data`` is None where a value is wrong or the YAML is.

    ``raw`` holds what was written, by field; ``syntax`` what is wrong with the YAML,
    ``problems`` what is wrong with the values.
    """

    data: FrontMatter | None
    raw: dict[str, Any] = field(default_factory=dict)
    places: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    syntax: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = ()

    def place(self, *path: str | int) -> Span | None:
        """Where a field's value stands; where it has none, its key or what holds it."""
        for end in range(len(path), 0, -1):
            value, key = self.places.get(path[:end]), self.keys.get(path[:end])
            if value and (value.line, value.column) != (value.end_line, value.end_column):
                return value
            if key or value:
                return key or value
        return None


def read_front(text: str, first_line: int) -> Front:
    """Read the YAML between the fences; ``first_line`` is the line after the opening one."""
    tree = read_yaml(text, first_line)
    syntax = tuple(tree.problems)
    if not isinstance(tree.value, dict | None):
        cure = "write one field a line, e.g. `title: Product Manager`"
        problem = Problem(Span.at(first_line), "the front matter holds no fields", cure)
        return Front(None, syntax=syntax, problems=() if syntax else (problem,))
    raw = tree.value or {}
    read = Front(None, raw, tree.places, tree.keys, syntax)
    if syntax:
        return read
    try:
        data = FrontMatter.model_validate({k: v for k, v in raw.items() if v is not None})
    except ValidationError as error:
        found = tuple(_problem(read, detail) for detail in error.errors(include_url=False))
        return Front(None, raw, tree.places, tree.keys, syntax, found)
    return Front(data, raw, tree.places, tree.keys)


def _problem(front: Front, detail: ErrorDetails) -> Problem:
    path = tuple(detail["loc"])
    name = ".".join(str(step) for step in path)
    if detail["type"] == "extra_forbidden":
        return Problem(
            front.keys.get(path) or front.place(*path) or Span.at(1),
            f"unknown field `{name}`",
            _nearest(path),
        )
    span = front.place(*path) or Span.at(1)
    if detail["type"] == "missing":
        return Problem(span, f"`{name}` is missing", _example(path))
    wrong = detail["msg"].removeprefix("Value error, ").removeprefix("Input ")
    given = detail["input"]
    shown = f" (it is `{given[:60]}`)" if isinstance(given, str) else ""
    return Problem(span, f"`{name}`: {wrong}{shown}", _example(path))


def _fields(path: Path) -> dict[str, Any]:
    """The fields that may stand beside the last step of a path."""

    models = {"salary": Salary, "locations": Location}
    model = models.get(str(path[0]), FrontMatter) if len(path) > 1 else FrontMatter
    return dict(model.model_fields)


def _nearest(path: Path) -> str:
    names = list(_fields(path))
    near = get_close_matches(str(path[-1]).lower().replace("-", "_"), names, n=1, cutoff=0.6)
    return f"did you mean `{near[0]}`?" if near else f"the fields are: {', '.join(names)}"


def _example(path: Path) -> str:
    names = [step for step in path if isinstance(step, str)]
    known = _fields(tuple(names)).get(names[-1]) if names else None
    examples = getattr(known, "examples", None)
    return f"e.g. `{names[-1]}: {examples[0]}`" if examples else "see docs/postings.md"
