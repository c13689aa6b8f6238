"""What a mail is, told by more than one sign: a letter, a machine's answer, a receipt, spam …."""

from __future__ import annotations

import re
from email.message import Message

from careers.intake._mail.calendar import is_calendar
from careers.intake._mail.forwarded import APPLIES
from careers.intake._mail.people import sender_of
from careers.intake._mail.reading.bodies import content, parts_of
from careers.intake._mail.reading.message import Mail

_AWAY = re.compile(
    r"^(?:(?:re|aw)\s*:\s*)*(?:out of (?:the )?office|(?:i am |i'm )?(?:currently )?out of office"
    r"|automatic reply|auto(?:matic)?[ -]?(?:reply|response|responder)|autoreply|vacation|on leave"
    r"|abwesenheit\w*|automatische (?:antwort|abwesenheit\w*)|abwesend|ich bin (?:nicht im büro|abwesend)"
    r"|réponse automatique|absence du bureau|absent du bureau|message d['\u2019]absence"
    r"|respuesta automática|fuera de (?:la )?oficina|ausente"
    r"|automatisch (?:antwoord|bericht)|afwezig\w*|niet aanwezig"
    r"|resposta automática|ausência|fora do escritório"
    r"|risposta automatica|fuori (?:sede|ufficio)|assente"
    r"|automatyczna odpowiedź|autosvar|automatisk[at]* (?:svar|svarmeddelande|besvarelse)"
    r"|frånvaro\w*|fraværs?\w*|automaattinen vastaus|poissa|automatická odpov[eě]\w*|automatikus válasz"
    r"|otomatik yan\u0131t|răspuns automat|автоматический ответ|автовідповідь|自動応答|自動返信|不在通知"
    r"|自动(?:答复|回复)|自動回覆|자동 ?(?:회신|응답))"
    # What follows is a subject, a date or nothing: a Vacation Planner is no absence.
    r"(?=\s*(?:$|[:;.,!(\[/\uff1a\u2013\u2014-]|re\b|aw\b"
    r"|(?:until|till|from|due|on|bis|vom|ab|am|jusqu|du|hasta|del|desde|tot|van|até|de|fino|dal)\b))",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b(?:(?:am|be|is) (?:currently |now )?(?:out of (?:the )?office|on (?:annual |parental |sick )?leave"
    r"|on (?:holiday|vacation))|(?:bin|ist) .{0,40}(?:nicht (?:im (?:büro|haus)|erreichbar)|abwesend|im urlaub)"
    r"|(?:suis|serai) .{0,30}(?:absente?|en congés?)|(?:estoy|estaré) .{0,30}(?:fuera|ausente|de vacaciones)"
    r"|(?:ben|is) .{0,40}(?:afwezig|niet aanwezig|met vakantie)|(?:estou|estarei) .{0,30}(?:ausente|fora|de férias)"
    r"|(?:sono|sarò) .{0,30}(?:assente|fuori (?:sede|ufficio)|in ferie)|automatically generated reply"
    r"|automatische antwort|réponse automatique|respuesta automática)\b",
    re.IGNORECASE,
)
_BOUNCED = re.compile(
    r"^(?:undeliver\w*|undelivered|delivery (?:status notification|failure|has failed)|mail delivery"
    r"|returned mail|failure notice|unzustellbar|zustellung|nicht zugestellt|non remis|échec"
    r"|no se puede entregar|no entregado|onbestelbaar|não é possível|mancato recapito|niedostarczon"
    r"|nie można dostarczyć|kunde inte levereras|olevererbar|kan ikke leveres|nedoručiteln|toimittamat"
    r"|配信不能|配信できません|未送达|无法送达|не доставлено|delayed mail)",
    re.IGNORECASE,
)
_RECEIPT = re.compile(
    r"^(?:read|gelesen|lu|leído|gelezen|lido|letto|delivered|relayed|zugestellt)\s*:", re.IGNORECASE
)
_WAS_READ = re.compile(
    r"\b(?:(?:was|were|been) (?:successfully )?(?:read|displayed|opened|delivered|relayed)|gelesen"
    r"|(?:wurde|ist) .{0,200}(?:geöffnet|angezeigt|zugestellt)|a été (?:lu|ouvert|affiché|remis)\w*"
    r"|(?:ha sido|fue|se ha) .{0,60}(?:leíd|abiert|entregad)\w*|gelezen|foi (?:lid|abert|entreg)\w*"
    r"|è stat[oa] (?:lett|apert|visualizzat|consegnat)\w*)\b",
    re.IGNORECASE | re.DOTALL,
)
_MACHINES = re.compile(r"^(?:mailer-daemon|postmaster|bounces?)\b", re.IGNORECASE)
_FAILED = re.compile(r"^Action\s*:\s*failed", re.MULTILINE | re.IGNORECASE)
_SHORT = 600  # characters of a receipt
_BOUNCE = "a mail that could not be delivered comes back"


def why_no_application(mail: Mail, *, from_board: bool = False, tagged: bool = False) -> str | None:
    """What a mail is instead of an application, in words; None where it may be one.

    ``tagged`` says that it bears a mark of ours: a job's title may stand in its subject then, and
    no word there speaks against it.
    """
    if is_bounce(mail):
        return _BOUNCE
    if _is_receipt(mail, by_subject=not tagged):
        return "a program tells of a mail's delivery"
    if is_calendar(mail):
        return "it is an entry of a calendar"
    if _is_automatic(mail, from_board=from_board, by_subject=not tagged):
        return "a program answered"
    return None


def _is_automatic(mail: Mail, *, from_board: bool, by_subject: bool) -> bool:
    """A program's answer bears one plain mark, or two weak ones of which one speaks of answers."""
    submitted = mail.header("Auto-Submitted").lower()
    if submitted.startswith("auto-replied"):
        return True
    precedence = mail.header("Precedence").lower()
    answers = [
        (by_subject or _gone(mail)) and bool(_AWAY.match(mail.header("Subject"))),
        precedence in {"auto_reply", "auto-reply"},
        any(mail.header(x) for x in ("X-Autoreply", "X-Autorespond", "X-Autoresponder")),
        _gone(mail),
        # A program answers: a form that hands something on answers nobody.
        bool(mail.header("In-Reply-To")) and bool(submitted) and not submitted.startswith("no"),
        bool(mail.header("X-MS-Exchange-Inbox-Rules-Loop")),
    ]
    weak = [
        _answers_as_such(mail),
        bool(submitted) and not submitted.startswith("no"),
        precedence in {"junk", "bulk"},
        mail.header("Return-Path").strip() == "<>",
        by_subject and bool(mail.header("X-Auto-Response-Suppress")),
    ]
    return not from_board and any(answers) and sum(answers) + sum(weak) > 1


def _answers_as_such(mail: Mail) -> bool:
    """Whether it answers under a subject of its own, carries nothing and applies for nothing."""
    own = not re.match(r"(?:re|aw|sv|antw)\s*:", mail.header("Subject"), re.IGNORECASE)
    nothing = not mail.files() and not APPLIES.search(mail.text)
    return own and nothing and bool(mail.header("In-Reply-To"))


def _gone(mail: Mail) -> bool:
    """Whether it says so itself, as an answer that carries nothing: applicants may be away, too."""
    answers = any(mail.header(x) for x in ("In-Reply-To", "References", "Auto-Submitted"))
    answers = answers or bool(_AWAY.match(mail.header("Subject")))
    said = mail.text[:1_500]
    return answers and not mail.files() and bool(_GONE.search(said)) and not APPLIES.search(said)


def _reports(mail: Mail, kind: str) -> bool:
    said = str(mail.message.get_param("report-type") or "").lower()
    return mail.message.get_content_type() == "multipart/report" and said == kind


def is_bounce(mail: Mail) -> bool:
    """Whether a mail of ours comes back; one that is late or has arrived does not."""
    report = "message/delivery-status" in mail.types() or _reports(mail, "delivery-status")
    signs = [
        report,
        bool(_BOUNCED.match(mail.header("Subject"))),
        bool(_MACHINES.match(sender_of(mail).address)),
        mail.header("Return-Path").strip() == "<>",
        bool(mail.header("X-Failed-Recipients")),
    ]
    return sum(signs) > 1 and not (report and _is_delivered(mail))


def _is_delivered(mail: Mail) -> bool:
    text = status_of(mail)
    return bool(
        re.search(r"(?im)^Action\s*:\s*(?:delivered|relayed|expanded|delayed)", text)
    ) and not (_FAILED.search(text))


def status_of(mail: Mail) -> str:
    """What a server's report says of the delivery."""
    for part in mail.parts:
        if part.get_content_type() == "message/delivery-status":
            blocks = [_plainly(block) for block in parts_of(part)[:20]]
            return ("\n".join(blocks) or content(part))[:20_000]
    return ""


def _plainly(part: Message) -> str:
    try:
        return part.as_string()
    except (ValueError, LookupError, KeyError, TypeError, AttributeError):
        return ""


def _is_receipt(mail: Mail, *, by_subject: bool) -> bool:
    """A reader's or a server's confirmation, or a report of abuse."""
    if "message/disposition-notification" in mail.types():
        return True
    if any(_reports(mail, kind) for kind in ("disposition-notification", "feedback-report")):
        return True
    if mail.message.get_content_type() == "multipart/report":
        return bool(status_of(mail))
    short = not mail.files() and len(mail.text) < _SHORT
    told = not mail.text or bool(_WAS_READ.search(mail.text))
    return by_subject and short and told and bool(_RECEIPT.match(mail.header("Subject")))
