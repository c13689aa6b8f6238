"""Reads front matter: values that are typed, fields that know their place, errors with a cure."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import replace
from enum import Enum, auto
from types import MappingProxyType
from typing import Any, NamedTuple

from pydantic import ValidationError

from careers.posting.front import Front
from careers.posting.frontmatter import FrontMatter
from careers.text.diagnostics import Problem, Span
from careers.text.yaml_reader import Tree, read_yaml


def read_front(text: str, first_line: int) -> Front:
    """Read the YAML between the fences; ``first_line`` is the line after the opening one.

    A slip of the pen in the YAML costs no value: it is read as it was meant, and said.
    """
    tree, syntax, lost = _read(text, first_line)
    if not isinstance(tree.value, dict | None):
        cure = "write one field a line, e.g. `title: Product Manager`"
        problem = Problem(Span.at(first_line), "the front matter holds no fields", cure)
        wrong = () if syntax else (problem,)
        return Front(None, syntax=syntax, problems=wrong, lost=lost is not None)
    front = _typed(
        Front(None, None, tree.value or {}, tree.places, tree.keys, syntax, lost=lost is _Lost.REST)
    )
    # A value that was guessed at tells nothing about the posting.
    return replace(front, lost=True) if lost is _Lost.VALUE else front


class _Lost(Enum):
    """What could not be read: all from some place on, or a value of its own."""

    REST = auto()
    VALUE = auto()


def _read(text: str, first_line: int) -> tuple[Tree, tuple[Problem, ...], _Lost | None]:
    """The YAML, what is wrong with it, and what was lost for that."""
    tree = read_yaml(text, first_line)
    if not tree.broken:
        return tree, tuple(tree.problems), None
    from careers.text.yaml_slips import mend  # noqa: PLC0415 - most front matter is sound

    mended = mend(text, first_line)
    if mended is None:
        return tree, tuple(tree.problems), _Lost.REST
    lost = None if all(problem.edits for problem in mended.problems) else _Lost.VALUE
    return mended.tree, (*mended.problems, *mended.tree.problems), lost


def _typed(front: Front) -> Front:
    """The front matter with its values typed, or with what is wrong with them."""
    # The field at which reading stopped may not be whole.
    known = list(front.raw.items())[: -1 if front.lost else None]
    given = {name: value for name, value in known if value is not None}
    foreign = _foreign(given)
    given = {name: value for name, value in given.items() if name not in foreign.unused}
    try:
        data = FrontMatter.model_validate(given)
    except ValidationError as error:
        from careers.posting.frontmatter_errors import problems_of  # noqa: PLC0415 - a sound posting needs none

        details = error.errors(include_url=False)
        wrong = {detail["loc"][0] for detail in details if detail["loc"]}
        sound = sound_of({**given, **foreign.meant}, wrong - foreign.meant.keys())
        front = replace(front, sound=sound, intended=foreign.intended)
        found = () if front.syntax else problems_of(front, details, foreign.unused)
        return replace(front, problems=found)
    # Values that are right beside YAML that is wrong are no more than sound.
    if front.syntax:
        return replace(front, sound=data)
    front = replace(front, data=data)
    if foreign.unused:
        from careers.posting.frontmatter_errors import problems_of  # noqa: PLC0415 - the same

        front = replace(front, problems=problems_of(front, [], foreign.unused))
    return front


class _Foreign(NamedTuple):
    """Fields that are not ours: the unused ones, what others mean here, for which they stand."""

    unused: frozenset[str] = frozenset()
    meant: Mapping[str, Any] = MappingProxyType({})
    intended: Mapping[str, str] = MappingProxyType({})


def _foreign(given: Mapping[str, Any]) -> _Foreign:
    names = [name for name in given if name not in FrontMatter.model_fields]
    if not names:
        return _Foreign()
    from careers.posting.foreign.names import is_unused, pointer  # noqa: PLC0415 - the same
    from careers.posting.foreign.translation import translations  # noqa: PLC0415 - the same

    found = translations(given)
    meant = {
        made.field: given[name] if made.value is None else made.value
        for name, made in found.items()
    }
    pointers = {pointer(name, given[name]): name for name in reversed(names)}
    unused = frozenset(name for name in names if is_unused(name))
    intended = {field: name for field, name in pointers.items() if field}
    return _Foreign(unused, meant, intended)


def sound_of(given: Mapping[str, Any], wrong: Container[object] = ()) -> FrontMatter | None:
    """The values that are right, where that leaves any."""
    try:
        return FrontMatter.model_validate({k: v for k, v in given.items() if k not in wrong})
    except ValidationError:
        return None


def sound_of_foreign(given: Mapping[str, Any]) -> FrontMatter | None:
    """The values that are right in fields of another house, each by itself."""
    from careers.posting.foreign.translation import fits  # noqa: PLC0415 - the same

    foreign = _foreign(given)
    known = {**given, **foreign.meant}
    return sound_of(
        {n: v for n, v in known.items() if n in FrontMatter.model_fields and fits(n, v)}
    )
