"""Any form's fields by their names, wherever a service or an automation puts them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from careers.intake._forms.containers import container_of
from careers.intake._forms.own_form import TOKENS, TRAPS, is_trapped
from careers.intake._plain import is_of_page, plain_submission
from careers.intake._refusals import refuse
from careers.intake._submission import FormSubmission

LAST = True
"""It is asked only where no other source knows a payload."""

_EVENTS = {"repository", "sender", "issue", "comment", "pusher", "posting", "inputs", "mail"}
_SPAM = ("spam", "is_spam", "isSpam", "_spam")
_OF_SERVICE = {
    "ip", "created_at", "updated_at", "spam", "form_id", "form_uuid", "user_agent", "user-agent",
    "access_key", "formid",
    "apikey", "form-name", "form_name", "formname", "page url", "user agent", "remote ip",
    "powered by", "source_url", "is_starred", "is_read", "is_spam", "isspam", "payment_status",
    "date_created", "zap_meta_human_now", "querystring", "event_id", "timetosubmit", "slug_form",
    "createdat", "submittedat", "submissionid", "responseid", "token",
}  # fmt: skip
_MARKS = {"form_id", "form_uuid", "created_at", "spam", "access_key", "formId"}
_IDS = ("submissionId", "submission_id", "submissionID", "conversionId", "response_id", "id",
        "_id", "uuid", "Id")  # fmt: skip
_FORMS = ("form_uuid", "form_id", "formId", "formID", "form")
_TIMES = ("created_at", "createdAt", "submittedAt", "submitted_at", "submissionTime", "d")


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether some part of it asks for a person and how to reach them."""
    return not _EVENTS & payload.keys() and container_of(payload) is not None


def read(payload: Mapping[str, Any]) -> FormSubmission:
    """Read it. Raises Unwanted for what is marked as spam, or filled in the trap for machines."""
    found = container_of(payload)
    fields = found.fields if found else payload
    levels = (fields, *(found.around if found else ()))
    marked = any(level.get(name) in (True, "true", 1) for level in levels for name in _SPAM)
    if marked or any(map(is_trapped, levels)):
        refuse("it is marked as spam")
    of_service = {
        *_OF_SERVICE,
        *TRAPS,
        *TOKENS,
        *({"id", "uuid"} if _MARKS & payload.keys() else ()),
    }
    kept = {
        name: value
        for name, value in fields.items()
        if name.casefold() not in of_service and not _is_setting(name, value)
    }
    id_ = _first(levels, _IDS)
    id_ = _with_words(id_, fields) if len(levels) == 1 else id_
    return plain_submission("plain-form", _first(levels, _FORMS), id_, _first(levels, _TIMES), kept)


def _first(levels: tuple[Mapping[str, Any], ...], names: tuple[str, ...]) -> str:
    """What a service calls a submission, its form, its time; the inmost counts."""
    said = (level.get(name) for level in levels for name in names)
    return next((str(each) for each in said if isinstance(each, str | int) and each), "")


def _is_setting(name: str, value: Any) -> bool:
    """Whether it is what a form's maker tells the service, rather than somebody's answer."""
    jotforms = name == "slug" and str(value).startswith("submit/")
    return name.startswith("_") or jotforms or is_of_page(name, value)


def _with_words(id_: str, fields: Mapping[str, Any]) -> str:
    """What tells a submission from others where an ``id`` may have been typed: its words, too."""
    told = json.dumps(fields, sort_keys=True, default=str).encode("utf-8", "replace")
    return f"{id_[:100]}:{sha256(told).hexdigest()[:16]}" if id_ else ""
