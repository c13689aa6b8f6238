"""Says what is wrong with a front matter, in words for people, with a cure.

It is loaded when there is something to say, so that a sound posting does not wait for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Any

from careers.posting.foreign.problem import foreign_problem
from careers.posting.foreign.translation import country_of
from careers.posting.frontmatter import FrontMatter
from careers.posting.frontmatter_fixes import intended_field, intended_value
from careers.posting.known_fields import example_of, fields_at, nearest
from careers.posting.written_pay import pay, readings
from careers.text.diagnostics import Edit, Problem, Span
from careers.text.typed_errors import what_is_wrong
from careers.text.yaml_reader import Path

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from careers.posting.front import Front

_WRONG = {
    "string_type": "must be text, not a list or a mapping",
    "string_too_short": "is empty",
    "decimal_parsing": "must be a number, digits alone",
    "decimal_type": "must be a number",
    "finite_number": "must be a number, digits alone",
    "int_parsing": "must be a whole number, digits alone",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "greater_than": "must be above 0",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "model_type": "must hold fields of its own",
    "model_attributes_type": "must hold fields of its own",
}
_PATTERNS = {
    "hiring_manager": "must be a GitHub login",
    "interviewers": "must be a GitHub login",
    "stages": "must be small letters and digits, joined by hyphens",
    "language": "must be a language code",
    "aliases": "must be a name that the file had, without folders",
    "currency": "must be three capital letters (ISO 4217)",
}


def problems_of(
    front: Front, details: Iterable[ErrorDetails], unused: Collection[str]
) -> tuple[Problem, ...]:
    """What is wrong with the values, where each stands, and what to write instead.

    The fields that mean nothing here are one problem, however many they are: a front matter of
    another house is one thing to look at.
    """
    found, foreign = [], list(unused)
    for detail in details:
        if _is_foreign(front, detail):
            foreign.append(str(detail["loc"][0]))
        else:
            found.append(_problem_of(front, detail))
    if foreign:
        found.append(
            foreign_problem(front, [name for name in front.raw if name in foreign], unused)
        )
    return tuple(sorted(found, key=lambda problem: problem.span))


def _is_foreign(front: Front, detail: ErrorDetails) -> bool:
    path = tuple(detail["loc"])
    alone = detail["type"] == "extra_forbidden" and len(path) == 1
    return alone and not intended_field(path, FrontMatter.model_fields, front.raw)


def _problem_of(front: Front, detail: ErrorDetails) -> Problem:
    path = tuple(detail["loc"])
    name = ".".join(step for step in path if isinstance(step, str))
    if detail["type"] == "extra_forbidden":
        span = front.keys.get(path) or front.place(*path) or Span.at(1)
        edits = _rename(front, path)
        cure = f"write `{edits[0].text}`" if edits else nearest(path)
        return Problem(span, f"unknown field `{name}`", cure, edits=edits)
    span = front.place(*path) or Span.at(1)
    if detail["type"] == "missing":
        return Problem(span, f"`{name}` is missing", example_of(path))
    given = detail["input"]
    quoted = (
        f" (it is `{' '.join(given[:60].split())}`)"
        if str(given).strip() and isinstance(given, str)
        else ""
    )
    if quoted and (problem := _two_sums(front, path, name, detail)):
        return problem
    edits = _rewrite(front, path, detail) if quoted else ()
    cure = _cure(front, path, given, edits)
    message = f"`{name}` {what_is_wrong(detail, _WRONG, _PATTERNS)}{quoted}"
    return Problem(span, message, cure, edits=edits)


def _two_sums(front: Front, path: Path, name: str, detail: ErrorDetails) -> Problem | None:
    """A sum that may be another one, a thousand times as much: nobody but its author knows."""
    if path not in {("salary", "min"), ("salary", "max")} or detail["type"] != "value_error":
        return None
    sums = readings(detail["input"], front.raw["salary"].get("per"))
    if sums is None:
        return None
    message = f"`{name}` may be {sums[0]} or {sums[1]} (it is `{detail['input'].strip()}`)"
    return Problem(front.place(*path) or Span.at(1), message, f"write `{sums[0]}` or `{sums[1]}`")


def _cure(front: Front, path: Path, given: Any, edits: tuple[Edit, ...]) -> str:
    """What to write instead: what is meant where that is known, else an example."""
    line = given if path == ("salary",) and isinstance(given, str) else ""
    if said := pay(line, country_of(front.raw)):
        start = "write" if said.complete else "e.g."
        return f"{start} `salary: {said}`"
    return f"write `{edits[0].text}`" if edits else example_of(path)


def _rename(front: Front, path: Path) -> tuple[Edit, ...]:
    siblings: Any = front.raw
    for step in path[:-1]:
        # A mapping in place of a list is read as a list of one.
        if isinstance(step, str) or isinstance(siblings, list):
            siblings = siblings[step]
    span = front.keys.get(path)
    name = intended_field(path, fields_at(path), siblings) if isinstance(siblings, dict) else None
    return (Edit(span, name),) if span and name else ()


def _rewrite(front: Front, path: Path, detail: ErrorDetails) -> tuple[Edit, ...]:
    # A field that takes one value or a list of them is read as a list.
    at = next((p for p in (path, path[:-1]) if front.places.get(p)), None)
    expected = str(detail.get("ctx", {}).get("expected", ""))
    value = intended_value(path, detail["input"], re.findall("'([^']*)'", expected))
    return (Edit(front.places[at], value),) if at and value else ()
