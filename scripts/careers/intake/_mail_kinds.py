"""What a mail is, told by more than one sign: a machine's answer, a bounce, spam, an invitation."""

from __future__ import annotations

import re

from careers.intake._message import Mail

_AWAY = re.compile(
    r"^(?:out of (?:the )?office|automatic reply|auto(?:matic)?[ -]?(?:reply|response)|autoreply"
    r"|abwesenheit\w*|automatische antwort|abwesend|réponse automatique|absence du bureau"
    r"|respuesta automática|fuera de (?:la )?oficina|automatisch antwoord|afwezig\w*"
    r"|resposta automática|risposta automatica|fuori sede)\b",
    re.IGNORECASE,
)
_BOUNCED = re.compile(
    r"^(?:undeliver\w*|delivery (?:status notification|failure|has failed)|mail delivery failed"
    r"|returned mail|failure notice|unzustellbar|zustellung|non remis|no se puede entregar)",
    re.IGNORECASE,
)
_MACHINES = re.compile(
    r"^(?:mailer-daemon|postmaster|bounces?|no-?reply|do-?not-?reply)\b", re.IGNORECASE
)


def why_no_application(mail: Mail) -> str | None:
    """What a mail is instead of an application, in words; None where it may be one."""
    if _bounced(mail):
        return "a mail that could not be delivered comes back"
    if _spam(mail):
        return "it is marked as spam"
    if mail.message.get_content_type() == "text/calendar" or _invitation(mail):
        return "it is an entry of a calendar"
    if _automatic(mail):
        return "a program answered"
    return None


def _automatic(mail: Mail) -> bool:
    """A program's answer bears one plain mark, or two weak ones."""
    submitted = mail.header("Auto-Submitted").lower()
    if submitted.startswith("auto-replied"):
        return True
    signs = [
        bool(_AWAY.match(mail.header("Subject"))),
        bool(submitted) and not submitted.startswith("no"),
        mail.header("Precedence").lower() in {"auto_reply", "junk", "bulk"},
        any(mail.header(name) for name in ("X-Autoreply", "X-Autorespond", "X-Autoresponder")),
        mail.header("Return-Path").strip() == "<>",
    ]
    return sum(signs) > 1


def _bounced(mail: Mail) -> bool:
    signs = [
        mail.message.get_content_type() == "multipart/report",
        "message/delivery-status" in mail.types(),
        bool(_BOUNCED.match(mail.header("Subject"))),
        bool(_MACHINES.match(mail.sender()[1])) and "reply" not in mail.sender()[1],
        mail.header("Return-Path").strip() == "<>",
    ]
    return sum(signs) > 1


def _spam(mail: Mail) -> bool:
    return mail.header("X-Spam-Flag").lower() == "yes" or mail.header(
        "X-Spam-Status"
    ).lower().startswith("yes")


def _invitation(mail: Mail) -> bool:
    """A meeting's invitation or answer: a calendar's part with a method, and nothing attached."""
    called = any(
        part.get_content_type() == "text/calendar" and part.get_param("method")
        for part in mail.message.walk()
    )
    return called and all(
        file.type in ("text/calendar", "application/ics") for file in mail.files()
    )
