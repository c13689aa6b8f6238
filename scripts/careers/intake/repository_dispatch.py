"""The event ``repository_dispatch``: the application is its payload, or stands in it."""

from __future__ import annotations

from typing import Any

from careers.application import Application, read_application
from careers.text.diagnostics import CareersError


def read(event: dict[str, Any]) -> Application:
    """Read ``client_payload.application``, else ``client_payload`` itself.

    The one key is the better way: GitHub takes at most ten keys at the payload's top.
    """
    payload = event.get("client_payload")
    if isinstance(payload, dict):
        payload = payload.get("application", payload)
    if not isinstance(payload, dict):
        message = "the event has no client_payload with an application"
        raise CareersError(message, 'send {"client_payload": {"application": {…}}}', status=1)
    return read_application(payload)
