"""A submission of a form that Basin took in: its webhook's, or one of the API's list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careers.intake._plain import is_of_page, plain_submission
from careers.intake._refusals import refuse
from careers.intake._submission import FormSubmission


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether the fields stand apart from what Basin knows of them."""
    return isinstance(payload.get("payload_params"), Mapping) and "posting" not in payload


def read(payload: Mapping[str, Any]) -> FormSubmission:
    """Read it. Raises Unwanted for what Basin holds to be spam."""
    inner = payload["payload_params"]
    if payload.get("spam") is True or inner.get("_gotcha"):
        refuse("it is marked as spam")
    kept = {
        name: value
        for name, value in inner.items()
        if not str(name).startswith("_") and not is_of_page(str(name), value)
    }
    form = payload.get("form_uuid") or payload.get("form_id")
    id_ = payload.get("id") or payload.get("uuid")
    return plain_submission("basin", form, id_, payload.get("created_at"), kept)
