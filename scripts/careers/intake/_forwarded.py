"""A colleague's forward: the person within applies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import parseaddr

from careers.intake._message import Mail

_SUBJECT = re.compile(r"^\s*(?:fwd?|wg|tr|rv|enc|doorst|i)\s*:", re.IGNORECASE)
_BEGIN = re.compile(
    r"^[>\s*]*(?:-{2,}\s*(?:forwarded message|original message|weitergeleitete nachricht"
    r"|ursprüngliche nachricht|message transféré|message d'origine|mensaje reenviado"
    r"|mensaje original|doorgestuurd bericht|oorspronkelijk bericht|mensagem encaminhada"
    r"|messaggio inoltrato|messaggio originale)\s*-{2,}"
    r"|(?:begin forwarded message|anfang der weitergeleiteten nachricht"
    r"|début du message (?:réexpédié|transféré)|inizio messaggio inoltrato)\s*:)\s*$",
    re.IGNORECASE,
)
_FIELD = re.compile(r"^[>\s*]*([A-Za-zÀ-ÿ ]{2,20})\s*:\s*\**\s*(.*?)\**\s*$")
_FROM = {"from", "von", "de", "van", "da"}
_TITLE = {"subject", "betreff", "objet", "asunto", "onderwerp", "assunto", "oggetto"}
_HEADERS = 14  # lines in which the headers of what is forwarded stand


@dataclass(frozen=True, slots=True)
class Forwarded:
    """Who wrote what was forwarded, and what they said."""

    name: str
    address: str
    subject: str
    text: str


def forwarded(mail: Mail) -> Forwarded | None:
    """What a mail forwards, where its subject and its text both say that it does."""
    if not _SUBJECT.match(mail.header("Subject")):
        return None
    if inner := mail.inner():
        name, address = inner.sender()
        return Forwarded(name, address, inner.header("Subject"), inner.text()) if address else None
    return _in_text(mail.text())


def _in_text(text: str) -> Forwarded | None:
    lines = text.split("\n")
    begin = next((n for n, line in enumerate(lines) if _BEGIN.match(line)), None)
    if begin is None:
        begin = next((n for n, line in enumerate(lines) if _is_from(line)), 0) - 1
    sender, subject, end = "", "", begin + 1
    for number in range(begin + 1, min(begin + 1 + _HEADERS, len(lines))):
        field = _FIELD.match(lines[number])
        if field is None:
            if sender and not lines[number].strip(" >"):
                break
            continue
        end = number + 1
        name = field[1].strip().casefold()
        sender = sender or (field[2] if name in _FROM else "")
        subject = subject or (field[2] if name in _TITLE else "")
    shown, address = parseaddr(sender.replace("[mailto:", "<").replace("]", ">"))
    if "@" not in address:
        return None
    said = "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines[end:]).strip()
    return Forwarded(shown, address, subject, said)


def _is_from(line: str) -> bool:
    field = _FIELD.match(line)
    return field is not None and field[1].strip().casefold() in _FROM and "@" in field[2]
