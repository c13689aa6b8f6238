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

_BLOCK = re.compile(
    r"^<!-- careers:record\n((?:(?!^<!-- careers:record\b).)*?)\n-->", re.DOTALL | re.MULTILINE
)
_OPENING = re.compile(r"^<!-- careers:record\b", re.MULTILINE)
_BROKEN = re.compile(r"^<!-- careers:record\b[^\n]*(?:\n\{[^\n]*)?\n?", re.MULTILINE)
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})(.*)$", re.MULTILINE)
_EMPTY_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n`]*\n\s*?^ {0,3}\1[ \t]*$\n?", re.MULTILINE)
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


def is_intact(body: str) -> bool:
    """Whether the block stands once, and where GitHub does not show it."""
    found = _BLOCK.search(body)
    if found is None or len(_OPENING.findall(body)) != 1:
        return False
    return not _open_fence(body[: found.start()])


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
    if first is None or _open_fence(body[: first.start()]):
        rest = _EMPTY_FENCE.sub("", _without(body)).rstrip()
        fence = _open_fence(rest)
        return "\n".join((rest, *([fence] if fence else []), "", block, ""))
    return f"{_without(body[: first.start()])}{block}{_without(body[first.end() :])}"


def without_record(body: str) -> str:
    """The body without the block."""
    return _without(body).rstrip() + "\n"


def _without(text: str) -> str:
    """The text without blocks, and without what is left of one: it would hide what follows."""
    return _BROKEN.sub("", _BLOCK.sub("", text))


def _open_fence(text: str) -> str:
    """The fence of code that is open where the text ends; nothing where there is none."""
    fence = ""
    for mark, told in _FENCE.findall(text):
        if not fence:
            # Behind backticks that open one no backtick may stand (CommonMark 0.31, 4.5).
            fence = "" if mark[0] == "`" and "`" in told else mark
        elif mark[0] == fence[0] and len(mark) >= len(fence) and not told.strip():
            fence = ""
    return fence


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
