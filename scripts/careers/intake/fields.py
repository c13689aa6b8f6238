"""The fields of schemas/application.json, as a JSON object."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careers.application import Application, read_application


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether it names a posting, as no form service does."""
    return "posting" in payload


def read(payload: Mapping[str, Any]) -> Application:
    """Read the fields as they stand."""
    return read_application(payload)
