"""Reads front matter: values that are typed, fields that know their place, errors with a cure."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from careers.posting.front import Front
from careers.posting.frontmatter import FrontMatter
from careers.text.diagnostics import Problem, Span
from careers.text.yaml_reader import read_yaml


def read_front(text: str, first_line: int) -> Front:
    """Read the YAML between the fences; ``first_line`` is the line after the opening one."""
    tree = read_yaml(text, first_line)
    syntax = tuple(tree.problems)
    if not isinstance(tree.value, dict | None):
        cure = "write one field a line, e.g. `title: Product Manager`"
        problem = Problem(Span.at(first_line), "the front matter holds no fields", cure)
        return Front(None, syntax=syntax, problems=() if syntax else (problem,))
    raw = tree.value or {}
    given = {name: value for name, value in raw.items() if value is not None}
    try:
        data = FrontMatter.model_validate(given)
    except ValidationError as error:
        from careers.posting.frontmatter_errors import problem_of  # noqa: PLC0415 - a sound posting needs none

        details = error.errors(include_url=False)
        sound = _sound(given, {detail["loc"][0] for detail in details if detail["loc"]})
        front = Front(None, sound, raw, tree.places, tree.keys, syntax)
        found = () if syntax else tuple(problem_of(front, detail) for detail in details)
        return replace(front, problems=found)
    # Values that are right beside YAML that is wrong are no more than sound.
    read, sound = (None, data) if syntax else (data, None)
    return Front(read, sound, raw, tree.places, tree.keys, syntax)


def _sound(given: dict[str, Any], wrong: Container[object]) -> FrontMatter | None:
    try:
        return FrontMatter.model_validate({k: v for k, v in given.items() if k not in wrong})
    except ValidationError:
        return None
