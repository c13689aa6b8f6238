"""What programs send that is about nobody: newsletters, notices, bills, reports of servers."""

from __future__ import annotations

import re

from careers.hiring.correspondence.settings import MailSettings
from careers.intake._mail.boards import Posted, labelled
from careers.intake._mail.forwarded import APPLIES
from careers.intake._mail.job import tag_of
from careers.intake._mail.people import is_machine, our_addresses, sender_of, writer_of
from careers.intake._mail.reading.message import Mail

_LOOKED_AT = 4_000
_APPLYING = re.compile(
    r"\bappl(?:y|ied|icants?|ications?)\b|candidat|bewerb|postul|solicitu|sollicit|kandid|ansök|ansøg"
    r"|søknad|hakem|hakija|aplik|zgłosz|uchaz|jelentkez|başvur|応募|申请|應徵|отклик|резюме|lebenslauf"
    r"|curricul|r[eé]sum[eé]\b|\bcv\b|interview|entretien|gespräch|vorstell",
    re.IGNORECASE,
)
_UNSUBSCRIBE = re.compile(
    r"unsubscribe|abmelden|abbestellen|désabonn|désinscri|darse de baja"
    r"|cancelar (?:la )?suscripción|afmelden|uitschrijven|wypisz|cancelar (?:a )?inscrição"
    r"|annulla (?:l['\u2019])?iscrizione|disiscri"
    r"|avregistrera|afmeld",
    re.IGNORECASE,
)
_REPORT = re.compile(r"^report domain: \S+ submitter: ", re.IGNORECASE)


def is_notice(mail: Mail, settings: MailSettings, board: Posted | None) -> bool:
    """Whether a program wrote it, and about no applicant: nobody is named, nothing is enclosed.

    A notice that speaks of applying is none: a person looks at what could not be read.
    """
    if _REPORT.match(mail.header("Subject")):
        return True
    sender = sender_of(mail)
    writer = writer_of(mail, settings)
    about_somebody = (
        (board.name or board.email) if board else labelled(mail.text).get("email"),
        writer.address != sender.address,
        mail.files() or mail.letters(),
        tag_of(mail, writer, settings),
        APPLIES.search(mail.text),
    )
    if any(about_somebody):
        return False
    if board is None and _is_mailing(mail, settings):
        return True
    submitted = mail.header("Auto-Submitted").lower()
    by_program = is_machine(sender.address) or (submitted and not submitted.startswith("no"))
    said = f"{mail.header('Subject')}\n{mail.text[:_LOOKED_AT]}"
    return bool(by_program or board or _is_mailing(mail, settings)) and not _APPLYING.search(said)


def _is_mailing(mail: Mail, settings: MailSettings) -> bool:
    """Whether it goes to many, by two signs; a list of ours brings letters of single people."""
    list_id = mail.header("List-Id").casefold()
    if any(address.rpartition("@")[2] in list_id for address in our_addresses(mail, settings)):
        return False
    signs = [
        bool(mail.header("List-Unsubscribe")),
        mail.header("Precedence").lower() in {"bulk", "list", "junk"},
        bool(list_id),
        any(mail.header(name) for name in ("Feedback-ID", "X-Campaign-Id", "X-Mailgun-Tag")),
        bool(_UNSUBSCRIBE.search(mail.text)),
    ]
    return sum(signs) > 1
