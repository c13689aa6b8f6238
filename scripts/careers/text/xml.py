"""XML in bytes: ``bytes`` are markup, ``str`` is text, which is escaped on its way in.

What XML 1.0 cannot hold (control characters, lone surrogates) is dropped there too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from html import escape

_HEAD = b'<?xml version="1.0" encoding="UTF-8"?>\n'
# What XML has no place for; half surrogate pairs are dropped by the codec.
_NO_CHARACTERS = [*map(chr, set(range(0x20)) - set(b"\t\n")), "\ufffe", "\uffff"]
_WITHOUT = dict.fromkeys(map(ord, _NO_CHARACTERS))
_SPACE = re.compile(rb"[\t\n]+")


def clean(text: str) -> bytes:
    """The text without the characters that XML 1.0 has no place for; line ends are LF."""
    if text.isprintable():
        return text.encode()
    # To look for each is half the work of looking at every character.
    if any(map(text.__contains__, _NO_CHARACTERS)):
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_WITHOUT)
    return text.encode("utf-8", "ignore")


def element(name: str, *content: bytes | str | None, **attributes: str | None) -> bytes:
    """An element. What is None is left out; ``_`` in an attribute's name stands for a colon."""
    tag = name.encode()
    start = _start(tag, attributes) if attributes else tag
    inside = b"".join([_text(part) for part in content if part is not None])
    return b"<%b>%b</%b>" % (start, inside, tag) if inside else b"<%b/>" % start


def section(name: str, text: str, **attributes: str | None) -> bytes:
    """An element whose text is a CDATA section; two where it holds `]]>`."""
    inside = clean(text)
    if b"]" in inside:  # one byte is found much faster than three
        inside = inside.replace(b"]]>", b"]]]]><![CDATA[>")
    tag = name.encode()
    start = _start(tag, attributes) if attributes else tag
    return b"<%b><![CDATA[%b]]></%b>" % (start, inside, tag)


def document(name: str, children: Iterable[bytes], **attributes: str | None) -> bytes:
    """A document of a root and its children, which are made one by one."""
    before, after = ends(name, **attributes)
    return before + b"".join(map(line, children)) + after


def ends(name: str, *content: bytes | None, **attributes: str | None) -> tuple[bytes, bytes]:
    """What stands before and behind the children of a root; before them, what it begins with."""
    inside = b"".join(part for part in content if part is not None)
    tag = name.encode()
    before = b"%b<%b>%b\n" % (_HEAD, _start(tag, attributes), inside)
    return before, b"</%b>\n" % tag


def line(child: bytes) -> bytes:
    """An element by itself, on a line."""
    return child + b"\n"


def _text(part: bytes | str) -> bytes:
    return clean(escape(part, quote=False)) if isinstance(part, str) else part


def _start(start: bytes, attributes: dict[str, str | None]) -> bytes:
    """What stands between the brackets of a start tag; ``start`` is its name."""
    for key, value in attributes.items():
        if value is not None:
            inside = clean(escape(value))
            inside = inside if value.isprintable() else _SPACE.sub(b" ", inside)
            start += b' %b="%b"' % (_name(key), inside)
    return start


@cache
def _name(key: str) -> bytes:
    return key.strip("_").replace("_", ":").encode()
