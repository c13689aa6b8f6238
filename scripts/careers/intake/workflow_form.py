"""The form of a workflow: the same fields as inputs, `links` with blanks or commas between."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careers.application import Application, read_application
from careers.text.strict_json import load_object


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether there are inputs, in an event of GitHub's."""
    return isinstance(payload.get("inputs"), dict) and "posting" not in payload


def read(payload: Mapping[str, Any]) -> Application:
    """Read the inputs. All of them are text, and one left empty is one that is missing."""
    fields = {name: value for name, value in payload["inputs"].items() if value != ""}
    if isinstance(fields.get("answers"), str):
        fields["answers"] = load_object(fields["answers"].encode("utf-8", "replace"))
    return read_application(fields)
