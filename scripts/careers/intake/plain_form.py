"""A plain HTML form's fields by the names of its inputs, as Basin and its like send them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from careers.intake._plain import is_of_page, plain_submission
from careers.intake._questions import field_of
from careers.intake._refusals import refuse
from careers.intake._submission import FormSubmission

_OTHERS = {
    "posting", "_date", "data", "answers", "questions", "form_response", "eventType", "submission",
    "payload", "inputs", "mail", "token", "issue", "comment", "repository", "responseId",
}  # fmt: skip
_TRAPS = ("_gotcha", "_honey", "botcheck", "bot-field", "honeypot")
_OF_SERVICE = {
    "ip", "created_at", "updated_at", "spam", "form_id", "form_uuid", "user_agent", "user-agent",
    "access_key", "g-recaptcha-response", "h-captcha-response", "cf-turnstile-response",
}  # fmt: skip
_MARKS = {"form_id", "form_uuid", "created_at", "spam", "access_key", "payload_params"}


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
    of_service = {*_OF_SERVICE, *_TRAPS, *({"id", "uuid"} if _MARKS & payload.keys() else ())}
    kept = {k: v for k, v in fields.items() if k not in of_service and not _is_setting(k, v)}
    form = payload.get("form_uuid") or payload.get("form_id")
    id_ = payload.get("id") or payload.get("uuid")
    id_ = _with_words(id_, fields) if fields is payload else id_
    return plain_submission("plain-form", form, id_, payload.get("created_at"), kept)


def _fields(payload: Mapping[str, Any]) -> Mapping[str, Any]:
    """Basin puts them in ``payload_params``, beside what it knows of them."""
    inner = payload.get("payload_params")
    return inner if isinstance(inner, Mapping) else payload


def _is_setting(name: str, value: Any) -> bool:
    """Whether it is what a form's maker tells the service, rather than somebody's answer."""
    return name.startswith("_") or is_of_page(name, value)


def _with_words(id_: Any, fields: Mapping[str, Any]) -> str:
    """What tells a submission from others where an ``id`` may have been typed: its words, too."""
    told = json.dumps(fields, sort_keys=True, default=str).encode("utf-8", "replace")
    return f"{str(id_)[:100]}:{sha256(told).hexdigest()[:16]}" if id_ else ""
