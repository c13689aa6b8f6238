"""Finds the fields of a form in what a service wraps around them, as questions and answers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from careers.intake._forms.names import PARTS
from careers.intake._forms.questions import field_of

_DEEP, _MOST = 4, 200
_ASKS = ("label", "title", "question", "name", "key")
_SAYS = ("value", "answer", "text", "raw_value", "values")
_NUMBERED = re.compile(r"^q\d+_(?=\w)")  # as Jotform's webhook numbers its inputs
_WHO = {"name", "first", "last"}
_REACH = {"email", "phone"}


@dataclass(frozen=True, slots=True)
class Container:
    """A form's answers by their questions; ``around`` is what stands about them, inmost first."""

    fields: Mapping[str, Any]
    around: tuple[Mapping[str, Any], ...]


def container_of(payload: Mapping[str, Any]) -> Container | None:
    """The part that asks for a person and how to reach them; None where none does.

    Of several the one that asks for most of what an application has, then the outermost.
    """
    found = [*_containers(payload)]
    return max(found, key=lambda each: len(_asked(each.fields)), default=None)


def _containers(payload: Mapping[str, Any]) -> Iterator[Container]:
    waiting: list[tuple[Any, tuple[Mapping[str, Any], ...], int]] = [(payload, (), 0)]
    for _ in range(_MOST):
        if not waiting:
            return
        part, around, depth = waiting.pop(0)
        fields = _as_fields(part)
        asked = _asked(fields)
        if asked & _WHO and asked & _REACH:
            yield Container(fields, around)
        if isinstance(part, Mapping) and depth < _DEEP:
            about = (part, *around)
            waiting += [(inner, about, depth + 1) for inner in map(_opened, part.values())]


def _opened(value: Any) -> Any:
    """JSON within JSON, as Jotform's ``rawRequest``."""
    if isinstance(value, str) and value.startswith(("{", "[")):
        try:
            return json.loads(value)
        except (ValueError, RecursionError):
            return None
    return value


def _asked(fields: Mapping[str, Any]) -> set[str | None]:
    return {field_of(question) for question, value in fields.items() if value not in (None, "")}


def _as_fields(part: Any) -> dict[str, Any]:
    """Questions and answers; of a list, of things that each hold both."""
    if isinstance(part, Mapping):
        found: Iterator[tuple[str, Any]] = ((str(k), _said(v)) for k, v in part.items())
        return {_NUMBERED.sub("", question): said for question, said in found}
    if not isinstance(part, Sequence) or isinstance(part, str | bytes):
        return {}
    pairs = [pair for each in part[:_MOST] if isinstance(each, Mapping) and (pair := _pair(each))]
    made: dict[str, Any] = {}
    for question, said in pairs:
        name = question
        while name in made:
            name += " (again)"
        made[name] = said
    return made


def _pair(each: Mapping[str, Any]) -> tuple[str, Any] | None:
    question = next((str(each[n]) for n in _ASKS if isinstance(each.get(n), str) and each[n]), "")
    answer = next((each[name] for name in _SAYS if name in each), None)
    return (question, _said(answer)) if question else None


def _said(value: Any) -> Any:
    """What was answered: of a question as an object its value, of a name in parts the whole."""
    if not isinstance(value, Mapping) or "url" in value:
        return value
    if "value" in value and any(name in value for name in ("title", "label", "id", "type")):
        return value["value"]
    said = {str(name).casefold(): said for name, said in value.items() if isinstance(said, str)}
    parts = {name if name in PARTS else field_of(name): each for name, each in said.items()}
    if {"first", "last"} <= parts.keys():
        return " ".join(filter(None, (parts["first"], parts.get("middle"), parts["last"])))
    if isinstance(value.get("full"), str):
        return value["full"]
    return value
