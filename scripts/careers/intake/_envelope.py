"""Takes off what GitHub's events wrap around a payload."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careers.text.strict_json import load_object


def unwrap(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """The payload of an event, else the object as it is.

    ``repository_dispatch`` brings it as ``client_payload``, or in ``application`` there, which is
    the better way: GitHub takes at most ten keys at the payload's top. ``workflow_dispatch``
    brings it as JSON in the input ``application``, else its inputs are a form.
    """
    if "posting" in event:
        return event
    payload, inputs = event.get("client_payload"), event.get("inputs")
    if isinstance(payload, dict):
        inner = payload.get("application")
        return inner if isinstance(inner, dict) else payload
    if not isinstance(inputs, dict):
        return event
    filled = {name: value for name, value in inputs.items() if value}
    whole = filled.get("application")
    if isinstance(whole, str):
        return load_object(whole.encode("utf-8", "replace"))
    return whole if isinstance(whole, dict) else {"inputs": filled} if filled else event


def within(payload: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """What a service's webhook wraps in a field of this name; its API has it bare."""
    inner = payload.get(name)
    return inner if isinstance(inner, Mapping) else payload
