"""A submission of a form that Netlify took in: its webhook's, its function's, or the API's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careers.intake._envelope import within
from careers.intake._plain import is_of_page, plain_submission
from careers.intake._refusals import refuse
from careers.intake._submission import FormSubmission

_OF_NETLIFY = {"ip", "user_agent", "form-name", "bot-field"}


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether a form's name stands beside its data."""
    inner = within(payload, "payload")
    return isinstance(inner.get("data"), Mapping) and "form_name" in inner


def read(payload: Mapping[str, Any]) -> FormSubmission:
    """Read it. Raises Unwanted for what Netlify holds to be spam."""
    inner = within(payload, "payload")
    if inner.get("state") == "spam" or inner["data"].get("bot-field"):
        refuse("it is marked as spam")
    form = inner.get("form_id") or inner["form_name"]
    kept = {name: value for name, value in inner["data"].items() if name not in _OF_NETLIFY}
    data = {name: value for name, value in kept.items() if not is_of_page(name, value)}
    return plain_submission("netlify", form, inner.get("id"), inner.get("created_at"), data)
