"""A calendar's entries: invitations, and answers to ours, with what the person says to it."""

from __future__ import annotations

import re
from email.message import Message

from careers.intake._mail.reading.bodies import content, parts_of
from careers.intake._mail.reading.message import Mail

_METHOD = re.compile(r"^METHOD\s*:\s*([A-Z-]+)", re.MULTILINE | re.IGNORECASE)
_CALLS = {"request", "reply", "cancel", "counter", "declinecounter", "refresh", "add"}
_ANSWERS = {"reply", "counter"}
_STATUS = re.compile(r"\bPARTSTAT\s*=\s*\"?([A-Z-]+)", re.IGNORECASE)
_COMMENT = re.compile(r"^COMMENT(?:;[^:\n]{0,200})?:(.*)$", re.MULTILINE | re.IGNORECASE)
_ESCAPED = re.compile(r"\\([nN,;\\])")
_PROGRAM = re.compile(
    r"\b(?:ha[st] (?:accepted|zugesagt|angenommen|accettato)|a accepté|ha aceptado|heeft .{0,60}"
    r"(?:geaccepteerd|aanvaard)|aceitou|(?:zugesagt|angenommen|accepted)\W*$)",
    re.IGNORECASE | re.MULTILINE,
)
_LOOKED_AT = 20_000


def is_calendar(mail: Mail) -> bool:
    """A meeting's invitation or answer: the whole message, or an alternative to its text."""
    whole = mail.message.get_content_type() == "text/calendar"
    calls = whole or any(_method(part) in _CALLS for part in _instead(mail.message))
    return calls and all(file.type in ("text/calendar", "application/ics") for file in mail.files())


def reply(mail: Mail) -> str:
    """What somebody answers to an invitation: their words, else that they do not come.

    Empty for what is no answer, and for a bare acceptance.
    """
    for part in _instead(mail.message):
        if _method(part) not in _ANSWERS:
            continue
        text = re.sub(r"\r?\n[ \t]", "", content(part)[:_LOOKED_AT])
        status, said = _STATUS.search(text), _COMMENT.search(text)
        comment = (
            _ESCAPED.sub(lambda m: m[1].replace("n", "\n").replace("N", "\n"), said[1])
            if said
            else ""
        )
        words = "\n\n".join(dict.fromkeys(filter(None, (mail.text, comment.strip()))))
        accepted = bool(status) and status[1].casefold() == "accepted"  # type: ignore[index]
        if accepted and not comment.strip() and (not words or _PROGRAM.search(words)):
            return ""
        answer = status[1].casefold() if status else "answered"
        return words or f"Calendar: {answer}"
    return ""


def _instead(message: Message) -> list[Message]:
    """The calendar's parts that stand for the message rather than beside it."""
    found: list[Message] = []
    waiting = [(message, True)]
    for _ in range(100):
        if not waiting:
            break
        part, stands = waiting.pop(0)
        if part.get_content_type() == "text/calendar" and stands:
            found.append(part)
        elif part.get_content_maintype() == "multipart":
            parts = parts_of(part)
            lone = part.get_content_subtype() == "alternative" or len(parts) == 1
            waiting += [(each, lone) for each in parts]
    return found


def _method(part: Message) -> str:
    said = part.get_param("method")
    if isinstance(said, str) and said:
        return said.strip().lower()
    found = _METHOD.search(content(part)[:5_000])
    return found[1].lower() if found else ""
