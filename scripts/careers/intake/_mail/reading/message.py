"""A mail taken apart: its headers, its parts, and what it carries."""

from __future__ import annotations

import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from functools import cached_property

from careers.intake._mail.reading.bodies import (
    content,
    content_of,
    disposition,
    file_name,
    is_text,
    parts_of,
    said,
)
from careers.intake._mail.reading.decoding import decoded, mended
from careers.intake._mail.reading.outlook import is_envelope, opened
from careers.intake._mail.reading.pictures import is_decoration
from careers.text.diagnostics import CareersError

_HEADER = re.compile(rb"\A(?:From [^\n]*\n)?(?:[!-9;-~]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)+")
_PARTS = 400  # parts of a mail that are looked at
_LETTERS = 20
_SIGNATURES = {
    "application/pgp-signature",
    "application/pkcs7-signature",
    "application/x-pkcs7-signature",
}
# Other shapes of the text, for programs.
_INSTEAD = {"text/calendar", "text/x-amp-html", "text/watch-html", "text/css"}
# ``Example, Ada <ada@…>`` without the quotes that it needs.
_NAME_FIRST = re.compile(r"((?:^|>\s*,)\s*)([^\s<>\"@,:;()][^<>\"@,:;()]*,[^<>\"@,:;()]*)(?=<)")
_WORD = re.compile(r"=\?[^?\s]+\?[bqBQ]\?[^?\s]*\?=")


def is_mail(data: bytes) -> bool:
    """Whether bytes begin as a mail does, with headers, and not as JSON, in however many lines."""
    begin = data.lstrip()[:20_000]
    return not begin.startswith((b"{", b"[")) and bool(_HEADER.match(begin))


@dataclass(frozen=True, slots=True)
class Attachment:
    """What a mail carries; ``inline`` is a picture of its text rather than a file."""

    name: str
    type: str
    inline: bool
    part: Message = field(repr=False, compare=False)


class Mail:
    """A mail as people read it: headers decoded, its text, the names of its files."""

    def __init__(self, data: bytes) -> None:
        try:
            # The old policy: the new one's headers raise on what strangers write.
            self.message: Message = message_from_bytes(data.lstrip(), policy=policy.compat32)
            self.parts = [*_walk(self.message)]
        except (MessageError, RecursionError, ValueError, LookupError, AttributeError, TypeError):
            message = "this mail cannot be read"
            raise CareersError(message, "open it in a mail program", status=1) from None

    def header(self, name: str) -> str:
        """A header on one line, decoded; empty where there is none."""
        if name not in self._decoded:
            self._decoded[name] = decoded(next(self._raw(name), ""))
        return self._decoded[name]

    @cached_property
    def _decoded(self) -> dict[str, str]:
        return {}

    def headers(self, name: str) -> list[str]:
        """Every header of a name, from the top: what the last server wrote comes first."""
        return [decoded(value) for value in self._raw(name)]

    def addresses(self, *names: str) -> list[tuple[str, str]]:
        """The names and addresses in headers, in order; of one header the first fifty."""
        given = (value for name in names for value in self._raw(name))
        return [pair for value in given for pair in _addresses(value[:20_000])[:50]]

    def _raw(self, name: str) -> Iterator[str]:
        """Headers as they were sent: bytes that are no ASCII stand as surrogates."""
        items = self.message.raw_items()
        return (str(value) for found, value in items if found.casefold() == name.casefold())

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

    @cached_property
    def text(self) -> str:
        """What it says: its plain text, else what its HTML says, or Outlook's envelope."""
        envelopes = (opened(part)[0] for part in self.parts if is_envelope(part))
        return said(self.message) or next(filter(None, envelopes), "")

    def files(self) -> list[Attachment]:
        """What is attached, by name; ``inline`` are pictures that only adorn its text."""
        return [*self._files]

    @cached_property
    def _files(self) -> list[Attachment]:
        found = []
        html = "".join(content(p) for p in self.parts if p.get_content_type() == "text/html")
        for part in self._carriers():
            type_, name = part.get_content_type(), file_name(part)
            lone = not name and disposition(part) != "attachment"
            unnamed = lone and type_ in _INSTEAD
            if part.is_multipart() or type_ in _SIGNATURES or unnamed or is_text(part):
                continue
            found.append(Attachment(name or "a file", type_, is_decoration(part, html), part))
        return found

    def _carriers(self) -> Iterator[Message]:
        """The parts that may be files; of Outlook's envelope what is in it."""
        for part in self.parts:
            within = opened(part)[1] if is_envelope(part) else []
            yield from within or (part,)

    def types(self) -> set[str]:
        """The types of all its parts."""
        return {part.get_content_type() for part in self.parts}

    def letters(self) -> list[tuple[Message, Mail]]:
        """The mails that are attached whole, each with the part that holds it."""
        found = ((part, _whole(part)) for part in self.parts)
        return [(part, mail) for part, mail in found if mail][:_LETTERS]

    def inner(self) -> Mail | None:
        """The one mail that is attached whole, as some programs forward one."""
        return next((mail for _, mail in self.letters()), None)


def _whole(part: Message) -> Mail | None:
    """The mail that a part is; some programs encode it, or say that it is any file."""
    if part.get_content_type() == "message/rfc822":
        for message in parts_of(part)[:1]:
            text = str(message.get_payload()) if not message.keys() else ""
            data = _from_base64(text)
            return Mail(data) if is_mail(data) else _within(message)
    if file_name(part).casefold().endswith(".eml") and is_mail(data := content_of(part)):
        return Mail(data)
    return None


def _from_base64(text: str) -> bytes:
    try:
        return b64decode("".join(text.split()), validate=True)
    except ValueError:
        return b""


def _within(message: Message) -> Mail:
    mail = Mail.__new__(Mail)
    mail.message, mail.parts = message, [*_walk(message)]
    return mail


def _walk(message: Message) -> Iterator[Message]:
    """The parts that are the mail's own, not those of a mail within."""
    waiting = [message]
    for _ in range(_PARTS):
        if not waiting:
            return
        part = waiting.pop(0)
        yield part
        if part.get_content_maintype() == "multipart":
            waiting[:0] = parts_of(part)


def _addresses(value: str) -> list[tuple[str, str]]:
    """Names and addresses. An encoded word is part of a name, whatever it holds."""
    words: list[str] = []

    def kept(match: re.Match[str]) -> str:
        words.append(match[0])
        return f"word{len(words) - 1}z"

    pairs = getaddresses([_NAME_FIRST.sub(r'\1"\2" ', _WORD.sub(kept, value))])
    for number, word in reversed([*enumerate(words)]):
        pairs = [(shown.replace(f"word{number}z", word), address) for shown, address in pairs]
    return [(decoded(shown), mended(address)) for shown, address in pairs if address]
