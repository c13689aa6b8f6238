"""What was given, as an object: JSON, a list of one, or a form's own ``name=Ada&email=…``."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qsl

from careers.text.diagnostics import CareersError
from careers.text.strict_json import LIMIT, load_object

_FORM = re.compile(rb"\A[\w.%+*\[\]-]{1,200}=[\x21-\x7e]*\s*\Z")
_FIELDS = 500


def as_object(data: bytes) -> dict[str, Any]:
    """The object. Raises CareersError, status 1, for what is none; it quotes nothing of it."""
    if _FORM.match(data[:LIMIT]):
        return _form(data)
    bare = data.strip()
    if bare.startswith(b"[") and bare.endswith(b"]") and bare[1:].lstrip().startswith(b"{"):
        return load_object(bare[1:-1])  # as automations send what they collect
    return load_object(data)


def _form(data: bytes) -> dict[str, Any]:
    """The fields that a browser encodes; of one that stands more than once all its values."""
    try:
        pairs = _pairs(data.decode("ascii").strip())
    except ValueError:
        message = "the application cannot be read: it has too many fields"
        raise CareersError(message, "give one JSON object, in UTF-8", status=1) from None
    made: dict[str, Any] = {}
    for name, value in pairs:
        known = made.get(name)
        made[name] = (
            value if name not in made else [*(known if isinstance(known, list) else [known]), value]
        )
    return made


def _pairs(text: str) -> list[tuple[str, str]]:
    """The pairs in UTF-8, else as pages of old say it."""
    try:
        return parse_qsl(text, keep_blank_values=True, max_num_fields=_FIELDS, errors="strict")
    except UnicodeDecodeError:
        return parse_qsl(
            text,
            keep_blank_values=True,
            max_num_fields=_FIELDS,
            encoding="cp1252",
            errors="replace",
        )
