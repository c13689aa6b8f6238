"""What is said of the fields of another house: what each is here, and what has no use."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from careers.posting.foreign.names import fields_for, is_address, plain, pointer
from careers.posting.foreign.translation import (
    country_of,
    is_anywhere,
    places,
    translation,
    translations,
)
from careers.posting.known_fields import example_of, known_fields, near_field
from careers.posting.written_pay import pay
from careers.text.diagnostics import Edit, Problem, Severity, Span

if TYPE_CHECKING:
    from careers.posting.front import Front

_SHOWN = 12


def foreign_problem(front: Front, names: list[str], unused: Collection[str]) -> Problem:
    """All of them, however many, as one thing to look at; ``unused`` mean nothing here."""
    span = front.keys.get((names[0],)) or Span.at(1)
    cures = [*_pointers(front, names, unused), *_addresses(names)]
    without = [n for n in names if n in unused and not is_address(n)]
    cures += [f"{_listed(without)}: not used here, may be deleted"] if without else []
    unknown = [n for n in names if n not in unused and not fields_for(n)]
    near = {name: near_field((name,), front.raw[name]) for name in unknown}
    cures += [f"`{name}`: did you mean `{field}`?" for name, field in near.items() if field]
    if far := [name for name in unknown if not near[name]]:
        cures.append(f"{_listed(far)}: {known_fields(())}" if len(names) > 1 else known_fields(()))
    many = "unknown fields" if len(names) > 1 else "unknown field"
    severity = Severity.NOTE if set(names) <= set(unused) else None
    message = f"{many} {_listed(names)}"
    return Problem(span, message, "; ".join(cures), severity, tuple(_translated(front, names)))


def _pointers(front: Front, names: list[str], unused: Collection[str]) -> Iterator[str]:
    for name in names:
        field = pointer(name, front.raw[name]) if name not in unused else None
        if field:
            yield f"`{name}`: {_pointed(name, field, front.raw)}"


def _pointed(name: str, field: str, raw: Mapping[str, Any]) -> str:
    if field in raw:
        return f"`{field}` says it here, so delete this"
    made = translation(name, raw[name])
    if made:
        return f"write `{field}: {made.value}`" if made.value else f"write `{field}`"
    said = raw[name] if field == "salary" else None
    if isinstance(said, str) and (paid := pay(said, country_of(raw))):
        return f"{'write' if paid.complete else 'e.g.'} `salary: {paid}`"
    if plain(name) in ("url", "link"):
        return "where one applies there, write `apply`"
    if field == "locations" and is_anywhere(raw[name]):
        remote = "write `workplace: remote`, and from where, e.g. `remote_from: [US, CA]`"
        named = places(raw[name])
        return f"{remote}; write `locations: [{', '.join(named)}]`" if named else remote
    return f"write `{field}`, {example_of((field,))}"


def _addresses(names: list[str]) -> Iterator[str]:
    named = [name for name in names if is_address(name)]
    if named:
        yield f"{_listed(named)}: the file's name is the address; `aliases` are earlier ones"


def _translated(front: Front, names: list[str]) -> Iterator[Edit]:
    given = {name: value for name, value in front.raw.items() if value is not None}
    for name, made in translations(given).items():
        key, value = front.keys.get((name,)), front.places.get((name,))
        if name in names and key and value:
            yield Edit(key, made.field)
            if made.value is not None:
                yield Edit(value, made.value)


def _listed(names: Iterable[str]) -> str:
    shown = [f"`{name[:40]}`" for name in names]
    more = f" and {len(shown) - _SHOWN} more" if len(shown) > _SHOWN else ""
    return ", ".join(shown[:_SHOWN]) + more
