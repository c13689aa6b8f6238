"""A plain HTML form's fields by the names of its inputs, as Basin and its like send them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careers.intake._plain import plain_submission
from careers.intake._questions import field_of
from careers.intake._refusals import refuse
from careers.intake._submission import FormSubmission

_OTHERS = {
    "posting", "_date", "data", "answers", "questions", "form_response", "eventType", "submission",
    "payload", "inputs", "mail", "token", "issue", "comment", "repository", "responseId",
}  # fmt: skip
_TRAPS = ("_gotcha", "_honey", "botcheck", "bot-field", "honeypot")
_OF_SERVICE = {
    "id", "ip", "created_at", "updated_at", "spam", "form_id", "form_uuid", "user_agent",
    "referrer", "user-agent", "access_key", "subject", "from_name", "redirect",
    "g-recaptcha-response", "h-captcha-response", "cf-turnstile-response",
}  # fmt: skip


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether its names ask for a person and an address, and no other source's mark is there."""
    fields = {field_of(str(name)) for name in _fields(payload)}
    who = bool(fields & {"name", "first", "last"})
    return who and bool(fields & {"email", "phone"}) and not _OTHERS & payload.keys()


def read(payload: Mapping[str, Any]) -> FormSubmission:
    """Read it. Raises Unwanted for what is marked as spam, or filled in the trap for machines."""
    fields = _fields(payload)
    if payload.get("spam") is True or any(fields.get(trap) for trap in _TRAPS):
        refuse("it is marked as spam")
    kept = {k: v for k, v in fields.items() if k not in _OF_SERVICE and not k.startswith("_")}
    form = payload.get("form_uuid") or payload.get("form_id")
    id_, when = payload.get("id") or payload.get("uuid"), payload.get("created_at")
    return plain_submission("plain-form", form, id_, when, kept)


def _fields(payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """Basin puts them in ``payload_params``, beside what it knows of them."""
    inner = payload.get("payload_params")
    return inner if isinstance(inner, Mapping) else payload
