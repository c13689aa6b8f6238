"""A letter as a mail: its headers, its two bodies, what goes with it."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from careers.letters.support.message import Attached, Envelope, message
from careers.letters.support.wording import Wording

ENVELOPE = Envelope(
    sender="Rita Müller, Example GmbH",
    address="jobs@example.com",
    reply_to="jobs+41-38205517@example.com",
    to="ada@example.com",
    message_id="<41-38205517.invited.2@example.com>",
    sent=datetime(2026, 12, 2, 9, tzinfo=UTC),
    earlier=("<41-38205517.received.1@example.com>", "<41-38205517.pay.1@example.com>"),
)
WORDING = Wording("de", "Grüße — ein Gespräch", "Schöne Grüße\n.\n" * 40, "<p>Schöne Grüße</p>\n")


def sent(*attached: Attached) -> EmailMessage:
    """As a mail program reads what goes over the wire."""
    wire = message(WORDING, ENVELOPE, attached).as_bytes()
    assert wire.isascii()
    assert max(map(len, wire.split(b"\r\n"))) <= 998
    assert b"\n" not in wire.replace(b"\r\n", b"")
    read = message_from_bytes(wire, policy=default)
    assert isinstance(read, EmailMessage)
    return read


def test_a_letter_reads_as_it_was_written() -> None:
    """Whatever letters its names have; it threads, and says that a machine sent it."""
    mail = sent()
    assert mail["From"].addresses[0].display_name == "Rita Müller, Example GmbH"
    assert mail["Reply-To"].addresses[0].addr_spec == "jobs+41-38205517@example.com"
    assert mail["Subject"] == "Grüße — ein Gespräch"
    assert mail["In-Reply-To"] == ENVELOPE.earlier[-1]
    assert str(mail["References"]).split() == [*ENVELOPE.earlier]
    assert mail["Auto-Submitted"] == "auto-generated"
    assert [part.get_content_type() for part in mail.iter_parts()] == ["text/plain", "text/html"]
    plain, html = (str(part.get_content()) for part in mail.iter_parts())
    assert plain.replace("\r\n", "\n") == WORDING.text
    assert "<img" not in html


def test_files_go_with_it() -> None:
    """Each with its name and its kind; a calendar's with its method."""
    calendar = Attached(
        "interview.ics", "text/calendar; charset=utf-8; method=REQUEST", b"BEGIN:\r\n"
    )
    offer = Attached("Angebot für Ada.pdf", "application/pdf", b"%PDF-1.7\x00\xff")
    mail = sent(calendar, offer)
    first, second = mail.iter_attachments()
    assert (first.get_content_type(), first.get_param("method")) == ("text/calendar", "REQUEST")
    assert second.get_filename() == "Angebot für Ada.pdf"
    assert second.get_payload(decode=True) == b"%PDF-1.7\x00\xff"
