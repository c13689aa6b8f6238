"""The job that a mail is for: by the address it went to, by brackets, by its subject."""

from __future__ import annotations

import re
from collections.abc import Sequence

from careers.hiring.correspondence.settings import MailSettings
from careers.intake._mail.people import TARGETS, Person, base_of
from careers.intake._mail.reading.message import Mail

_PLUS = re.compile(r"^([^+@]+)\+([^@]+)@([^@]+)$")
_ANSWER_TAG = re.compile(r"^[1-9][0-9]{0,9}-[0-9]{8}$")
_TAGGED = re.compile(r"\[([^\[\]]{1,200})\]")
_NO_JOB = re.compile(
    r"^(?:(?:ext(?:ern(?:al|e[nrs]?|o|a)?)?|externer?)(?:[ -]?(?:e-?mail|mail|sender|message|absender"
    r"|nachricht|expéditeur|remitente|mittente|afzender|remetente))?|(?:e-?mail|mail|courriel|correo)"
    r"[ -]?extern[aeo]?|caution|warning|achtung|spam\??|suspected spam|secure|encrypted|bulk|fwd?|re"
    r"|(?:ref(?:erence|erenz|\.)?|ticket|case|id|no|nr|req)?[ .:#\u2116-]*\d[\d./-]*"
    r"|(?:job )?application|bewerbung|candidature|candidatura|solicitud|sollicitatie|cv|urgent)$",
    re.IGNORECASE,
)
_ANSWERS = (
    r"\s*(?:re|aw|antw|sv|rif|ref|res|odp|ynt|fwd?|fw|wg|tr|rv|reenv|enc|i|doorst|vs|vb|vl|pd)"
    r"\s*(?:\[\d+\])?\s*[:\uff1a]|\s*(?:urgent|important|dringend|urgente)\s*[:!]+"
    r"|\s*(?:ref|kennziffer|job[ -]?id|req)(?:erence|erenz|\.)?[ .:#\u2116-]*\d[\w./-]*\s*[/:|,\u2013-]"
)
_WORDS = (
    r"\s*(?:(?:my |meine |ma |mi |mijn |la mia |internal |interne |new |neue |nouvelle |nueva |nova |nuova )?"
    r"(?:job |online[- ]|initiative )?(?:application|applying|bewerbung(?:sunterlagen)?"
    r"|(?:candidatur[ae]|postulation|solicitud(?: de empleo| de trabajo)?|postulación|sollicitatie|domanda di lavoro)(?: spontan(?:ée|ea))?"
    r"|cv|lebenslauf|curriculum(?: vitae)?|resume|résumé"
    r"|(?:aplikacja|zgłoszenie|podanie)(?= )|(?:jobb)?ansökan|(?:job)?ansøgning|(?:jobb)?søknad|(?:työ)?hakemus"
    r"|žádost|jelentkezés|başvuru|отклик|резюме|job(?=:)|position(?=:)))"
    r"(?: for| as| als| um| für| auf| zur| zum| pour| au| à l['\u2019]| à| en tant que| como| para| a| al| per| come"
    r"| voor| op| to| na| om| till| til| som| på)?(?: an?| the| your| die| den| der| das| ihre?| eine| votre| le| la| un| une| el| il| de| het| o)?"
    r"(?: (?:open )?(?:position|role|job|post|vacancy|stelle(?:nanzeige|nangebot)?|poste|puesto|vacante"
    r"|functie|vacature|vaga|cargo|posizione|posto|stanowisko|tjänsten?|stillingen?|jobbet)"
    r"(?: of| as| als| de| d['\u2019]| di| van| som)?)?(?:(?<=['\u2019])|(?!\w))[\s:,\-\u2013\u2014|/]*"
)
_MARKS = re.compile(rf"^(?:{_ANSWERS}|{_WORDS})+", re.IGNORECASE)
_BEHIND = re.compile(
    r"[\s:,\-\u2013\u2014|/]+(?:(?:job )?application|bewerbung|candidatur[ae]|solicitud|sollicitatie"
    r"|cv|lebenslauf|resume|résumé|candidate|applicant|kandidat|(?:job )?position|role|vacancy)$",
    re.IGNORECASE,
)
_FROM = re.compile(r"^[^\s@]+@[^\s@]+: ")  # as Mutt forwards: [ada@example.com: Baker]
_TO = re.compile(
    r"^(?:for|as|auf|als|für|pour|para|voor|op|per) (?:die stelle |the )?", re.IGNORECASE
)
_LINKING = re.compile(r"^(?:from|of|by|von|de|di|da|van|par)?$", re.IGNORECASE)
_EDGES = " \t:;,.-\u2013\u2014|/\"'\u201c\u201d\u201e\u00ab\u00bb"


def job_of(mail: Mail, writer: Person, settings: MailSettings, subjects: Sequence[str]) -> str:
    """The posting's name or title as the mail has it; empty where it has none.

    ``subjects`` are the mail's and those of what it forwards, the mail's own first.
    """
    if tag := tag_of(mail, writer, settings):
        return tag
    for subject in subjects:
        tags = [_FROM.sub("", tag).strip() for tag in _TAGGED.findall(subject)]
        if named := [
            tag for tag in tags if not _NO_JOB.match(tag) and not _is_name_of_ours(mail, tag)
        ]:
            return str(named[-1])
    titles = (title_in(subject, writer.called) for subject in reversed(subjects))
    return next(filter(None, titles), "")


def _is_name_of_ours(mail: Mail, tag: str) -> bool:
    """Whether a mailing list or a website puts its own name into subjects."""
    ours = {part for _, x in mail.addresses("To", "From") for part in _domain(x).split(".")[:-1]}
    return tag.casefold() in mail.header("List-Id").casefold() or tag.casefold() in ours


def _domain(address: str) -> str:
    return address.rpartition("@")[2].casefold()


def tag_of(mail: Mail, writer: Person, settings: MailSettings) -> str:
    """The posting's name in an address of ours, ``jobs+baker@…``; empty where there is none."""
    ours = {base_of(each) for each in (settings.user, *settings.addresses) if "@" in each}
    for _, address in mail.addresses(*TARGETS):
        found = _PLUS.match(address)
        if not found or _ANSWER_TAG.match(found[2]):
            continue
        known = base_of(address) in ours if ours else base_of(address) != base_of(writer.address)
        if known:
            return found[2]
    return ""


def title_in(subject: str, name: str) -> str:
    """What is left of a subject without ``Re:``, words for applying, marks and the person's name."""
    left = _TAGGED.sub(" ", subject)
    left = _BEHIND.sub("", _MARKS.sub("", " ".join(left.split())).strip(_EDGES))
    if name and (at := left.casefold().find(name.casefold())) >= 0:
        before, after = left[:at].strip(_EDGES), left[at + len(name) :].strip(_EDGES)
        rest = after if _LINKING.match(before) else before
        left = _MARKS.sub("", _TO.sub("", rest)).strip(_EDGES)
    return left.strip(_EDGES)
