"""The fields of schemas/application.json, as a JSON object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careers.application import Application, read_application
from careers.intake._forms.own_form import is_trapped, without_tokens
from careers.intake._refusals import refuse


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether it names a posting, as no form service does."""
    return "posting" in payload


def read(payload: Mapping[str, Any]) -> Application:
    """Read the fields as they stand."""
    if is_trapped(payload):
        refuse("it is marked as spam")
    return read_application(without_tokens(payload))
