"""Who wrote a mail, and who of them is the team's."""

from __future__ import annotations

import re
from dataclasses import dataclass

from careers.hiring.correspondence.settings import MailSettings
from careers.hiring.hashes import normalize_name
from careers.intake._mail.reading.message import Mail

TARGETS = (
    "To",
    "Cc",
    "Delivered-To",
    "X-Original-To",
    "X-Envelope-To",
    "Envelope-To",
    "X-Forwarded-To",
)
_NO_REPLY = r"(?:no-?reply|do-?not-?reply|notifications?|mailer|mailrobot)\b.*"
_MACHINE = re.compile(
    rf"^(?:{_NO_REPLY}"
    r"|(?:jobs?|careers?|forms?|webforms?|submissions?|contact-?form|kontaktformular|www|website|wordpress|bewerbung(?:en)?|recruiting|hr)"
    r"(?:[-_+].*|\d*))@",
    re.IGNORECASE,
)
_VIA = re.compile(
    r"^['\"\u2018\u201c]?(.+?)['\"\u2019\u201d]?\s+(?:via|über|par le biais de)\s+.+$"
)
_ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+")
_PUBLIC = re.compile(
    r"(?:(?:gmail|googlemail|hotmail|outlook|live|msn|windowslive|yahoo|ymail|rocketmail|aol|gmx|web|mail"
    r"|email|icloud|me|mac|fastmail|hushmail|zoho|zohomail|yandex|ya|inbox|proton|protonmail|pm|tuta"
    r"|tutanota|tutamail|posteo|mailbox|freenet|arcor|t-online|online|vodafone|kabelmail|o2online"
    r"|bluewin|hispeed|sunrise|wanadoo|orange|free|sfr|neuf|laposte|bbox|numericable|libero|virgilio"
    r"|alice|tin|tiscali|aruba|telenet|skynet|proximus|ziggo|kpnmail|kpnplanet|planet|xs4all|hetnet"
    r"|home|casema|uol|bol|terra|globo|ig|sapo|telefonica|movistar|comcast|verizon|att|sbcglobal"
    r"|bellsouth|cox|charter|earthlink|shaw|rogers|telus|btinternet|sky|talktalk|virginmedia|ntlworld"
    r"|blueyonder|bigpond|optusnet|qq|163|126|sina|foxmail|naver|daum|hanmail|seznam|wp|onet|interia|o2"
    r"|rambler|aon|chello|a1|inode)\.(?:(?:com?|net|org)\.)?[a-z]{2,3}"
    r"|(?:mailbox|web|posteo)\.org|laposte\.net|pm\.me)",
    re.IGNORECASE,
)
"""Providers of mail to everybody: who shares such a domain is no colleague."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by a name and an address; each may be empty."""

    name: str
    address: str

    @property
    def shown(self) -> str:
        """Both, on one line."""
        return " ".join(filter(None, (self.name, self.address)))

    @property
    def domain(self) -> str:
        """The domain of the address, in small letters."""
        return self.address.rpartition("@")[2].casefold()

    @property
    def called(self) -> str:
        """The name; where a mail gives none, one out of ``ada.example@…``."""
        if self.name and not _ADDRESS.fullmatch(self.name):
            return self.name
        local = self.address.partition("@")[0].partition("+")[0]
        words = [part.capitalize() for part in re.split(r"[._\-\d]+", local) if part]
        return " ".join(words) or self.address

    def is_one_with(self, other: Person) -> bool:
        """Whether both are the same person, by address or by name."""
        if self.address.casefold() == other.address.casefold():
            return True
        return bool(self.name and other.name) and normalize_name(self.name) == normalize_name(
            other.name
        )


def sender_of(mail: Mail) -> Person:
    """Who its From names; of several the one that its Sender names, else the first."""
    found = [Person(*pair) for pair in mail.addresses("From") if "@" in pair[1]]
    sent = {address.casefold() for _, address in mail.addresses("Sender")}
    if named := [each for each in found if each.address.casefold() in sent] or found:
        return named[0]
    name = next((decoded for decoded in (mail.header("From"),) if "@" not in decoded), "")
    for header in ("Reply-To", "Sender", "Return-Path", "X-Sender"):
        for shown, address in mail.addresses(header):
            if "@" in address:
                return Person(shown or name.strip('"'), address)
    return Person(name.strip('"'), "")


def is_no_reply(address: str) -> bool:
    """Whether nobody reads what is sent to it."""
    return bool(re.match(_NO_REPLY, address, re.IGNORECASE))


def is_machine(address: str) -> bool:
    """Whether nobody in person writes from it."""
    return bool(_MACHINE.match(address))


def writer_of(mail: Mail, settings: MailSettings) -> Person:
    """Who answers get: a relay stands in From, and the person in Reply-To or X-Original-From."""
    sender = sender_of(mail)
    via = _VIA.match(sender.name)
    ours = base_of(sender.address) in our_addresses(mail, settings)
    if not via and not ours and not is_machine(sender.address):
        return sender
    for name, address in mail.addresses("X-Original-From", "X-Original-Sender", "Reply-To"):
        relays = {base_of(sender.address), *our_addresses(mail, settings)}
        if "@" in address and base_of(address) not in relays:
            return Person(name or (via[1] if via else ""), address)
    return Person(via[1], sender.address) if via else sender


def base_of(address: str) -> str:
    """An address without its tag, in small letters: ``jobs+baker@x`` is ``jobs@x``."""
    local, _, domain = address.casefold().strip().rpartition("@")
    return f"{local.partition('+')[0]}@{domain}"


def our_addresses(mail: Mail, settings: MailSettings) -> set[str]:
    """The mailbox's own addresses; without settings, those that the mail was sent to first."""
    named = {base_of(each) for each in (settings.user, *settings.addresses) if "@" in each}
    if named:
        return named
    for header in ("Delivered-To", "X-Original-To", "To"):
        given = [base_of(address) for _, address in mail.addresses(header) if "@" in address]
        if given:
            return {given[0]}
    return set()


def is_of_team(person: Person, mail: Mail, settings: MailSettings) -> bool:
    """Whether it is a colleague: by the settings, or by the mailbox's own domain."""
    address, domain = person.address.casefold(), person.domain
    if not domain:
        return False
    given = {each.removeprefix("@") for each in settings.team}
    if address in given or domain in given or any(domain.endswith(f".{x}") for x in given):
        return True
    if base_of(address) in our_addresses(mail, settings):
        return True
    own = {each.rpartition("@")[2] for each in our_addresses(mail, settings)}
    return domain in own and not _PUBLIC.fullmatch(domain)


def is_to_others(mail: Mail, settings: MailSettings) -> bool:
    """Whether it answers somebody else, and the mailbox is only in copy."""
    ours = our_addresses(mail, settings)
    to = {base_of(address) for _, address in mail.addresses("To") if "@" in address}
    answers = mail.header("Subject").casefold().startswith(("re:", "aw:", "antw:", "sv:", "r:"))
    return answers and bool(to) and not to & ours
