"""The JSON Schema of what ``validate --format json`` prints."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from careers.text.diagnostics import Severity

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def _number(description: str) -> dict[str, Any]:
    return {"type": "integer", "minimum": 1, "description": description}


def _text(description: str, least: int = 1) -> dict[str, Any]:
    return {"type": "string", "minLength": least, "description": description}


_FINDING: dict[str, dict[str, Any]] = {
    "path": _text("The file, as it was named or found"),
    "line": _number("Lines count from 1"),
    "column": _number("Columns count characters from 1"),
    "end_line": _number("The line in which the place ends"),
    "end_column": _number("The column behind the last character"),
    "code": _text("The check; docs/checks/CODE.md is its page"),
    "severity": {"enum": [str(s) for s in Severity if s is not Severity.OFF]},
    "message": _text("What is wrong"),
    "help": _text("What to do; may be empty", 0),
}


def files() -> Iterator[tuple[str, str]]:
    """The generated file: (path, text)."""
    finding = {
        "type": "object",
        "properties": _FINDING,
        "required": list(_FINDING),
        "additionalProperties": False,
    }
    schema = {
        "$schema": _DRAFT,
        "title": "The findings of careers validate --format json",
        "type": "object",
        "properties": {"findings": {"type": "array", "items": finding}},
        "required": ["findings"],
        "additionalProperties": False,
    }
    yield "schemas/findings.json", json.dumps(schema, indent=2) + "\n"
