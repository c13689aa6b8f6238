"""What a field of another house certainly says here: a field of ours, with a value that fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic import ValidationError

from careers.places.model import Place
from careers.places.reading import place
from careers.posting.foreign.names import NO, SWITCHES, YES, plain, pointer
from careers.posting.frontmatter import Employment, FrontMatter, Status, Workplace
from careers.posting.named_values import member
from careers.posting.written_days import day

_ANYWHERE = re.compile(r"remote|anywhere|worldwide|home", re.IGNORECASE)


class Translation(NamedTuple):
    """A field of ours that one of another house certainly stands for.

    ``value`` is what to write there; None where what was written fits as it is.
    """

    field: str
    value: str | None = None


def translation(name: str, value: Any) -> Translation | None:
    """What a field certainly says here: type and value fit too. None in doubt."""
    field = pointer(name, value)
    certain = _CERTAIN.get(field or "")
    written = certain(plain(name), value) if certain else None
    if field is None or written is None or not fits(field, written):
        return None
    return Translation(field, None if written == value else str(written))


def translations(raw: Mapping[str, Any]) -> dict[str, Translation]:
    """What the fields of a front matter certainly say, by their names: no two the same."""
    found = {name: made for name, value in raw.items() if (made := translation(name, value))}
    fields = [made.field for made in found.values()]
    return {
        name: made
        for name, made in found.items()
        if made.field not in raw and fields.count(made.field) == 1
    }


def fits(field: str, value: Any) -> bool:
    """Whether a field of ours takes a value."""
    try:
        FrontMatter.model_validate({field: value})
    except ValidationError:
        return False
    return True


def _status(name: str, value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    if name not in SWITCHES:
        return member(value, Status)
    yes, no = SWITCHES[name]
    return yes if value.lower() in YES else no if value.lower() in NO else None


def _day(_name: str, value: Any) -> str | None:
    return day(value.strip()) if isinstance(value, str) else None


def is_anywhere(value: Any) -> bool:
    """Whether a value says how one works, where places are asked for."""
    texts = value if isinstance(value, list) else [value]
    return any(isinstance(text, str) and _ANYWHERE.search(text) for text in texts)


def places(value: Any) -> list[str]:
    """The entries of a list that say where, beside one that says how; quoted for YAML."""
    texts = value if isinstance(value, list) else []
    return [f'"{text}"' for text in texts if isinstance(text, str) and not _ANYWHERE.search(text)]


def country_of(raw: Mapping[str, Any]) -> str | None:
    """The country (ISO 3166) of the first place that a front matter names, however it calls it."""
    for name, value in raw.items():
        first = value[0] if isinstance(value, list) and value else value
        where = name == "locations" or pointer(name, value) == "locations"
        if where and isinstance(first, str) and isinstance(found := place(first), Place):
            return found.country.code
    return None


def _place(_name: str, value: Any) -> Any:
    texts = value if isinstance(value, list) else [value]
    sure = all(isinstance(text, str) for text in texts) and not is_anywhere(value)
    return value if sure and texts else None


def _employment(_name: str, value: Any) -> str | None:
    return member(value, Employment) if isinstance(value, str) else None


def _workplace(name: str, value: Any) -> str | None:
    if name == "remote" and str(value).lower() in YES:
        return "remote"
    return member(value, Workplace) if isinstance(value, str) else None


def _apply(name: str, value: Any) -> str | None:
    # `url` and `link` are as often the company's page, or this one's.
    return value if "appl" in name and isinstance(value, str) else None


def _same(_name: str, value: Any) -> Any:
    return value


def _text(_name: str, value: Any) -> str | None:
    return value if isinstance(value, str) else None


_CERTAIN: dict[str, Callable[[str, Any], Any]] = {
    "title": _text,
    "team": _text,
    "status": _status,
    "posted": _day,
    "closes": _day,
    "locations": _place,
    "employment": _employment,
    "workplace": _workplace,
    "apply": _apply,
    "language": _same,
    "aliases": _same,
}
