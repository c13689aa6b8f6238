"""The mails that are attached whole to a mail: letters to read, and files to keep."""

from __future__ import annotations

import re
from email.message import Message

from careers.intake._mail.people import sender_of
from careers.intake._mail.reading.bodies import file_name
from careers.intake._mail.reading.message import Attachment, Mail

_ODD = re.compile(r"[^\w .,()+-]+")


def attached(mail: Mail, *, skip: int) -> list[Attachment]:
    """Each that is no file yet as one, ``Subject.eml``; the first ones may be left out."""
    return [
        Attachment(
            name=_name(file_name(part), inner),
            type="message/rfc822",
            inline=False,
            part=_as_file(inner.message),
        )
        for part, inner in mail.letters()[skip:]
        if part.get_content_type() == "message/rfc822"
    ]


def layers(mail: Mail, depth: int = 5) -> list[Mail]:
    """The mails within it, and those within them."""
    if not depth:
        return []
    return [each for _, inner in mail.letters() for each in (inner, *layers(inner, depth - 1))]


def quoted(mail: Mail, *, skip: int) -> dict[str, str]:
    """What they say, by whose they are; the first ones may be left out."""
    found: dict[str, str] = {}
    for _, inner in mail.letters()[skip:]:
        question = f"Attached letter of {sender_of(inner).shown or 'somebody'}"
        while question in found:
            question += " (again)"
        found[question] = "\n\n".join(filter(None, (inner.header("Subject"), inner.text)))
    return {question: text for question, text in found.items() if text}


def _name(given: str, mail: Mail) -> str:
    subject = " ".join(_ODD.sub(" ", mail.header("Subject"))[:80].split())
    return given or f"{subject or 'letter'}.eml"


def _as_file(message: Message) -> Message:
    part = Message()
    try:
        data = message.as_bytes()
    except (ValueError, LookupError, KeyError, TypeError, AttributeError):
        data = str(message.get_payload()).encode("utf-8", "replace")
    part.set_payload(data)
    return part
