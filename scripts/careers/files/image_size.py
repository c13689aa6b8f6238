"""Reads how large an image is, out of its first bytes: no library is needed to look at a header."""

from __future__ import annotations

import struct

Size = tuple[int | None, int | None]

_UNKNOWN: Size = (None, None)
_VP8X = 30  # bytes up to the end of the height
_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})
_JPEG_BARE = frozenset({0x01, *range(0xD0, 0xDA)})


def dimensions(head: bytes) -> Size:
    """Width and height in pixels of a PNG, GIF, JPEG or WebP; None for what is not told."""
    try:
        if head.startswith(b"\x89PNG\r\n\x1a\n"):
            return _two(">II", head, 16)
        if head[:6] in (b"GIF87a", b"GIF89a"):
            return _two("<HH", head, 6)
        if head.startswith(b"\xff\xd8"):
            return _jpeg(head)
        if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
            return _webp(head)
    except (struct.error, IndexError):
        pass
    return _UNKNOWN


def _two(form: str, head: bytes, at: int) -> Size:
    width, height = struct.unpack_from(form, head, at)
    return int(width), int(height)


def _jpeg(head: bytes) -> Size:
    """Walks the segments to the one that begins a frame (ITU T.81, table B.1)."""
    at = 2
    while head[at] == 0xFF:  # noqa: PLR2004 - the byte before every marker
        marker = head[at + 1]
        if marker in _JPEG_SIZES:
            height, width = _two(">HH", head, at + 5)
            return width, height
        at += 2 if marker in _JPEG_BARE else 2 + struct.unpack_from(">H", head, at + 2)[0]
    return _UNKNOWN


def _webp(head: bytes) -> Size:
    """The three kinds of WebP (RFC 9649) tell their size in three ways."""
    kind = head[12:16]
    if kind == b"VP8X" and len(head) >= _VP8X:
        width, height = (int.from_bytes(head[at : at + 3], "little") for at in (24, 27))
        return width + 1, height + 1
    if kind == b"VP8L":
        bits = struct.unpack_from("<I", head, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8 ":
        return _two("<HH", head, 26)
    return _UNKNOWN
