"""A forward: whose letter it is, the person's within or that of who sends it on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from careers.hiring.correspondence.settings import MailSettings
from careers.intake._mail.headings import heading_at, is_nameless_heading
from careers.intake._mail.people import Person, is_machine, is_of_team, sender_of
from careers.intake._mail.reading.message import Mail

_SUBJECT = re.compile(
    r"^\s*(?:fwd?|fw|wg|tr|rv|reenv|enc|doorst|i|vs|vb|vl|pd|továbbítás|ilt|iletilen|пересл|转发|轉寄)"
    r"\s*[:\uff1a]",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"^\s*(?:re|aw|sv|antw|r|res|rif|odp|ynt|отв|回复|答复)\s*[:\uff1a]", re.IGNORECASE
)
_RULE = re.compile(r"(?:^|\n)[ >]*(?:-{4,}[^\n]{0,60}-{4,}|_{8,})\Z")
"""The line by which a mail program begins a forward."""
_LAYERS, _LOOKED_AT = 5, 500
_WORDS = 8
"""Words above a forward that are a wave of the hand; with more, it is a letter of its own."""
APPLIES = re.compile(
    r"\b(?:(?:i|i'm|i am|like to|want to|me) apply(?:ing)?"
    r"|my (?:application|cv|resume|résumé|letter)"
    r"|(?:be)?werbe (?:ich )?mich|bewerbe|meine bewerbung|mein lebenslauf|ma candidature|mon cv"
    r"|je postule|mi (?:candidatura|solicitud|cv)|ik sollicit\w+|mijn (?:sollicitatie|cv)"
    r"|minha candidatura|meu cv|candidato-me|la mia candidatura|il mio cv|mi candido)\b",
    re.IGNORECASE,
)
PASSES_ON = re.compile(
    r"\b(?:i (?:can |would |highly |warmly |strongly )*recommend|passing (?:this|it) on"
    r"|(?:great|good|strong|excellent|interesting|suitable|possible) candidate"
    r"|(?:my|a) (?:good |close )?(?:friend|colleague|neighbou?r|brother|sister|cousin|son|daughter)"
    r"|asked me to (?:send|forward|pass)|on behalf of|mein(?:e[rn]?)? (?:freund|bekannte|kolleg)\w*"
    r"|im auftrag|mon amie?|ma (?:collègue|sœur)|mi amig[oa]|mijn vriend\w*|mi[nh]+a? amig[oa]"
    r"|(?:un |una )?(?:mio|mia) amic[oa]"
    r"|(?:his|her|their) (?:application|cv|resume|résumé|letter)"
    r"|leite .{0,60}\bweiter|empfehle|je (?:vous )?(?:recommande|transfère)|(?:le|os) recomiendo"
    r"|beveel .{0,40}\baan|recomendo|raccomando|inoltro)\b",
    re.IGNORECASE,
)
_APPLICATION = re.compile(
    r"\b(?:application|bewerbung\w*|candidatur[ae]|solicitud|sollicitatie)\b", re.IGNORECASE
)
_REFERENCE = re.compile(
    r"\b(?:(?:reference|referenz|referencia|référence|referentie|referência)(?!\W{0,3}(?:n[ro°º]|number|\d))"
    r"|recommendation|(?:arbeits|zwischen|praktikums)?zeugnis(?:se)?|empfehlung\w*|recommandation"
    r"|recomendación|getuigschrift|aanbeveling\w*|recomendação|referenze|raccomandazione)\b",
    re.IGNORECASE,
)
"""A subject that tells of somebody's words about another; not ``reference 2026-17``."""
_PRIVATE = re.compile(
    r"^(?:-- ?|sent from my .*|von meinem .* gesendet|envoyé de mon .*)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Within:
    """A letter inside a mail: whose it is, its subject, its text, and what stands above it."""

    person: Person
    subject: str
    text: str
    above: str
    mail: Mail | None = None


def within(mail: Mail) -> Within | None:
    """What a mail forwards: by its subject, by a mark in its text, or it is nothing else."""
    inner = mail.inner()
    if inner and (_SUBJECT.match(mail.header("Subject")) or not mail.text):
        person = sender_of(inner)
        if "@" in person.address:
            return Within(person, inner.header("Subject"), inner.text, mail.text, inner)
    says_so = bool(_SUBJECT.match(mail.header("Subject")))
    if not says_so and (mail.header("In-Reply-To") or _ANSWER.match(mail.header("Subject"))):
        return None
    return _in_text(mail.text, marked=not says_so)


def _in_text(text: str, *, marked: bool = False) -> Within | None:
    """``marked`` asks for a heading that says itself that it forwards."""
    lines = text.split("\n")
    for number in range(len(lines)):
        found = heading_at(lines, number)
        if found and found.address and (found.forwards or not marked):
            said = "\n".join(_bare(line) for line in lines[found.end :]).strip()
            above = _RULE.sub("", "\n".join(lines[: found.begin]).rstrip()).strip()
            return Within(Person(found.name, found.address), found.subject, said, above)
    return None


def _bare(line: str) -> str:
    return line.removeprefix(">").removeprefix(" ")


def letter_within(mail: Mail, settings: MailSettings) -> Within | None:
    """The letter of the person who applies, where whoever sends the mail on does not.

    A colleague's forward is the letter of the person within, through the hands of several. So is
    that of anybody who adds no text of their own; with one, it is theirs, and what they forward
    is a part of it, as is what a machine or we wrote to them, and what a referee says of them.
    """
    found, sender = within(mail), sender_of(mail)
    if not found or found.person.is_one_with(sender):
        return None
    if not is_of_team(sender, mail, settings) and (
        _has_own_words(found.above)
        or is_of_team(found.person, mail, settings)
        or is_machine(found.person.address)
        or is_reference(mail, found)
    ):
        return None
    for _ in range(_LAYERS):
        if not is_of_team(found.person, mail, settings):
            break
        deeper = within(found.mail) if found.mail else _in_text(found.text)
        if not deeper:
            break
        above = "\n\n".join(filter(None, (found.above, deeper.above)))
        found = Within(deeper.person, deeper.subject, deeper.text, above, deeper.mail)
    return found


def is_reference(mail: Mail, found: Within) -> bool:
    """Whether what is sent on is what somebody says of another, and no application."""
    told = _REFERENCE.search(found.subject) or _REFERENCE.search(mail.header("Subject"))
    applies = _APPLICATION.search(found.subject) or APPLIES.search(found.text)
    return bool(told) and not applies


def forwards(mail: Mail) -> bool:
    """Whether its subject says so, or a mail is attached to it."""
    return bool(_SUBJECT.match(mail.header("Subject")) or mail.letters())


def sends_on(mail: Mail) -> bool:
    """Whether it shows that it sends something on, even where it does not say whose it is."""
    found = within(mail)
    if found and found.person.is_one_with(sender_of(mail)):
        return False
    lines = mail.text.split("\n")[:_LOOKED_AT]
    return forwards(mail) or any(is_nameless_heading(lines, n) for n in range(len(lines)))


def _has_own_words(above: str) -> bool:
    if APPLIES.search(above):
        return True
    if PASSES_ON.search(above):
        return False
    lines = above.split("\n")
    end = next((n for n, line in enumerate(lines) if _PRIVATE.match(line.strip())), len(lines))
    return len(re.findall(r"[^\W\d_]{2,}", " ".join(lines[:end]))) > _WORDS
