"""Outlook's own envelope, ``winmail.dat`` (TNEF): the files and the text that it holds."""

from __future__ import annotations

import struct
from base64 import b64encode
from collections.abc import Iterator
from email.message import Message

from careers.intake._mail.reading.bodies import content_of, file_name
from careers.intake._mail.reading.decoding import in_charset

_TYPES = ("application/ms-tnef", "application/vnd.ms-tnef")
_SIGNATURE = 0x223E9F78
_ATTACHMENT = 2  # the level of what belongs to a file, not to the message
_RENDERING, _TITLE, _DATA, _BODY = 0x00069002, 0x00018010, 0x0006800F, 0x0002800C
_MOST = 100  # files of one envelope


def is_envelope(part: Message) -> bool:
    """Whether a part is one, by its type or its name."""
    return part.get_content_type() in _TYPES or file_name(part).casefold() == "winmail.dat"


def opened(part: Message) -> tuple[str, list[Message]]:
    """The text and the files in an envelope; none of either where it cannot be read."""
    text, names, data = "", [], []
    for level, attribute, value in _attributes(content_of(part)):
        if level != _ATTACHMENT:
            text = _string(value) if attribute == _BODY else text
        elif attribute == _RENDERING:  # a file begins
            names.append("")
            data.append(b"")
        elif names and attribute == _TITLE:
            names[-1] = _string(value)
        elif names and attribute == _DATA:
            data[-1] = value
    pairs = zip(names[:_MOST], data[:_MOST], strict=True)
    return text.strip(), [_part(name, value) for name, value in pairs if value]


def _attributes(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Level, name and value of each attribute, as far as the lengths are right."""
    if len(data) < struct.calcsize("<IH") or struct.unpack_from("<I", data)[0] != _SIGNATURE:
        return
    at, head = struct.calcsize("<IH"), struct.calcsize("<BII")
    while at + head <= len(data):
        level, attribute, size = struct.unpack_from("<BII", data, at)
        at += head
        if at + size > len(data):
            return
        yield level, attribute, data[at : at + size]
        at += size + 2  # a checksum


def _string(value: bytes) -> str:
    return in_charset(value.partition(b"\0")[0], "utf-8")


def _part(name: str, value: bytes) -> Message:
    part = Message()
    part["Content-Type"] = "application/octet-stream"
    part["Content-Transfer-Encoding"] = "base64"
    part.add_header("Content-Disposition", "attachment", filename=name or "a file")
    part.set_payload(b64encode(value).decode("ascii"))
    return part
