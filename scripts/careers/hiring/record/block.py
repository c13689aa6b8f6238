"""The record's block in an issue's body: an HTML comment, which GitHub does not show."""

from __future__ import annotations

import json
import re

from pydantic import ValidationError

from careers.hiring.record.model import Record
from careers.text.diagnostics import CareersError

_BLOCK = re.compile(r"^<!-- careers:record\n(.*?)\n-->", re.DOTALL | re.MULTILINE)
_OPENING = re.compile(r"^<!-- careers:record\b", re.MULTILINE)
_PERSON = re.compile(r'"person":\s*"([0-9a-f]{16,64})"')
_UNSAFE = re.compile(r"[<>&@#\x7f-\U0010ffff]|-(?=-)")


def read_record(body: str) -> Record | None:
    """The record in an issue's body; None where it holds none.

    Raises CareersError, status 1, where there is one that people broke, or more than one.
    """
    if not _OPENING.search(body):
        return None
    blocks = _BLOCK.findall(body)
    if len(blocks) == len(_OPENING.findall(body)) == 1:
        try:
            return Record.model_validate(json.loads(blocks[0]))
        except (ValueError, ValidationError, RecursionError):
            pass
    message = "the record in the issue's body cannot be read; nothing was changed"
    cure = "open the body's edit history and take back the edit of the `careers:record` block"
    raise CareersError(message, cure, status=1)


def person_in(body: str) -> str | None:
    """The person's hash in a record that may be broken."""
    found = _PERSON.search(body[start.start() :]) if (start := _OPENING.search(body)) else None
    return found[1] if found else None


def record_block(record: Record) -> str:
    """The block that ``read_record`` reads. Nothing in it can end it, ping or link."""
    fields = record.model_dump(by_alias=True, exclude_defaults=True, exclude={"version"})
    text = json.dumps({"version": 1, **fields}, ensure_ascii=False, separators=(",", ":"))
    text = _UNSAFE.sub(_escape, text)
    return f"<!-- careers:record\n{text}\n-->"


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1] if not match[0].isascii() else f"\\u{ord(match[0]):04x}"


def with_record(body: str, record: Record) -> str:
    """The body with this record in its place."""
    return _BLOCK.sub(lambda _: record_block(record), body, count=1)
