"""The record's block in an issue's body: a signed HTML comment, which GitHub does not show."""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import Any

from pydantic import ValidationError

from careers.hiring.keys import Key, Keys
from careers.hiring.record.model import Record

_BLOCK = re.compile(r"^<!-- careers:record\n(.*?)\n-->", re.DOTALL | re.MULTILINE)
_OPENING = re.compile(r"^<!-- careers:record\b", re.MULTILINE)
# A box in a comment would shift which box of the text a click ticks.
_UNSAFE = re.compile(r"[<>&@#\x7f-\U0010ffff]|-(?=-)|\[(?=[ xX]\])")
_TRIED = 20
"""Blocks of one body that are looked at: each costs a signature."""


def read_record(body: str, number: int, keys: Keys) -> Record | None:
    """The record of issue ``number``, the newest where it stands twice.

    None where nothing in the body was signed by us for this issue: that is text.
    """
    return max(_signed(body, number, keys), key=lambda record: record.sequence, default=None)


def _signed(body: str, number: int, keys: Keys) -> Iterator[Record]:
    for text in _BLOCK.findall(body)[:_TRIED]:
        fields = read_signed(text, keys)
        if fields is None or fields.get("issue") != number:
            continue
        try:
            yield Record.model_validate(fields)
        except ValidationError:
            continue


def read_version_1(body: str) -> Record | None:
    """What version 1 wrote, as a record without a signature; None where there is no such block."""
    blocks = _BLOCK.findall(body)
    if len(blocks) != 1 or len(_OPENING.findall(body)) != 1:
        return None
    try:
        fields = json.loads(blocks[0])
        if not isinstance(fields, dict) or fields.get("version") != 1:
            return None
        spent = [e["ref"] for e in fields["history"] if e.get("ref")]
        # What version 1 dropped from the text stands in the edit history alone.
        return Record.model_validate({**fields, "version": 2, "spent": spent})
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def mentions_record(body: str) -> bool:
    """Whether a block begins somewhere, signed or not."""
    return bool(_OPENING.search(body))


def record_block(record: Record, key: Key) -> str:
    """The block that ``read_record`` reads. Nothing in it can end it, ping or link."""
    fields = record.model_dump(by_alias=True, exclude_defaults=True, exclude={"version"})
    return f"<!-- careers:record\n{signed({'version': 2, **fields}, key)}\n-->"


def with_record(body: str, block: str) -> str:
    """The body with this block in its place, or at the end; others of its kind are gone."""
    first = _BLOCK.search(body)
    if first is None:
        return f"{body.rstrip()}\n\n{block}\n"
    rest = _BLOCK.sub("", body[first.end() :])
    return f"{body[: first.start()]}{block}{rest}"


def signed(fields: Mapping[str, Any], key: Key) -> str:
    """JSON of the fields with the key's id and the signature; safe inside an HTML comment."""
    whole = {**fields, "key": key.id}
    whole["signature"] = _signature(whole, key)
    return _UNSAFE.sub(_escape, json.dumps(whole, ensure_ascii=False, separators=(",", ":")))


def read_signed(text: str, keys: Keys) -> dict[str, Any] | None:
    """The fields that ``signed`` wrote, without key and signature; None where they are not ours."""
    try:
        fields = json.loads(text)
        if not isinstance(fields, dict) or not (key := keys.named(fields.get("key"))):
            return None
        given = fields.pop("signature", "")
        right = _signature(fields, key)
    except (ValueError, RecursionError):
        return None
    if not isinstance(given, str) or not given.isascii() or not hmac.compare_digest(right, given):
        return None
    fields.pop("key")
    return fields


def _signature(fields: Mapping[str, Any], key: Key) -> str:
    text = json.dumps(fields, sort_keys=True, separators=(",", ":"))
    return hmac.new(key.signing, text.encode(), sha256).hexdigest()[:40]


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1] if not match[0].isascii() else f"\\u{ord(match[0]):04x}"
