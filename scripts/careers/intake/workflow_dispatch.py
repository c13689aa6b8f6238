"""The event ``workflow_dispatch``: a form of inputs, or one input ``application`` with JSON."""

from __future__ import annotations

from typing import Any

from careers.application import Application, read_application
from careers.text.diagnostics import CareersError
from careers.text.strict_json import load_object


def read(event: dict[str, Any]) -> Application:
    """Read the inputs. All of them are text, and one left empty is one that is missing."""
    inputs = event.get("inputs")
    if not isinstance(inputs, dict):
        message = "the event has no inputs"
        raise CareersError(message, "fill in the workflow's form", status=1)
    fields = {name: value for name, value in inputs.items() if value != ""}
    whole = fields.pop("application", None)
    if isinstance(whole, str):
        return read_application(load_object(whole.encode("utf-8", "replace")))
    if isinstance(whole, dict):
        return read_application(whole)
    if isinstance(fields.get("links"), str):
        fields["links"] = fields["links"].replace(",", " ").split()
    if isinstance(fields.get("answers"), str):
        fields["answers"] = load_object(fields["answers"].encode("utf-8", "replace"))
    return read_application(fields)
