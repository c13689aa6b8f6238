"""Mails of job boards: the applicant stands in the subject or the text, mostly without an address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from careers.hiring.correspondence.settings import BoardSettings, MailSettings
from careers.intake._mail.message import Mail
from careers.intake._mail.people import Person, sender_of

_NAME = r"(?P<name>(?-i:(?![a-z\u00e0-\u00ff]))[^:|]{2,80}?)"
_JOB = r"(?P<posting>.{2,150}?)"
_WHOLE_JOB = r"(?P<posting>.{2,150})"  # up to the last word behind it: work from home
_FULL = r"(?P<name>(?-i:[A-Z\u00c0-\u00de]\S+)(?: (?-i:[A-Z\u00c0-\u00de]\S+)){1,3})"
_SUBJECTS = (
    rf"^(?:nouvelle |nueva |nova |nuova |nieuwe )?(?:candidatur[ae]|solicitud|sollicitatie)(?:\s*:\s*| pour | au poste de | \u00e0 | para | al puesto de | per | voor | op ){_WHOLE_JOB} (?:de|di|da|van|par) {_FULL}$",
    rf"^(?:(?:you have a )?new (?:job )?(?:application|applicant|candidate)(?: received)?)(?:\s*[:\-\u2013]\s*| for ){_WHOLE_JOB} (?:from|by) {_NAME}$",
    rf"^(?:new )?(?:job )?application (?:of|from|by) {_NAME}\s*(?: for| as|:|-|\u2013) ?(?:the )?(?:position of |position |job )?{_JOB}$",
    rf"^(?:(?:you have a )?new (?:job )?(?:application|applicant|candidate))\s*[:\-\u2013] {_NAME} (?:for|as) {_JOB}$",
    rf"^{_NAME} (?:has |just )*applied (?:for|to|as)(?: your| the| a)?(?: job| position)?(?: ad| posting)?:? {_JOB}$",
    rf"^{_NAME} is interested in(?: your| the)?(?: job| position)?:? {_JOB}$",
    rf"^.{{0,40}}\bfrom {_NAME} for {_JOB}$",
    rf"^{_JOB} application from {_NAME}$",
    rf"^(?:neue |ihre neue )?bewerbung von {_NAME}\s*(?: auf| als| f\u00fcr| zu|:|-|\u2013) ?(?:ihre |die |ihr )?(?:stellenanzeige|anzeige|stelle|position|stellenangebot)?:? ?{_JOB}$",
    rf"^(?:neue |ihre neue |online-?)?bewerbung(?:\s*[:\-\u2013]| f\u00fcr| als| auf)\s*(?:die |ihre )?(?:stelle|position|stellenanzeige)?:? ?{_JOB} von {_NAME}$",
    rf"^{_NAME} hat sich (?:auf|als|f\u00fcr|um) (?:ihre |die )?(?:anzeige|stelle|stellenanzeige|position)?:? ?{_JOB} beworben\.?$",
    rf"^(?:nouvelle )?candidature(?:\s*:\s*| pour | au poste de | \u00e0 ){_JOB} (?:de|par) {_NAME}$",
    rf"^{_NAME} a postul\u00e9 (?:\u00e0|au|pour)(?: votre| l['\u2019]| le)?(?: poste| offre| annonce)?(?: de)?:? {_JOB}$",
    rf"^(?:nueva |nova )?(?:candidatura|solicitud)(?:\s*:\s*| para | al puesto de ){_JOB} de {_NAME}$",
    rf"^{_NAME} (?:ha solicitado|se ha postulado|se postul\u00f3|candidatou-se|si \u00e8 candidat[oa]|heeft gesolliciteerd)(?: al?| para| \u00e0| ao?| per| op| voor)?(?: el| la| o| a| de)?(?: puesto| vaga| posizione| functie| vacature| oferta)?(?: de| di| van)?:? {_JOB}$",
    rf"^(?:nieuwe )?sollicitatie(?:\s*:\s*| voor | op ){_JOB} van {_NAME}$",
    rf"^(?:nuova )?candidatura(?:\s*:\s*| per ){_JOB} (?:di|da) {_NAME}$",
    rf"^(?:you have a )?new (?:job )?(?:application|applicant|candidate)(?: received)?(?:\s*[:\-\u2013]\s*| for ){_JOB}$",
    rf"^(?P<name>(?!new|your?|job|action|neue|ihre?|nouvelle)(?-i:[A-Z\u00c0-\u00de]\S+ [A-Z\u00c0-\u00de]\S+))(?: (?:has |just )*(?:applied|is interested)\b.*| [-\u2013] {_JOB})$",
)
_DEFAULTS = {
    "linkedin": ("linkedin.com",),
    "indeed": ("indeed.com", "indeedemail.com", "indeed.de", "indeedmail.com"),
    "stepstone": ("stepstone.de", "stepstone.at", "stepstone.nl", "stepstone.be", "stepstone.com"),
    "xing": ("xing.com", "onlyfy.io"),
    "jobsdb": ("jobsdb.com", "jobstreet.com"),
}
_NO_JOB = {"job", "your job", "position", "your position", "the position", "ihre stelle", "stelle"}
_RELAYS = ("indeedemail.com", "indeedmail.com")
_LABELS = {
    "name": "name, candidate, applicant, full name, bewerber, bewerberin, kandidat, candidat, candidato, kandidaat",
    "posting": "job, position, job title, role, stelle, stellenanzeige, poste, puesto, functie, vacature, offre",
    "email": "email, e-mail, mail, email address, e-mail-adresse, courriel, correo",
    "phone": "phone, telephone, mobile, telefon, t\u00e9l\u00e9phone, tel\u00e9fono, telefoon",
}
_LABEL = {word: field for field, words in _LABELS.items() for word in words.split(", ")}
_LABELLED = re.compile(r"^[\s*>-]*([A-Za-z\u00c0-\u00ff -]{3,20}?)\s*:\s*(.{2,200})$")
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
    """The same of a mail that was forwarded; ``person`` is who is to get answers."""
    own = next((board for board in settings.board if _is_from(sender, board.sender)), None)
    name = own.name if own else _known(sender)
    if not name:
        return None
    found: dict[str, str] = {}
    if own:
        _by_settings(own, subject, text, found)
    bare = re.sub(r"^(?:\s*(?:fwd?|re|aw|wg|tr)\s*:)+\s*", "", subject, flags=re.IGNORECASE)
    for pattern in _SUBJECTS:
        if match := re.match(pattern, " ".join(bare[:_LINE].split()), re.IGNORECASE):
            _keep(found, match.groupdict())
            break
    _keep(found, {"name": person.name, "email": person.address})
    _keep(found, labelled(text))
    told = {field: found.get(field, "") for field in _LABELS}
    return Posted(name, **told)


def _is_from(sender: Person, board: str) -> bool:
    if "@" in board.removeprefix("@"):
        return sender.address.casefold() == board
    domain = board.removeprefix("@")
    return sender.domain == domain or sender.domain.endswith(f".{domain}")


def _known(sender: Person) -> str:
    found = (name for name, hosts in _DEFAULTS.items() for h in hosts if _is_from(sender, h))
    return next(found, "")


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
    """What stands behind a word and a colon, on a line of its own: name, posting, address, phone."""
    found: dict[str, str | None] = {}
    for line in text.split("\n")[:_LINES]:
        match = _LABELLED.match(line[:_LINE])
        field = match and _LABEL.get(" ".join(match[1].split()).casefold())
        if match and field and (field != "email" or "@" in match[2]):
            found.setdefault(field, match[2].partition(" <")[0])
    return found


def _keep(found: dict[str, str], told: Mapping[str, str | None]) -> None:
    """What was told first stays."""
    for field, value in told.items():
        text = " ".join((value or "").split()).strip("\"'*.")
        if text.casefold() in _NO_JOB:
            continue
        if text and not found.get(field):
            found[field] = text
