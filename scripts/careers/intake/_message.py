"""A mail taken apart: who wrote it, what they say, and what it carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC
from email import message_from_bytes, policy
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any

from careers.intake._html import text_of
from careers.text.diagnostics import CareersError

_HEADER = re.compile(rb"\A(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){2}")
_PARTS = 400  # parts of a mail that are looked at
_TEXT = 400_000  # characters of its text
_WORD = re.compile(r"=\?[^?\s]+\?[bqBQ]\?[^?\s]*\?=")


def is_mail(data: bytes) -> bool:
    """Whether bytes begin as a mail does, with a few lines of headers."""
    return bool(_HEADER.match(data.lstrip()[:20_000]))


@dataclass(frozen=True, slots=True)
class Attachment:
    """What a mail carries; ``inline`` is a picture of its text rather than a file."""

    name: str
    type: str
    inline: bool
    content: bytes = field(default=b"", repr=False)


class Mail:
    """A mail as people read it: headers decoded, its text, the names of its files."""

    def __init__(self, data: bytes) -> None:
        try:
            # The old policy: the new one's headers raise on what strangers write.
            self.message: Message = message_from_bytes(data.lstrip(), policy=policy.compat32)
            self._parts = [*_walk(self.message)]
        except (MessageError, RecursionError, ValueError, LookupError, AttributeError):
            message = "this mail cannot be read"
            raise CareersError(message, "open it in a mail program", status=1) from None

    def header(self, name: str) -> str:
        """A header on one line, decoded; empty where there is none."""
        return decoded(next(self._raw(name), ""))

    def addresses(self, *names: str) -> list[tuple[str, str]]:
        """The names and addresses in headers, in order; of one header the first fifty."""
        given = (value for name in names for value in self._raw(name))
        return [pair for value in given for pair in _addresses(value[:20_000])[:50]]

    def _raw(self, name: str) -> Iterator[str]:
        """Headers as they were sent: bytes that are no ASCII stand as surrogates."""
        items = self.message.raw_items()
        return (str(value) for found, value in items if found.casefold() == name.casefold())

    def sender(self) -> tuple[str, str]:
        """The name and the address of who wrote it; each may be empty."""
        given = self.addresses("From")
        return given[0] if given else ("", "")

    def sent(self) -> str:
        """When, in ISO 8601; empty where it does not say."""
        try:
            moment = parsedate_to_datetime(self.header("Date"))
        except (TypeError, ValueError, IndexError, OverflowError):
            return ""
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        try:
            return moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
        except (OverflowError, ValueError):
            return ""

    def text(self) -> str:
        """What it says: its plain text, else what its HTML says."""
        plain = [_content(p) for p in self._bodies("text/plain")]
        said = "\n\n".join(filter(None, (t.strip() for t in plain)))
        if said:
            return said[:_TEXT]
        html = "\n".join(_content(p) for p in self._bodies("text/html"))
        return text_of(html[: 4 * _TEXT])[:_TEXT].strip()

    def files(self) -> list[Attachment]:
        """What is attached, by name; pictures that its HTML shows are inline."""
        found = []
        for part in self._parts:
            name = _file_name(part)
            if part.is_multipart() or (not name and _type(part).startswith("text/")):
                continue
            shown = bool(part.get("Content-ID")) and _disposition(part) != "attachment"
            inline = shown and part.get_content_maintype() == "image"
            content = part.get_payload(decode=True)
            content = content if isinstance(content, bytes) else b""
            found.append(Attachment(name or "a file", part.get_content_type(), inline, content))
        return found

    def types(self) -> set[str]:
        """The types of all its parts."""
        return {part.get_content_type() for part in self._parts}

    def inner(self) -> Mail | None:
        """The mail that is attached whole, as some programs forward one."""
        for part in self._parts:
            if part.get_content_type() == "message/rfc822":
                payload = part.get_payload()
                if isinstance(payload, list) and payload and isinstance(payload[0], Message):
                    return Mail(payload[0].as_bytes())
        return None

    def _bodies(self, type_: str) -> Iterator[Message]:
        for part in self._parts:
            attached = _disposition(part) == "attachment" or _file_name(part)
            if _type(part) == type_ and not attached:
                yield part


def _walk(message: Message) -> Iterator[Message]:
    """The parts that are the mail's own, not those of a mail within."""
    waiting: list[Any] = [message]
    for _ in range(_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        yield part
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting[:0] = payload


def _addresses(value: str) -> list[tuple[str, str]]:
    """Names and addresses. An encoded word is part of a name, whatever it holds."""
    words: list[str] = []

    def kept(match: re.Match[str]) -> str:
        words.append(match[0])
        return f"word{len(words) - 1}z"

    pairs = getaddresses([_WORD.sub(kept, value)])
    for number, word in reversed([*enumerate(words)]):
        pairs = [(shown.replace(f"word{number}z", word), address) for shown, address in pairs]
    return [(decoded(shown), address) for shown, address in pairs if address]


def decoded(value: Any) -> str:
    """A header's text on one line. A charset that is unknown or wrong costs single characters."""
    text = re.sub(r"\s+", " ", str(value or "")[:20_000])
    # Some programs put words in quotes, or next to each other without a blank.
    text = re.sub(r"\?=(?==\?)", "?= ", text)
    if not _WORD.search(text):
        return _mended(text)
    try:
        return str(make_header(decode_header(text.replace('"', "")))).strip()
    except (LookupError, ValueError, MessageError):
        return _by_word(text)


def _by_word(text: str) -> str:
    """Each encoded word by itself, with what a wrong charset cannot say replaced."""
    made = []
    for value, charset in decode_header(text):
        if isinstance(value, bytes):
            made.append(_in_charset(value, charset or "ascii"))
        else:
            made.append(value)
    return " ".join("".join(made).split())


def _mended(text: str) -> str:
    """Raw bytes in a header: UTF-8 mostly, else as Western Windows has them."""
    if not any("\udc80" <= c <= "\udcff" for c in text):
        return text.strip()
    return _in_charset(text.encode("utf-8", "surrogateescape"), "utf-8").strip()


def _content(part: Message) -> str:
    data = part.get_payload(decode=True)
    if data is None and isinstance(part.get_payload(), str):  # parts that no boundary parts
        data = str(part.get_payload()).encode("utf-8", "surrogateescape")
    if not isinstance(data, bytes):
        return ""
    return _in_charset(data, str(part.get_content_charset() or "utf-8"))


def _in_charset(data: bytes, charset: str) -> str:
    """Bytes as text: in what they say, in UTF-8, else as Western Windows has them."""
    for name in dict.fromkeys((charset, "utf-8", "cp1252")):
        try:
            return data.decode(name)
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")


def _type(part: Message) -> str:
    """Its type; what says that it has parts and has none is text."""
    lone = part.get_content_maintype() == "multipart" and not part.is_multipart()
    return "text/plain" if lone else part.get_content_type()


def _disposition(part: Message) -> str:
    return str(part.get("Content-Disposition", "")).partition(";")[0].strip().lower()


def _file_name(part: Message) -> str:
    """A file's name, by any of the ways in which programs write one."""
    try:
        name = part.get_filename()
    except (LookupError, ValueError, TypeError, IndexError):
        name = None
    return decoded(name).replace("\\", "/").rpartition("/")[2] if name else ""
