"""Front matter that is not YAML between ``---``: TOML between ``+++``, JSON, lines ``Title: …``.

It is read for what it says, so that a draft stays a draft, and it is an error, for GitHub shows
it as text; the cure writes it as YAML.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any, NamedTuple

import yaml

from careers.posting.foreign.names import fields_for, is_unused, plain
from careers.posting.frontmatter import FrontMatter
from careers.text.diagnostics import Edit, Problem, Span
from careers.text.yaml_reader import read_yaml

_TOML = re.compile(r"\+\+\+[ \t]*")
_YAML = re.compile(r"---[ \t]*")
_HEADER = re.compile(
    r"(?P<name>[A-Za-z][A-Za-z_-]{0,30}(?: [A-Za-z]{1,20})?)[ \t]*:(?:[ \t]+(?P<value>.*))?"
)
_AT_LINE = re.compile(r"\(at line (\d+), column (\d+)\)")
_OWN_TABLES = ("params", "extra")
_LONGEST = 200
"""Lines: a front matter is shorter."""


class OtherForm(NamedTuple):
    """What stands there: ``end`` is the number of its last line, ``values`` what it says."""

    end: int
    values: Mapping[str, Any]
    problem: Problem


def read_other_form(lines: Sequence[str]) -> OtherForm | None:
    """Read the front matter at the top of a text in another form; None where there is none."""
    if _TOML.fullmatch(lines[0]):
        return _toml(lines)
    if lines[0].strip() == "{":
        return _json(lines)
    return _headers(lines)


def _toml(lines: Sequence[str]) -> OtherForm:
    end = next((n for n, line in enumerate(lines[1:], 2) if _TOML.fullmatch(line)), None)
    if end is None:
        cure = "add a line `+++` after the last field, or write YAML between lines `---`"
        message = "the front matter opens with `+++` and is never closed"
        return OtherForm(0, {}, Problem(_line(lines, 1), message, cure))
    inside = lines[1 : end - 1]
    try:
        values = tomllib.loads("\n".join(inside) + "\n")
    except tomllib.TOMLDecodeError as error:
        at = _AT_LINE.search(str(error))
        line, column = (int(at[1]) + 1, int(at[2])) if at else (1, 1)
        what = _AT_LINE.sub("", str(error)).strip()
        message = f"this is not TOML: {what}"
        return OtherForm(end, {}, Problem(Span.at(min(line, end), column), message, _BY_HAND))
    commented = any("#" in line for line in inside)
    message = "the front matter is TOML (`+++`), which GitHub shows as text"
    return _found(lines, end, _lifted(values), message, whole=not commented)


def _lifted(values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields with those of the tables that generators keep a page's own fields in."""
    tables = [values[name] for name in _OWN_TABLES if isinstance(values.get(name), dict)]
    inside = {name: value for table in tables for name, value in table.items()}
    if not tables or inside.keys() & values.keys():
        return dict(values)
    return {n: v for n, v in values.items() if v not in tables} | inside


_CURE = "write it as YAML, one field a line, between lines `---`: `careers fix` does"
_BY_HAND = "write it as YAML, one field a line, between lines `---`"


def _json(lines: Sequence[str]) -> OtherForm | None:
    end = next((n for n, line in enumerate(lines[:_LONGEST], 1) if line.rstrip() == "}"), None)
    try:
        values = json.loads("\n".join(lines[:end])) if end else None
    except (ValueError, RecursionError):
        return None
    if not end or not isinstance(values, dict):
        return None
    return _found(lines, end, values, "the front matter is JSON, which GitHub shows as text")


def _headers(lines: Sequence[str]) -> OtherForm | None:
    """Lines ``Name: value`` at the very top that are fields, ours or another house's."""
    values: dict[str, str] = {}
    name, end = "", 0
    for number, line in enumerate(lines[:_LONGEST], 1):
        match = _HEADER.fullmatch(line.rstrip())
        if match and not line[0].isspace():
            name = plain(match["name"])
            values[name] = (match["value"] or "").strip()
        elif name and line[:1].isspace() and line.strip():
            values[name] = f"{values[name]} {line.strip()}".strip()
        else:
            break
        end = number
    fenced = end > 0 and end < len(lines) and bool(_YAML.fullmatch(lines[end]))
    if not _are_fields(values, fenced=fenced, apart=end == len(lines) or not lines[end].strip()):
        return None
    what = "lacks its first line `---`" if fenced else "is no YAML between lines `---`"
    return _found(
        lines, end + fenced, values, f"the front matter {what}, so GitHub shows it as text"
    )


def _are_fields(values: Mapping[str, str], *, fenced: bool, apart: bool) -> bool:
    known = [n for n in values if n in FrontMatter.model_fields or fields_for(n) or is_unused(n)]
    if not values or not (fenced or apart):
        return False
    titled = next(iter(values)) == "title" and bool(values["title"])
    return titled or (len(known) > 1 and len(known) == len(values))


def _found(
    lines: Sequence[str], end: int, values: Mapping[str, Any], message: str, *, whole: bool = True
) -> OtherForm:
    written = _yaml(values) if whole else None
    whole_block = Span(1, 1, end, len(lines[end - 1]) + 1)
    edits = () if written is None else (Edit(whole_block, f"---\n{written}---"),)
    cure = _CURE if edits else _BY_HAND
    return OtherForm(end, _texts(values), Problem(_line(lines, 1), message, cure, edits=edits))


def _yaml(values: Mapping[str, Any]) -> str | None:
    """The values as YAML that is read as they were meant; None where that cannot be."""
    try:
        text = "".join(_field(name, _days(value)) for name, value in values.items())
    except (yaml.YAMLError, RecursionError):
        return None
    # Of the dates, quotes are for readers of YAML 1.1; ours takes them as they stand.
    text = re.sub(r"(?m)^(\w+: )'(\d{4}-\d{2}-\d{2})'$", r"\1\2", text)
    tree = read_yaml(text)
    return text if not tree.problems and tree.value == _texts(values) else None


def _days(value: Any) -> Any:
    """A value with its days as text: an hour of a time zone would be tagged."""
    if isinstance(value, dict):
        return {name: _days(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_days(each) for each in value]
    return value.isoformat() if isinstance(value, date | time) else value


def _field(name: str, value: Any) -> str:
    dumped: str = yaml.safe_dump(
        {name: value}, allow_unicode=True, width=10**6, default_flow_style=None
    )
    # One field of a single value is written in braces.
    single = not isinstance(value, dict | list)
    return f"{dumped.strip()[1:-1]}\n" if single and dumped.startswith("{") else dumped


def _texts(value: Any) -> Any:
    """Values as the reader of YAML gives them: texts, lists and mappings."""
    if isinstance(value, dict):
        return {str(name): _texts(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_texts(each) for each in value]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date | time):
        return value.isoformat()
    return value if value is None else str(value) or ""


def _line(lines: Sequence[str], number: int) -> Span:
    return Span.at(number, 1, len(lines[number - 1].rstrip()))
