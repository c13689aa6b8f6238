"""A mail that somebody applies by, whole as it was received (RFC 5322)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from careers.intake._mail.letter import MailLetter
from careers.intake._mail.reading.message import Mail


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether it is the text of a mail, and nothing beside it."""
    return isinstance(payload.get("mail"), str) and "posting" not in payload


def read(payload: Mapping[str, Any]) -> MailLetter:
    """Take it apart. Raises CareersError where it is no mail at all."""
    try:
        data = payload["mail"].encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # halves of characters, which JSON can hold
        data = payload["mail"].encode("utf-8", "replace")
    return MailLetter(Mail(data))
