"""Writes a posting: our fields, then what stood beside them as comments, then the text."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import yaml

from careers.posting.frontmatter import FrontMatter

_QUOTED = re.compile(r"(?m)^(\s*(?:- )?[\w-]+: |.*[{ ][a-z]+: )'(\d{4}-\d{2}-\d{2}|\d+(?:\.\d+)?)'")
_NOT_OURS = "# Stood here before, and has no use:"


def written(
    fields: Mapping[str, Any], unused: Mapping[str, Any], comments: Iterable[str], text: str
) -> str:
    """The file. Nothing of the front matter is lost: what is not ours stays as comments."""
    ordered = {name: fields[name] for name in FrontMatter.model_fields if name in fields}
    lines = [*_lines(ordered), *comments]
    if unused:
        lines += [_NOT_OURS, *(f"# {line}" for line in _lines(unused))]
    front = "\n".join(["---", *lines, "---"])
    return f"{front}\n\n{text.strip(chr(10))}\n"


def _lines(values: Mapping[str, Any]) -> Iterator[str]:
    for name, value in values.items():
        flow = None if isinstance(value, dict | list) else False
        dumped = yaml.safe_dump(
            {name: value},
            allow_unicode=True,
            width=math.inf,
            default_flow_style=flow,
            sort_keys=False,
        )
        yield from map(_unquoted, dumped.splitlines())


def _unquoted(line: str) -> str:
    """Our reader takes days and numbers as they stand; the quotes are for others."""
    while (bare := _QUOTED.sub(r"\1\2", line)) != line:
        line = bare
    return line
