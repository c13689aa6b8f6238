"""The text of a mail's parts: of alternatives the plain one, of several all, in order."""

from __future__ import annotations

import re
from email.message import Message
from typing import Any

from careers.intake._mail.reading.decoding import decoded, in_charset, mended
from careers.intake._mail.reading.html import text_of

LONGEST = 400_000  # characters of a mail's text
_TEXTS = {"text/plain", "text/html", "text/enriched", "text/markdown", "text/x-markdown"}
_NAME = 200  # characters of a file's name
_DEEP = 60  # parts within each other that are looked into
_UNREAD = re.compile(r"\[(?:image|cid|bild|inline)\b[^\[\]]{0,200}\]|<?https?://\S+|&nbsp;")
_META = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_SIGNED = re.compile(
    r"\s*-----BEGIN PGP SIGNED MESSAGE-----\n(?:\w+: [^\n]*\n)*\n(.*?)\n-----BEGIN PGP SIGNATURE-----",
    re.DOTALL,
)
_LOST_NAME = re.compile(r"(?:file)?name\*?(?:\d+\*?)?=\s*\"?([^\";\r\n]{1,300})", re.IGNORECASE)


def said(message: Message, depth: int = 0) -> str:
    """What a part and those within it say."""
    if message.get_content_maintype() != "multipart" or not message.is_multipart():
        return _own(message)
    if depth > _DEEP:
        return ""
    within = [(_plain(part), said(part, depth + 1)) for part in parts_of(message)[:_DEEP]]
    if message.get_content_subtype() == "alternative":
        return _best(within)
    return "\n\n".join(text for _, text in within if text)[:LONGEST]


def parts_of(message: Message) -> list[Message]:
    """The parts right within a part; none where it has none."""
    payload = message.get_payload()
    return [each for each in payload if isinstance(each, Message)] if message.is_multipart() else []


def _best(alternatives: list[tuple[bool, str]]) -> str:
    """The plain text; the HTML where the plain one is not the letter, or only begins it."""
    plain = next((text for is_plain, text in alternatives if is_plain and text), "")
    rich = next((text for is_plain, text in reversed(alternatives) if not is_plain and text), "")
    words, told = _words_of(plain), _words_of(rich)
    if not told:
        return plain
    if not words:
        return rich
    if 2 * len(told - words) <= len(told):
        return plain
    speaks_of_it = "html" in plain.casefold() and "html" not in rich.casefold()
    return rich if speaks_of_it or len(told) > len(words) else plain


def _words_of(text: str) -> set[str]:
    """The words that somebody reads: no address, no picture's name, no character that is unseen."""
    return set(re.findall(r"[^\W_]+", _UNREAD.sub(" ", text.casefold())))


def _plain(part: Message) -> bool:
    return part.get_content_type() != "text/html" and "html" not in str(part.get("Content-Type"))


def _own(part: Message) -> str:
    if not is_text(part):
        return ""
    if part.get_content_type() == "text/html":
        return text_of(content(part)[: 4 * LONGEST])[:LONGEST].strip()
    text = content(part)[:LONGEST]
    if part.get_content_type() == "text/enriched":
        text = re.sub(r"<[^<>]{0,200}>", "", text)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _parameter(part, "format").lower() == "flowed":
        text = _flowed(text, delsp=_parameter(part, "delsp").lower() == "yes")
    signed = _SIGNED.match(text)
    return (signed[1] if signed else text).strip()


def is_text(part: Message) -> bool:
    """Whether it is what the mail says, rather than a file of it."""
    if disposition(part) == "attachment" or file_name(part):
        return False
    lone = part.get_content_maintype() == "multipart" and not part.is_multipart()
    return lone or part.get_content_type() in _TEXTS


def content(part: Message) -> str:
    """A part's text, by its charset."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        data = None
    if data is None and isinstance(part.get_payload(), str):  # parts that no boundary parts
        data = str(part.get_payload()).encode("utf-8", "surrogateescape")
    if not isinstance(data, bytes):
        return ""
    charset = _parameter(part, "charset")
    if not charset and part.get_content_type() == "text/html" and (meta := _META.search(data)):
        charset = meta[1].decode("ascii", "replace")
    return in_charset(data, charset or "utf-8")


def content_of(part: Message) -> bytes:
    """The bytes of a file, as far as they can be read."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, AssertionError):
        return b""
    return data if isinstance(data, bytes) else b""


def _flowed(text: str, *, delsp: bool) -> str:
    """Lines that a program broke are put together again (RFC 3676)."""
    made: list[str] = []
    goes_on = ""
    for line in text.split("\n"):
        depth = re.match(r">*", line)[0]  # type: ignore[index]
        body = line[len(depth) :].removeprefix(" ")
        mark = f"{depth} " if depth else ""
        if goes_on == f"{mark}." and body != "-- ":
            made[-1] += body
        else:
            made.append(mark + body)
        flows = body.endswith(" ") and body != "-- "
        if flows and delsp:
            made[-1] = made[-1][:-1]
        goes_on = f"{mark}." if flows else ""
    return "\n".join(made)


def _parameter(part: Message, name: str) -> str:
    """A parameter of its type; empty where it is missing or cannot be read."""
    try:
        value: Any = part.get_param(name)
    except (ValueError, LookupError, TypeError):
        return ""
    if isinstance(value, tuple):  # RFC 2231: charset, language, value
        value = value[2]
    return str(value or "").strip()


def disposition(part: Message) -> str:
    """``attachment``, ``inline`` or what else its header says."""
    return str(part.get("Content-Disposition", "")).partition(";")[0].strip().lower()


def file_name(part: Message) -> str:
    """A file's name, by any of the ways in which programs write one."""
    headers = Message()
    for key, value in part.raw_items():
        if key.casefold() in ("content-disposition", "content-type"):
            headers[key] = mended(str(value))  # names stand there in bytes of any charset
    try:
        given = headers.get_param("filename", None, "content-disposition")
        given = given or headers.get_param("name", None, "content-type")
    except (LookupError, ValueError, TypeError, IndexError):
        found = _LOST_NAME.search("; ".join(map(str, headers.values())))
        given = found[1] if found else None
    if isinstance(given, tuple):  # RFC 2231: charset, language, bytes as characters
        given = in_charset(given[2].encode("latin-1", "replace"), str(given[0] or "utf-8"))
    shown = decoded(given).replace("\\", "/").rpartition("/")[2] if given else ""
    shown = "".join(c for c in shown if c.isprintable()).strip('" ')
    return shown if len(shown) <= _NAME else f"{shown[: _NAME - 10]}…{shown[-9:]}"
