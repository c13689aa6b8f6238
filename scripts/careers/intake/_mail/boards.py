"""Mails of job boards: the applicant stands in the subject or the text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr

from careers.hiring.correspondence.settings import BoardSettings, MailSettings
from careers.intake._forms.names import PARTS, named
from careers.intake._forms.questions import field_of
from careers.intake._mail.board_words import HOSTS, SUBJECTS
from careers.intake._mail.people import Person, is_machine, sender_of
from careers.intake._mail.reading.message import Mail

_NO_JOB = {"job", "your job", "position", "your position", "the position", "ihre stelle", "stelle"}
_RELAYS = ("indeedemail.com", "indeedmail.com")
_FIELDS = ("name", "posting", "email", "phone")
# What a board calls them, other than a form does.
_CALLED = dict.fromkeys(
    ("candidate", "applicant", "from", "candidat", "candidato", "bewerber"), "name"
)
_CALLED |= dict.fromkeys(("bewerberin", "kandidat", "kandidatin", "kandidaat", "candidata"), "name")
_CALLED |= dict.fromkeys(("offre", "oferta", "stellenanzeige", "job title", "annonce"), "posting")
_LABELLED = re.compile(r"^[\s*>-]*((?:[^\W\d_]|[ -]){3,25}?)\s*:\s*(.{2,200})$")
_LINE, _LINES = 300, 200  # what of a text is looked at


@dataclass(frozen=True, slots=True)
class Posted:
    """What a board tells of an applicant; each may be empty."""

    board: str
    name: str = ""
    posting: str = ""
    email: str = ""
    phone: str = ""


def posted(mail: Mail, settings: MailSettings) -> Posted | None:
    """What a board's mail says; None where it comes from no board."""
    sender = sender_of(mail)
    person = _person(mail, sender, settings)
    return posted_by(sender, mail.header("Subject"), mail.text, settings, person)


def posted_by(
    sender: Person,
    subject: str,
    text: str,
    settings: MailSettings,
    person: Person = Person("", ""),  # noqa: B008 - it is frozen
) -> Posted | None:
    """The same of a mail that was forwarded; ``person`` is who is to get answers.

    A machine that is no known board counts as one where it names somebody: its source is the mail.
    """
    own = next((board for board in settings.board if _is_from(sender, board.sender)), None)
    name = own.name if own else _known(sender)
    if not name and not is_machine(sender.address):
        return None
    found: dict[str, str] = {}
    if own:
        _by_settings(own, subject, text, found)
    if not name:  # what it names stands before what its subject may mean
        _keep(found, labelled(text))
    bare = re.sub(r"^(?:\s*(?:fwd?|re|aw|wg|tr)\s*:)+\s*", "", subject, flags=re.IGNORECASE)
    for pattern in SUBJECTS:
        if match := re.match(pattern, " ".join(bare[:_LINE].split()), re.IGNORECASE):
            _keep(found, match.groupdict())
            break
    _keep(found, {"name": person.name, "email": person.address})
    _keep(found, labelled(text))
    if not name and not found.get("name"):
        return None
    told = {field: found.get(field, "") for field in _FIELDS}
    return Posted(name or "email", **told)


def _is_from(sender: Person, board: str) -> bool:
    if "@" in board.removeprefix("@"):
        return sender.address.casefold() == board
    domain = board.removeprefix("@")
    return sender.domain == domain or sender.domain.endswith(f".{domain}")


def _known(sender: Person) -> str:
    hosts = ((name, host) for name, said in HOSTS.items() for host in said.split(", "))
    return next((name for name, host in hosts if _is_from(sender, host)), "")


def _by_settings(board: BoardSettings, subject: str, text: str, found: dict[str, str]) -> None:
    if board.subject and (match := re.search(board.subject, subject[:_LINE])):
        _keep(found, match.groupdict())
    if board.body:
        for line in text.split("\n")[:_LINES]:
            if match := re.search(board.body, line[:_LINE]):
                _keep(found, match.groupdict())


def _person(mail: Mail, sender: Person, settings: MailSettings) -> Person:
    """Who stands in Reply-To, or behind a relay that may be written to."""
    own = {settings.user.casefold(), *settings.addresses}
    for name, address in mail.addresses("Reply-To"):
        other = Person(name, address)
        machine = re.match(r"(?i)no-?reply|do-?not", address)
        if other.domain != sender.domain and address.casefold() not in own and not machine:
            return other
        if any(_is_from(other, relay) for relay in _RELAYS):
            return other
    return sender if any(_is_from(sender, relay) for relay in _RELAYS) else Person("", "")


def labelled(text: str) -> dict[str, str | None]:
    """What stands behind a word and a colon on a line: name, posting, address, phone."""
    found: dict[str, str | None] = {}
    for line in text.split("\n")[:_LINES]:
        match = _LABELLED.match(line[:_LINE])
        label = " ".join(match[1].split()).casefold() if match else ""
        field = match and (_CALLED.get(label) or field_of(label))
        if not match or field not in (*_FIELDS, *PARTS):
            continue
        shown, address = parseaddr(match[2])
        if "@" in address and field != "email":  # as forms write who sent them: Ada <ada@…>
            found.setdefault("email", address)
        if field != "email" or "@" in match[2]:
            said = address if field == "email" and "@" in address else shown or match[2]
            found.setdefault(field, said if "@" in address else match[2].partition(" <")[0])
    parts = {part: found.pop(part, None) or "" for part in PARTS}
    return {"name": named(found.pop("name", None) or "", parts), **found}


def _keep(found: dict[str, str], told: Mapping[str, str | None]) -> None:
    """What was told first stays."""
    for field, value in told.items():
        text = " ".join((value or "").split()).strip("\"'*.")
        if text.casefold() in _NO_JOB:
            continue
        if text and not found.get(field):
            found[field] = text
