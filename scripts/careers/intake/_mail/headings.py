"""The lines by which programs begin what is quoted or forwarded, in nineteen languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.utils import parseaddr

_WORDS = {
    "from": "from, von, de, van, da, fra, från, od, lähettäjä, feladó, gönderen, kimden, expeditor, "
    "от, від, от кого, 差出人, 发件人, 寄件者, 보낸 사람",
    "sent": "sent, date, gesendet, datum, envoyé, enviado, enviado el, enviada, enviada em, fecha, "
    "verzonden, data, inviato, skickat, sendt, dato, wysłano, odesláno, odoslané, lähetetty, elküldve, "
    "dátum, gönderildi, tarih, trimis, отправлено, дата, надіслано, 送信日時, 日付, 发送时间, 日期, "
    "寄件日期, 보낸 날짜",
    "to": "to, an, à, a, para, pour, aan, till, til, do, komu, vastaanottaja, címzett, kime, către, "
    "кому, 宛先, 收件人, 收件者, 받는 사람, cc, kopie, copie, dw, копия",
    "subject": "subject, betreff, objet, sujet, asunto, onderwerp, assunto, oggetto, ämne, emne, temat, "
    "předmět, predmet, aihe, tárgy, konu, subiect, тема, 件名, 主题, 主旨, 제목",
    "reply": "reply-to, antwort an, répondre à, responder a, antwoord aan, rispondi a",
}
_KIND = {word: kind for kind, words in _WORDS.items() for word in words.split(", ")}
_FIELD = re.compile(
    r"^[>\s*_]*([^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,2})\*{0,2}\s*[:\uff1a]\*{0,2}\s*(.*?)[\s*_]*$"
)
_FORWARDED = (
    r"forwarded (?:message|mail)|original (?:message|mail)|weitergeleitete (?:nachricht|e-?mail)"
    r"|ursprüngliche nachricht|message (?:transféré|réexpédié|d['\u2019]origine)|courriel transféré"
    r"|mensaje (?:reenviado|original)|(?:doorgestuurd|oorspronkelijk) bericht"
    r"|mensagem (?:encaminhada|reencaminhada|original)|messaggio (?:inoltrato|originale)"
    r"|(?:treść przekazanej|przekazana|oryginalna) wiadomo(?:ści|ść)|vidarebefordrat meddelande"
    r"|ursprungligt meddelande|(?:videresendt|oprindelig|opprinnelig) (?:meddelelse|besked|melding)"
    r"|původní (?:zpráva|e-mail)|přeposlaná zpráva|пересылаемое сообщение|исходное сообщение"
    r"|転送(?:された)?メッセージ|元のメッセージ|转发(?:的)?邮件|原始邮件"
)
_MARK = re.compile(
    rf"^[>\s*]*(?:[-_]{{2,}}\s*(?:{_FORWARDED})\s*[-_]{{2,}}"
    r"|(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-?mail)"
    r"|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado"
    r"|begin doorgestuurd bericht|início da mensagem (?:reencaminhada|encaminhada)"
    r"|inizio (?:del )?messaggio inoltrato)\s*:|-{2,}\s*forwarded (?:message|mail) from .{3,300}-{2,})"
    r"[\s*]*$",
    re.IGNORECASE,
)
_WROTE = re.compile(
    r"^[>\s]*(?:(?:on|am|le|el|op|em|il|den|at|no dia|dnia|w dniu|mån|tis|ons|tors|fre|lör|sön"
    r"|man|tir|tor|lør|søn|pon|wt|śr|czw|pt|sob|niedz)\b.{4,300}"
    r"(?:\bwrote|\bschrieb\b.{0,120}|\ba écrit|\bescribió|\bschreef\b.{0,120}|\bescreveu"
    r"|\bha scritto|\bskrev\b.{0,120}|\bnapisał\S*|\bpisze)"
    r"|\d{4}年.{3,200}<\S+@\S+>)\s*[:\uff1a]\s*$",
    re.IGNORECASE,
)
_RULE = re.compile(r"^\s*(?:_{10,}|-{10,})\s*$")
_ADDRESS = re.compile(r"[^\s<>\[\]()\"',;:|]{1,64}@[^\s<>\[\]()\"',;:|]{3,255}")
_LINES = 14  # in which the headers of a heading stand
_LONGEST = 600  # characters of a line that are looked at


@dataclass(frozen=True, slots=True)
class Heading:
    """The lines ``begin`` to ``end`` (exclusive) that tell whose the text behind them is."""

    begin: int
    end: int
    name: str = ""
    address: str = ""
    subject: str = ""
    forwards: bool = False
    """Whether it says itself that it forwards or quotes a whole message."""


def is_quoted(line: str) -> bool:
    """Whether a line stands in a quotation."""
    return line.lstrip().startswith(">")


def is_wrote(lines: list[str], at: int) -> int:
    """How many lines, from this one, are ``On … wrote:``; programs break it. 0 where none is."""
    for count in (1, 2, 3):
        last = lines[at + count - 1 : at + count]
        if count > 1 and not any(
            line.strip("> \t") and not _WROTE.match(line[:_LONGEST]) for line in last
        ):
            return 0  # another paragraph, which may begin with the same word
        text = " ".join(line.strip("> ") for line in lines[at : at + count])[:_LONGEST]
        if _WROTE.match(text):
            return count
    return 0


def heading_at(lines: list[str], at: int) -> Heading | None:
    """The heading that begins in this line: a mark, a rule, or headers that say from whom."""
    line = lines[at][:_LONGEST]
    marked = bool(_MARK.match(line))
    if not marked and not _RULE.match(line) and _kind(line) != "from":
        return None
    start = at if _kind(line) == "from" and not marked else at + 1
    while start < len(lines) and start < at + 4 and not lines[start].strip("> \t"):
        start += 1
    found, end = _headers(lines, start)
    if "from" not in found or len(found) < (1 if marked else 2):
        return Heading(at, at + 1, forwards=True) if marked else None
    name, address = person(found["from"])
    if not address and not marked:
        return None
    return Heading(at, end, name, address, found.get("subject", ""), marked)


def is_nameless_heading(lines: list[str], at: int) -> bool:
    """Whether headers of a mail begin here that say whose it was by a name alone, as Outlook's."""
    if _kind(lines[at][:_LONGEST]) != "from":
        return False
    found, _ = _headers(lines, at)
    return {"from", "sent"} <= found.keys() and bool({"to", "subject"} & found.keys())


def _headers(lines: list[str], start: int) -> tuple[dict[str, str], int]:
    found: dict[str, str] = {}
    end = start
    for number in range(start, min(start + _LINES, len(lines))):
        line = lines[number][:_LONGEST]
        field = _FIELD.match(line)
        if field is None:
            blank = not line.strip("> \t")
            if blank and (len(found) > 1 or not found) and not _goes_on(lines, number, found):
                break
            if not blank and found and not line.startswith((" ", "\t")) and len(found) > 1:
                break
            continue
        kind = _kind(line)
        if kind and kind not in found:
            found[kind] = field[2]
        elif not found:
            break
        end = number + 1
    return found, end


def _goes_on(lines: list[str], at: int, found: dict[str, str]) -> bool:
    """Whether another header follows a blank line, as where each stood in a block of HTML."""
    follows = next((line for line in lines[at + 1 : at + 3] if line.strip("> \t")), "")
    return _kind(follows[:_LONGEST]) not in ("", *found)


def _kind(line: str) -> str:
    field = _FIELD.match(line)
    return _KIND.get(" ".join(field[1].split()).casefold(), "") if field else ""


def person(text: str) -> tuple[str, str]:
    """The name and the address of ``Ada <ada@x>``, ``Ada [mailto:ada@x]``, ``<a href> Ada``."""
    plain = re.sub(r"(?i)mailto:", "", text)
    found = _ADDRESS.search(plain)
    if not found:
        return " ".join(text.split()), ""
    address = found[0].rstrip(".>]")
    name = plain[: found.start()].strip(" <[(\"'*,;")
    shown, _ = parseaddr(f"{name} <x@example.org>") if name else ("", "")
    return (shown or name).strip("\"' "), address
