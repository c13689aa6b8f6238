"""A mail that somebody applies by, whole as it was received (RFC 5322)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from careers.application import Application, SentFile, read_application
from careers.intake._forwarded import Forwarded, forwarded
from careers.intake._mail_kinds import why_no_application
from careers.intake._message import Attachment, Mail
from careers.intake._refusals import refuse

_FILE_NAME = 255
_TAGGED = re.compile(r"\[([^\[\]]{1,200})\]")
_PLUS = re.compile(r"^[^+@]+\+([^@]+)@")
_MARKS = re.compile(
    r"^(?:\s*(?:re|aw|fwd?|wg|tr|rv|enc|i|doorst)\s*:"
    r"|\s*(?:(?:job )?application|applying|bewerbung|candidatur[ae]|solicitud|sollicitatie)"
    r"(?: for| as| als| um| für| pour| para| per| voor| to)?(?: an?| the| die| den| le| la| el)?"
    r"(?: (?:position|role|job|stelle|poste|post)(?: of| as| als| de)?)?\b[\s:\-\u2013]*)+",
    re.IGNORECASE,
)


def recognises(payload: Mapping[str, Any]) -> bool:
    """Whether it is the text of a mail, and nothing beside it."""
    return isinstance(payload.get("mail"), str) and "posting" not in payload


def read(payload: Mapping[str, Any]) -> Application:
    """Read it: the sender applies, or whose mail was forwarded. Raises Unwanted for a machine's."""
    mail = Mail(payload["mail"].encode("utf-8", "surrogateescape"))
    if why := why_no_application(mail):
        refuse(why)
    inner, attached = forwarded(mail), mail.files()
    name, address = (inner.name, inner.address) if inner else _writer(mail)
    fields = {
        "posting": _posting(mail, inner),
        "name": name or _name_of(address),
        "email": address,
        "message": inner.text if inner else mail.text(),
        "submitted": mail.sent(),
        "id": mail.header("Message-ID"),
        "source": "referral" if inner else "email",
        "answers": _beside(mail, inner, attached),
        "files": _files(mail, attached),
    }
    return read_application(fields)


def _writer(mail: Mail) -> tuple[str, str]:
    """Who answers get: a board's relay stands in Reply-To, and its machine in From."""
    name, address = mail.sender()
    for shown, back in mail.addresses("Reply-To")[:1]:
        if re.match(r"(?i)(?:no-?reply|do-?not-?reply|notifications?|jobs?)\b", address):
            return shown or name, back
    return name, address


def _name_of(address: str) -> str:
    """A name out of ``ada.example@…``, where a mail gives none."""
    local = address.partition("@")[0].partition("+")[0]
    return " ".join(part.capitalize() for part in re.split(r"[._\-\d]+", local) if part) or address


def _posting(mail: Mail, inner: Forwarded | None) -> str:
    """By the address it went to, else by what stands in brackets in the subject, else by that."""
    names = ("To", "Cc", "Delivered-To", "X-Original-To", "X-Envelope-To", "Envelope-To")
    for _, address in mail.addresses(*names):
        if plus := _PLUS.match(address):
            return plus[1]
    subjects = [mail.header("Subject"), *([inner.subject] if inner else [])]
    for subject in subjects:
        if tags := _TAGGED.findall(subject):
            return str(tags[-1]).strip()
    return _MARKS.sub("", subjects[-1]).strip()


def _files(mail: Mail, attached: Sequence[Attachment]) -> list[SentFile]:
    """What is attached to the mail, and to one that it forwards whole."""
    within = mail.inner()
    found = [*attached, *(within.files() if within else [])]
    return [
        SentFile(name=file.name[:_FILE_NAME], content=file.content, question="Files")
        for file in found
        if not file.inline
    ]


def _beside(mail: Mail, inner: Forwarded | None, attached: Sequence[Attachment]) -> dict[str, str]:
    files = [file.name for file in attached if not file.inline]
    made = {"Subject": mail.header("Subject"), "Files": ", ".join(files)}
    if inner:
        made["Forwarded by"] = " ".join(filter(None, mail.sender()))
    return {question: answer for question, answer in made.items() if answer}
