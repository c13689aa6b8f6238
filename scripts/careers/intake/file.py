"""A JSON file or standard input: the application itself."""

from __future__ import annotations

from typing import Any

from careers.application import Application, read_application


def read(event: dict[str, Any]) -> Application:
    """Read the fields as they stand."""
    return read_application(event)
