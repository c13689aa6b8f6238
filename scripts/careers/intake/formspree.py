"""A submission of a Formspree form: its webhook's, or one of the API's list."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careers.intake._envelope import within
from careers.intake._plain import plain_submission
from careers.intake._refusals import refuse
from careers.intake._submission import FormSubmission


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether the submission bears the mark of its date, as Formspree sets it."""
    inner = within(payload, "submission")
    return "_date" in inner and "posting" not in payload


def read(payload: Mapping[str, Any]) -> FormSubmission:
    """Read it; names that begin with an underscore are Formspree's. Raises Unwanted for spam."""
    inner = within(payload, "submission")
    if inner.get("_spam") is True or inner.get("_gotcha"):
        refuse("it is marked as spam")
    fields = {name: value for name, value in inner.items() if not str(name).startswith("_")}
    if "email" not in fields and inner.get("_replyto"):
        fields["email"] = inner["_replyto"]
    form = payload.get("form")
    when = str(inner["_date"] or "")
    # Without a zone it is UTC.
    when = f"{when}Z" if when and when[-6:-5] not in "+-" and not when.endswith("Z") else when
    return plain_submission("formspree", form, inner.get("_id") or inner.get("id"), when, fields)
