"""A file that somebody sent: what it is by its content, what is kept of it, and under which name.

Nothing is opened: the first bytes decide, and names that an archive holds in plain text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from enum import StrEnum

from careers.application.values import line

LARGEST = 25 * 1024 * 1024
"""Bytes of a file that is kept."""
MOST = 10
"""Files of one application that are kept."""
_SHOWN, _STEM, _ENDING = 80, 60, 10
_HEAD = 1024  # a PDF may begin a little later: readers take it
_MACROS = re.compile(
    rb"vbaProject\.bin|Basic/script-l[bc]\.xml|" + re.escape("_VBA_PROJECT".encode("utf-16-le")),
    re.IGNORECASE,
)
_MACRO_NAME = re.compile(r"\.(?:do[ct]m|xl[st]m|xlsb|xlam|pp[ts]m|potm|ppam|sldm)$", re.IGNORECASE)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f]")


class Unkept(StrEnum):
    """Why a file is not kept; what is ``waiting`` is tried again."""

    MACROS = "macros"
    EMPTY = "empty"
    LARGE = "large"
    MANY = "many"
    GONE = "gone"
    ELSEWHERE = "elsewhere"
    WAITING = "waiting"


def _starts(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(marks)


def _archive(*parts: bytes) -> Callable[[bytes], bool]:
    """An archive of Office's, by the names of its parts."""
    return lambda data: data.startswith(b"PK\3\4") and all(part in data for part in parts)


def _is_text(data: bytes) -> bool:
    if _CONTROL.search(data) or re.match(rb"\s*<", data):
        return False
    try:
        data.decode("utf-8")
    except ValueError:
        return False
    return True


_ODF = b"mimetypeapplication/vnd.oasis.opendocument."
_KINDS: dict[str, tuple[Callable[[bytes], bool], tuple[str, ...]]] = {
    "pdf": (lambda data: b"%PDF-" in data[:_HEAD], ("pdf",)),
    "docx": (_archive(b"[Content_Types].xml", b"word/"), ("docx",)),
    "xlsx": (_archive(b"[Content_Types].xml", b"xl/"), ("xlsx",)),
    "pptx": (_archive(b"[Content_Types].xml", b"ppt/"), ("pptx",)),
    "odt": (lambda data: data[30:].startswith(_ODF + b"text"), ("odt",)),
    "rtf": (_starts(b"{\\rtf"), ("rtf", "doc")),
    "png": (_starts(b"\x89PNG\r\n\x1a\n"), ("png",)),
    "jpg": (_starts(b"\xff\xd8\xff"), ("jpg", "jpeg")),
    "txt": (_is_text, ("txt", "md")),
}
"""The types that are known: what tells one by content, and the endings that its name may have."""


def kind_of(name: str, data: bytes) -> str:
    """The type, where content and name say the same one of the list; else nothing."""
    ending = _parts(name)[1]
    for kind, (is_one, endings) in _KINDS.items():
        if ending in endings and is_one(data):
            return kind
    return ""


def why_not(name: str, data: bytes) -> Unkept | None:
    """Why a file is not kept at all; None where it is."""
    if not data:
        return Unkept.EMPTY
    if len(data) > LARGEST:
        return Unkept.LARGE
    is_office = data.startswith((b"PK\3\4", b"\xd0\xcf\x11\xe0"))
    if _MACRO_NAME.search(shown_name(name)) or (is_office and _MACROS.search(data)):
        return Unkept.MACROS
    return None


def shown_name(name: str) -> str:
    """A file's name as people read it: without its path, without what is not seen, not too long."""
    plain = "".join(c for c in line(name) if unicodedata.category(c) != "Cf")
    plain = plain.replace("\\", "/").rstrip("/").rpartition("/")[2].strip() or "a file"
    if len(plain) <= _SHOWN:
        return plain
    stem, dot, ending = plain.rpartition(".")
    tail = f"{dot}{ending}" if stem and len(ending) <= _ENDING else ""
    return f"{plain[: _SHOWN - len(tail) - 1]}…{tail}"


def kept_name(name: str, kind: str) -> str:
    """The name under which it is kept: small letters, digits and ``-``; no ending that acts.

    What is of no known type ends in ``.bin``, so that no program opens it at a click.
    """
    stem, ending = _parts(name)
    plain = _plain(stem)[:_STEM].strip("-") or "file"
    if not kind and ending:
        plain = f"{plain}-{_plain(ending)}".strip("-")
    return f"{plain}.{kind or 'bin'}"


def _parts(name: str) -> tuple[str, str]:
    stem, dot, ending = shown_name(name).rpartition(".")
    known = bool(stem) and len(ending) <= _ENDING
    return (stem, ending.casefold()) if known else (f"{stem}{dot}{ending}", "")


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKD", text.casefold().replace("ß", "ss"))
    kept = "".join(c for c in folded if not unicodedata.combining(c))
    return re.sub(r"[^a-z0-9]+", "-", kept).strip("-")
