"""Says what is wrong with a front matter, in words for people, with a cure.

It is loaded when there is something to say, so that a sound posting does not wait for it.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from careers.posting.frontmatter import FrontMatter, Location, Salary
from careers.posting.frontmatter_fixes import intended_field, intended_value
from careers.text.diagnostics import Edit, Problem, Span
from careers.text.yaml_reader import Path

if TYPE_CHECKING:
    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from careers.posting.front import Front

_WRONG = {
    "string_type": "must be text, not a list or a mapping",
    "string_too_short": "is empty",
    "decimal_parsing": "must be a number, digits alone",
    "decimal_type": "must be a number",
    "finite_number": "must be a number, digits alone",
    "greater_than": "must be above 0",
    "tuple_type": "must be a list",
    "model_type": "must hold fields of its own",
    "model_attributes_type": "must hold fields of its own",
}
_PATTERNS = {
    "hiring_manager": "must be a GitHub login",
    "interviewers": "must be a GitHub login",
    "stages": "must be small letters and digits, joined by hyphens",
    "language": "must be a language code",
    "currency": "must be three capital letters (ISO 4217)",
}


def problem_of(front: Front, detail: ErrorDetails) -> Problem:
    """What is wrong with a value, where it stands, and what to write instead."""
    path = tuple(detail["loc"])
    name = ".".join(step for step in path if isinstance(step, str))
    if detail["type"] == "extra_forbidden":
        span = front.keys.get(path) or front.place(*path) or Span.at(1)
        return Problem(span, f"unknown field `{name}`", _nearest(path), edits=_rename(front, path))
    span = front.place(*path) or Span.at(1)
    if detail["type"] == "missing":
        return Problem(span, f"`{name}` is missing", _example(path))
    given = detail["input"]
    quoted = (
        f" (it is `{' '.join(given[:60].split())}`)"
        if str(given).strip() and isinstance(given, str)
        else ""
    )
    edits = _rewrite(front, path, detail) if quoted else ()
    return Problem(span, f"`{name}` {_wrong(detail)}{quoted}", _example(path), edits=edits)


def _rename(front: Front, path: Path) -> tuple[Edit, ...]:
    siblings: Any = front.raw
    for step in path[:-1]:
        # A mapping in place of a list is read as a list of one.
        if isinstance(step, str) or isinstance(siblings, list):
            siblings = siblings[step]
    span = front.keys.get(path)
    name = intended_field(path, _fields(path), siblings) if isinstance(siblings, dict) else None
    return (Edit(span, name),) if span and name else ()


def _rewrite(front: Front, path: Path, detail: ErrorDetails) -> tuple[Edit, ...]:
    # A field that takes one value or a list of them is read as a list.
    at = next((p for p in (path, path[:-1]) if front.places.get(p)), None)
    expected = str(detail.get("ctx", {}).get("expected", ""))
    value = intended_value(path, detail["input"], re.findall("'([^']*)'", expected))
    return (Edit(front.places[at], value),) if at and value else ()


def _wrong(detail: ErrorDetails) -> str:
    """What is wrong with a value, to follow the field's name; pydantic speaks of inputs."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "value_error":
        return detail["msg"].removeprefix("Value error, ")
    if kind == "enum":
        return f"must be {context['expected'].replace(chr(39), '')}"
    if kind == "string_pattern_mismatch":
        names = [step for step in detail["loc"] if isinstance(step, str)]
        return _PATTERNS.get(names[-1], "is not written as it must be")
    if kind in ("string_too_long", "too_long"):
        return f"is longer than {context['max_length']} characters"
    return _WRONG.get(kind) or "must be " + detail["msg"].partition("should be ")[2]


def _fields(path: Path) -> dict[str, Any]:
    """The fields that may stand beside the last step of a path."""
    models: dict[str, type[BaseModel]] = {"salary": Salary, "locations": Location}
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
