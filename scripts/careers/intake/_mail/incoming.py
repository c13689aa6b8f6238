"""What came into the mailbox: an answer, a letter of ours that came back, a copy, a letter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from careers.hiring.correspondence.settings import MailSettings
from careers.hiring.correspondence.tags import SentLetter, letters_named, tagged_number
from careers.hiring.keys import Keys
from careers.intake._mail.calendar import reply
from careers.intake._mail.forwarded import forwards, letter_within
from careers.intake._mail.kinds import is_bounce, status_of, why_no_application
from careers.intake._mail.letter import MailLetter
from careers.intake._mail.people import TARGETS, is_of_team, sender_of
from careers.intake._mail.reading.bodies import content, parts_of
from careers.intake._mail.reading.message import Mail
from careers.intake._mail.results import is_failed, is_unconfirmed
from careers.intake._refusals import refuse

_STATUS = re.compile(r"^Status\s*:\s*(\d\.\d{1,3}\.\d{1,3})", re.MULTILINE | re.IGNORECASE)
_RECIPIENT = re.compile(
    r"^(?:Final|Original)-Recipient\s*:(?:\s*[\w-]{1,20}\s*;)?\s*<?([^\s<>;]{1,250}@[^\s<>;]{1,250}?)>?\s*$",
    re.MULTILINE | re.IGNORECASE,
)
_RECIPIENTS = 3
_NAMED = re.compile(r"<[^<>\s]{1,250}@[^<>\s]{1,250}>")
_HEADERS = ("In-Reply-To", "References", "Original-Message-ID", "X-Original-Message-ID")


@dataclass(frozen=True, slots=True)
class CameBack:
    """Letters of ours that could not be delivered. ``status`` is the server's (RFC 3463) or empty.

    ``5.1.1`` means that there is no such mailbox, ``4.…`` that the server gave up trying. Where no
    letter is named, ``addresses`` are those that were not reached: anybody can name an address.
    """

    letters: tuple[SentLetter, ...]
    status: str
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """A letter of the team's to a candidate: nobody's answer."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A letter that names issues by our marks; whether it is the candidate's, their records tell.

    ``fields`` are those of an application without its posting; ``confirmed`` is false where the
    mail server could not confirm the sender. ``of_team`` says that a colleague wrote it: a copy of
    theirs, unless the colleague is the candidate.
    """

    numbers: tuple[int, ...]
    fields: dict[str, Any]
    confirmed: bool
    of_team: bool = False


def incoming(
    data: bytes, settings: MailSettings, keys: Keys
) -> CameBack | OwnCopy | Answered | MailLetter:
    """What a mail is to the mailbox; a letter of its own is read as any application.

    Raises Unwanted for what nobody waits for, CareersError where it is no mail.
    """
    mail = Mail(data)
    if is_bounce(mail):
        letters = _returned(mail, keys)
        addresses = () if letters or is_failed(mail) else _unreached(mail)
        if letters or addresses:
            status = _STATUS.search(status_of(mail))
            return CameBack(letters, status[1] if status else "", addresses)
        refuse("a mail that could not be delivered comes back")
    numbers = _numbers(mail, keys)
    letter = MailLetter(mail)
    said = reply(mail) if numbers else ""
    if numbers and not said and (why := why_no_application(mail, tagged=True)):
        refuse(why)
    own = is_of_team(sender_of(mail), mail, settings) and letter_within(mail, settings) is None
    if own and not numbers and _answers(mail) and not forwards(mail):
        return OwnCopy()
    if numbers:
        fields = letter.fields(settings) | ({"message": said} if said else {})
        return Answered(numbers, fields, not is_unconfirmed(mail), own)
    return letter


def _answers(mail: Mail) -> bool:
    return bool(mail.header("In-Reply-To") or mail.header("References"))


def _numbers(mail: Mail, keys: Keys) -> tuple[int, ...]:
    """The candidates that its addresses and its threads name."""
    tags = (tagged_number(address, keys) for _, address in mail.addresses(*TARGETS))
    named = [
        letter.number for name in _HEADERS for letter in letters_named(mail.header(name), keys)
    ]
    return tuple(dict.fromkeys([*filter(None, tags), *named]))


def _returned(mail: Mail, keys: Keys) -> tuple[SentLetter, ...]:
    """Our letters whose Message-IDs stand in what came back, as a part of it or in its text."""
    told = [mail.header(name) for name in _HEADERS]
    for part in mail.parts:
        if part.get_content_type() in ("message/rfc822", "text/rfc822-headers"):
            within = parts_of(part)
            head = str(within[0].get("Message-ID", "")) if within else content(part)[:20_000]
            told.append(head)
    told += _NAMED.findall(mail.text[:50_000])
    return tuple(dict.fromkeys(letters_named(" ".join(told), keys)))


def _unreached(mail: Mail) -> tuple[str, ...]:
    """The addresses that a server says it could not deliver to, the first of them."""
    failed = mail.header("X-Failed-Recipients")[:2_000].split(",")
    named = [*_RECIPIENT.findall(status_of(mail)), *(x.strip() for x in failed if "@" in x)]
    return tuple(dict.fromkeys(named))[:_RECIPIENTS]
