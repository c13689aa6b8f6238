"""Says what is wrong with a front matter, in words for people, with a cure.

It is loaded when there is something to say, so that a sound posting does not wait for it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from careers.posting import foreign_fields
from careers.posting.frontmatter import FrontMatter
from careers.posting.frontmatter_fixes import intended_field, intended_value
from careers.posting.place_of_work import Location
from careers.posting.questions import Question
from careers.posting.salary import Salary
from careers.posting.written_pay import pay, readings
from careers.text.diagnostics import Edit, Problem, Severity, Span
from careers.text.typed_errors import what_is_wrong
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
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "tuple_type": "must be a list",
    "model_type": "must hold fields of its own",
    "model_attributes_type": "must hold fields of its own",
}
_SHOWN = 12
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
        found.append(_foreign(front, [name for name in front.raw if name in foreign], unused))
    return tuple(sorted(found, key=lambda problem: problem.span))


def _is_foreign(front: Front, detail: ErrorDetails) -> bool:
    path = tuple(detail["loc"])
    alone = detail["type"] == "extra_forbidden" and len(path) == 1
    return alone and not intended_field(path, FrontMatter.model_fields, front.raw)


def _foreign(front: Front, names: list[str], unused: Collection[str]) -> Problem:
    span = front.keys.get((names[0],)) or Span.at(1)
    cures = [*_pointers(front, names, unused), *_addresses(names)]
    without = [n for n in names if n in unused and not foreign_fields.is_address(n)]
    cures += [f"{_listed(without)}: not used here, may be deleted"] if without else []
    unknown = [n for n in names if n not in unused and not foreign_fields.fields_for(n)]
    near = {name: _near((name,), front.raw[name]) for name in unknown}
    cures += [f"`{name}`: did you mean `{field}`?" for name, field in near.items() if field]
    if far := [name for name in unknown if not near[name]]:
        cures.append(
            f"{_listed(far)}: {_known_fields(())}" if len(names) > 1 else _known_fields(())
        )
    many = "unknown fields" if len(names) > 1 else "unknown field"
    severity = Severity.NOTE if set(names) <= set(unused) else None
    message = f"{many} {_listed(names)}"
    return Problem(span, message, "; ".join(cures), severity, tuple(_translated(front, names)))


def _pointers(front: Front, names: list[str], unused: Collection[str]) -> Iterator[str]:
    for name in names:
        field = foreign_fields.pointer(name, front.raw[name]) if name not in unused else None
        if field:
            yield f"`{name}`: {_pointed(name, field, front.raw)}"


def _pointed(name: str, field: str, raw: Mapping[str, Any]) -> str:
    if field in raw:
        return f"`{field}` says it here, so delete this"
    made = foreign_fields.translation(name, raw[name])
    if made:
        return f"write `{field}: {made.value}`" if made.value else f"write `{field}`"
    if field == "salary" and isinstance(raw[name], str) and (said := pay(raw[name])):
        return f"{'write' if said.complete else 'e.g.'} `salary: {said}`"
    if foreign_fields.plain(name) in ("url", "link"):
        return "where one applies there, write `apply`"
    if field == "locations" and foreign_fields.is_anywhere(raw[name]):
        said = "write `workplace: remote`, and from where, e.g. `remote_from: [US, CA]`"
        places = foreign_fields.places(raw[name])
        return f"{said}; write `locations: [{', '.join(places)}]`" if places else said
    return f"write `{field}`, {_example((field,))}"


def _addresses(names: list[str]) -> Iterator[str]:
    named = [name for name in names if foreign_fields.is_address(name)]
    if named:
        yield f"{_listed(named)}: the file's name is the address; `aliases` are earlier ones"


def _translated(front: Front, names: list[str]) -> Iterator[Edit]:
    given = {name: value for name, value in front.raw.items() if value is not None}
    for name, made in foreign_fields.translations(given).items():
        key, value = front.keys.get((name,)), front.places.get((name,))
        if name in names and key and value:
            yield Edit(key, made.field)
            if made.value is not None:
                yield Edit(value, made.value)


def _listed(names: Iterable[str]) -> str:
    shown = [f"`{name[:40]}`" for name in names]
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return ", ".join(shown[:_SHOWN]) + more


def _problem_of(front: Front, detail: ErrorDetails) -> Problem:
    path = tuple(detail["loc"])
    name = ".".join(step for step in path if isinstance(step, str))
    if detail["type"] == "extra_forbidden":
        span = front.keys.get(path) or front.place(*path) or Span.at(1)
        edits = _rename(front, path)
        cure = f"write `{edits[0].text}`" if edits else _nearest(path)
        return Problem(span, f"unknown field `{name}`", cure, edits=edits)
    span = front.place(*path) or Span.at(1)
    if detail["type"] == "missing":
        return Problem(span, f"`{name}` is missing", _example(path))
    given = detail["input"]
    quoted = (
        f" (it is `{' '.join(given[:60].split())}`)"
        if str(given).strip() and isinstance(given, str)
        else ""
    )
    if quoted and (problem := _two_sums(front, path, name, detail)):
        return problem
    edits = _rewrite(front, path, detail) if quoted else ()
    cure = _cure(path, given, edits)
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


def _cure(path: Path, given: Any, edits: tuple[Edit, ...]) -> str:
    """What to write instead: what is meant where that is known, else an example."""
    if path == ("salary",) and isinstance(given, str) and (said := pay(given)):
        start = "write" if said.complete else "e.g."
        return f"{start} `salary: {said}`"
    return f"write `{edits[0].text}`" if edits else _example(path)


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


def _fields(path: Path) -> dict[str, Any]:
    """The fields that may stand beside the last step of a path."""
    models: dict[str, type[BaseModel]] = {
        "salary": Salary,
        "locations": Location,
        "questions": Question,
    }
    model = models.get(str(path[0]), FrontMatter) if len(path) > 1 else FrontMatter
    return dict(model.model_fields)


def _nearest(path: Path) -> str:
    near = _near(path)
    return f"did you mean `{near}`?" if near else _known_fields(path)


def _near(path: Path, value: Any = None) -> str | None:
    """The field that is near a name, and takes its value."""
    names = list(_fields(path))
    near = get_close_matches(foreign_fields.plain(str(path[-1])), names, n=1, cutoff=0.75)
    fitting = near and (value is None or foreign_fields.fits(near[0], value))
    return near[0] if fitting else None


def _known_fields(path: Path) -> str:
    return f"the fields are: {', '.join(_fields(path))}"


def _example(path: Path) -> str:
    names = [step for step in path if isinstance(step, str)]
    known = _fields(tuple(names)).get(names[-1]) if names else None
    examples = getattr(known, "examples", None)
    return f"e.g. `{names[-1]}: {examples[0]}`" if examples else "see docs/postings.md"
