"""A letter as a mail: text and HTML, an address for answers, a thread; no pixel, no tracking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from careers.letters.support.wording import Wording


@dataclass(frozen=True)
class Attached:
    """A file that goes with a letter; ``kind`` is its media type, with parameters."""

    name: str
    kind: str
    data: bytes = field(repr=False)


@dataclass(frozen=True)
class Envelope:
    """Whom a letter is from, and to; where answers go; ``message_id`` with its angle brackets.

    ``earlier`` are the Message-IDs of letters before it, the oldest first.
    """

    sender: str
    address: str
    reply_to: str
    to: str = field(repr=False)
    message_id: str
    sent: datetime
    earlier: Sequence[str] = ()


def message(
    wording: Wording, envelope: Envelope, attached: Sequence[Attached] = ()
) -> EmailMessage:
    """The mail, with CRLF as SMTP wants it."""
    made = EmailMessage(policy=SMTP)
    made["From"] = _address(envelope.sender, envelope.address)
    made["To"] = _address("", envelope.to)
    made["Reply-To"] = _address(envelope.sender, envelope.reply_to)
    made["Subject"] = wording.subject
    made["Date"] = format_datetime(envelope.sent)
    made["Message-ID"] = envelope.message_id
    if envelope.earlier:
        made["In-Reply-To"] = envelope.earlier[-1]
        made["References"] = " ".join(envelope.earlier)
    made["Auto-Submitted"] = "auto-generated"
    made["Content-Language"] = wording.language
    made.set_content(wording.text, cte="quoted-printable")
    made.add_alternative(wording.html, subtype="html", cte="quoted-printable")
    for file in attached:
        main, _, rest = file.kind.partition("/")
        sub, *parameters = (part.strip() for part in rest.split(";"))
        made.add_attachment(
            file.data,
            maintype=main,
            subtype=sub,
            filename=file.name,
            params=dict(p.split("=", 1) for p in parameters) or None,
        )
    return made


def _address(name: str, spec: str) -> Address:
    return Address(display_name=name, addr_spec=spec)
