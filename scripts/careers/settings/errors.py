"""Says what is wrong with ``careers.toml``, line by line, in words for people, with a cure.

It is loaded when there is something to say.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ValidationError

from careers.text.diagnostics import CareersError
from careers.text.typed_errors import what_is_wrong

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo
    from pydantic_core import ErrorDetails

Path = tuple[str | int, ...]

_TABLE = re.compile(r"[ \t]*\[{1,2}(?P<path>[^\[\]]+)\]{1,2}")
_NAME = r"(?:[\w-]+|\"[^\"]*\"|'[^']*')"
_KEY = re.compile(rf"[ \t]*(?P<path>{_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)[ \t]*=")
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")
_AT_LINE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)")
_WRONG = {
    "string_type": "must be text, in quotes",
    "bool_type": "must be true or false, without quotes",
    "bool_parsing": "must be true or false, without quotes",
    "int_type": "must be a whole number, without quotes",
    "int_parsing": "must be a whole number, without quotes",
    "int_from_float": "must be a whole number",
    "tuple_type": "must be a list, in brackets",
    "dict_type": "must be a table of its own",
    "model_type": "must be a table of its own",
    "too_short": "is empty",
    "date_type": "must be a day such as 2026-12-25",
    "date_parsing": "must be a day such as 2026-12-25",
    "date_from_datetime_parsing": "must be a day such as 2026-12-25",
    "date_from_datetime_inexact": "must be a day such as 2026-12-25",
}
_FAR = "docs/configuration.md lists every setting"


Slip = tuple[int, str, str]
"""The line (0 where there is none), what is wrong, the cure."""


class SettingsError(CareersError):
    """Ends a run because of ``careers.toml``; ``slips`` are all that is wrong in it."""

    def __init__(self, path: str, lines: list[str], slips: Iterable[Slip]) -> None:
        self.path, self.slips = path, tuple(dict.fromkeys(slips))
        shown = dict.fromkeys(_shown(path, lines, *slip) for slip in self.slips)
        super().__init__("\n".join([f"{path} cannot be used as it stands", *shown]), _FAR)


def said(
    error: tomllib.TOMLDecodeError | ValidationError,
    model: type[BaseModel],
    text: str,
    path: str,
) -> CareersError:
    """What ends the run: all that is wrong, a line each, as findings are shown."""
    if isinstance(error, tomllib.TOMLDecodeError):
        return _not_toml(str(error), text, path)
    lines = text.split("\n")
    places = _places(lines)
    details = error.errors(include_url=False)
    found = sorted((_place(places, tuple(d["loc"])), _words(model, d)) for d in details)
    return SettingsError(path, lines, [(line, *words) for line, words in found])


def unknown_checks(
    names: Iterable[str], known: Iterable[str], text: str, path: str
) -> CareersError:
    """What ends the run where ``[checks]`` names checks that do not exist."""
    lines, codes = text.split("\n"), sorted(known)
    places = _places(lines)
    shown = [
        _shown(path, lines, _place(places, ("checks", name)), *_no_check(name, codes))
        for name in sorted(names)
    ]
    return CareersError(
        "\n".join([f"{path} cannot be used as it stands", *shown]),
        f"the checks are: {', '.join(codes)}",
    )


def _no_check(name: str, codes: list[str]) -> tuple[str, str]:
    near = get_close_matches(name, codes, n=1)
    cure = f"did you mean `{near[0]}`?" if near else "docs/checks/README.md lists the checks"
    return f"no check is named `{name[:60]}`", cure


def _shown(path: str, lines: list[str], line: int, message: str, cure: str) -> str:
    written = f"\n{line:5} | {lines[line - 1].rstrip()[:200]}" if line else ""
    return f"{path}:{line or 1}: {message}{written}\n  help: {cure}"


def _not_toml(message: str, text: str, path: str) -> CareersError:
    lines = text.split("\n")
    at = _AT_LINE.search(message)
    line = int(at[1]) if at and at[1] else len(text.rstrip("\n").split("\n"))
    what = _AT_LINE.sub("", message)
    written = lines[line - 1] if line <= len(lines) else ""
    slip = (min(line, len(lines)), f"this is not TOML: {what}", _cure(written))
    return SettingsError(path, lines, [slip])


def _cure(line: str) -> str:
    name, equals, value = line.partition("=")
    if not equals and ":" in line:
        name, _, value = line.partition(":")
        return f"write `{name.strip()} = …`, with `=`"
    if equals and re.match(r"\s*[^\W\d\s]", value) and value.strip() not in ("true", "false"):
        return f'put text in quotes: `{name.strip()} = "{value.strip()}"`'
    return 'one setting a line, as `name = "value"`, below its `[table]`'


def _places(lines: Iterable[str]) -> dict[Path, int]:
    """The line (from 1) of each table and key, by its path."""
    found: dict[Path, int] = {}
    table: Path = ()
    for number, line in enumerate(lines, 1):
        if match := _TABLE.match(line):
            table = _parts(match["path"])
        elif match := _KEY.match(line):
            found.setdefault((*table, *_parts(match["path"])), number)
            continue
        else:
            continue
        found.setdefault(table, number)
    return found


def _parts(path: str) -> Path:
    return tuple(next(filter(None, match.groups()), "") for match in _PART.finditer(path))


def _place(places: Mapping[Path, int], path: Path) -> int:
    """The line of what stands at a path, or of what holds it; 0 where there is none."""
    ends = (path[:end] for end in range(len(path), 0, -1))
    return next((places[end] for end in ends if end in places), 0)


def _words(model: type[BaseModel], detail: ErrorDetails) -> tuple[str, str]:
    """What is wrong, and the cure."""
    names = [step for step in detail["loc"] if isinstance(step, str) and step != "[key]"]
    known, field = _field(model, names)
    name = f"[{'.'.join(names[:-1])}] {names[-1]}" if len(names) > 1 else f"[{names[0]}]"
    if detail["type"] == "extra_forbidden":
        return f"unknown {'setting' if names[:-1] else 'table'} `{name}`", _nearest(names, known)
    given = detail["input"]
    quoted = f" (it is `{str(given)[:60]}`)" if isinstance(given, str | int | float) else ""
    return f"`{name}` {what_is_wrong(detail, _WRONG)}{quoted}", _example(names, field)


def _nearest(names: list[str], known: Mapping[str, FieldInfo]) -> str:
    near = get_close_matches(names[-1].lower().replace("-", "_"), known, n=1, cutoff=0.6)
    if not names[:-1]:
        tables = ", ".join(f"[{name}]" for name in known if name != "version")
        return f"did you mean `[{near[0]}]`?" if near else f"the tables are: {tables}"
    if not near:
        return f"the settings of [{names[0]}] are: {', '.join(known)}"
    example = _example([*names[:-1], near[0]], known[near[0]])
    return f"did you mean `{near[0]}`? {example}"


def _field(
    model: type[BaseModel], names: list[str]
) -> tuple[Mapping[str, FieldInfo], FieldInfo | None]:
    """The fields among which the last of these names stands, and its own."""
    field: FieldInfo | None = None
    for name in names[:-1]:
        field = model.model_fields.get(name)
        inner = field.annotation if field else None
        if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
            return {}, field
        model = inner
    return model.model_fields, model.model_fields.get(names[-1])


def _example(names: list[str], field: FieldInfo | None) -> str:
    if field is None:
        return _FAR
    if field.annotation is bool:
        return f"e.g. `{names[-1]} = {_toml(field.default)}`"
    if field.examples:
        return f"e.g. `{names[-1]} = {_toml(field.examples[0])}`"
    return str(field.description or _FAR)


def _toml(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'
