"""What a person must decide of a mail: whose letter it is, or whether it is an application."""

from __future__ import annotations

import re

from careers.hiring.correspondence.settings import MailSettings
from careers.intake._mail.forwarded import (
    APPLIES,
    PASSES_ON,
    Within,
    is_reference,
    letter_within,
    sends_on,
)
from careers.intake._mail.people import is_of_team, is_to_others, sender_of
from careers.intake._mail.reading.message import Mail
from careers.intake._mail.results import is_unconfirmed

_LOOKED_AT, _SHORT = 4_000, 2_000  # characters of a text
_ONE = (
    r"(?:candidate|applicant|kandidat\w*|bewerber\w*|candidat[aeo]?|kandidaat|specialist\w*"
    r"|fachkraft|profile?n?|profil[ou]?|perfil|profiel)\b"
)
_SHOWS = (
    r"(?:re)?present|introduce|put forward|submit|vorstellen|vorzustellen|präsentieren|anbieten"
    r"|anzubieten|présenter|proposer|presentar(?:l[eo]s?)?|presentare|presentarvi|voorstellen"
    r"|voor te stellen|apresentar|przedstawić|zaproponować"
)
_OTHER = (
    r"(?:an?|our|the|two|three|ein|einen|eine|unseren?|diesen?|zwei|une?|notre|een|onze|uma?|nosso"
    r"|nuestr[oa]|nostr[oa])"
)
_PRESENTS = re.compile(
    rf"\b(?:{_SHOWS})\b.{{0,40}}\b{_OTHER}\b.{{0,40}}\b{_ONE}"
    rf"|\b{_OTHER}\b.{{0,40}}\b{_ONE}.{{0,60}}\b(?:{_SHOWS})\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(
    rf"\b(?:cv|resume|résumé|profile?|profil|lebenslauf|perfil|curriculum)\b.{{0,12}}\b(?:our|unserer?s?"
    rf"|notre|nos|onze|nuestr[oa]|nostr[oa]|noss[oa])\b.{{0,20}}\b{_ONE}"
    r"|\b(?:my (?:son|daughter|husband|wife|brother|sister|boyfriend|girlfriend|nephew|niece)"
    r"|meine? (?:sohn|tochter|mann|frau|bruder|schwester|freund|freundin|neffe|nichte)"
    r"|(?:mon|ma) (?:fils|fille|mari|femme|frère|sœur)|mi (?:hij[oa]|marido|mujer|herman[oa])"
    r"|mijn (?:zoon|dochter|man|vrouw|broer|zus)|(?:meu|minha) filh[oa]|mi[oa] figli[oa])\b.{0,40}"
    r"\b(?:is looking for|looks for|would like|wants|seeks|applies|is interested in|sucht|möchte|würde"
    r"|bewirbt|interessiert|cherche|souhaite|voudrait|busca|quiere|desea|zoekt|wil|procura|gostaria"
    r"|cerca|vorrebbe)\b",
    re.IGNORECASE,
)
"""A mail that brings somebody else's papers, or wishes for somebody else."""
_ONESELF = re.compile(r"\b(?:myself|mich|mir|moi|mezelf|me|mi|mim)\b|\bm['\u2019]", re.IGNORECASE)
_AGENCY = re.compile(
    r"\b(?:(?:our|placement) fees?|(?:recruit(?:ment|ing)|staffing|employment) agency|unser honorar"
    r"|vermittlungs(?:honorar|provision|gebühr)|honorarbedingungen|nos honoraires"
    r"|nuestros honorarios|nossos honorários|(?:wervings|detacherings|uitzend)bureau|cabinet de recrutement"
    r"|(?:als|eine|die) personal(?:beratung|vermittlung)|agencja (?:pracy|rekrutacyjna))\b",
    re.IGNORECASE,
)
_TAKES_BACK = re.compile(
    r"\bwithdr(?:aw\w*|ew) (?:from|my|the)\b|\bwithdrawal (?:of|from)\b|\bapplication withdrawn\b"
    r"|\b(?:zurück(?:ziehen|gezogen|nehmen)|rückzug|ziehe .{0,60}\bzurück)\b"
    r"|\bretir(?:e|er|ons|é) ma candidature|\bretrait de (?:ma )?candidature"
    r"|\bretir(?:o|ar) mi (?:candidatura|solicitud)|\bretirada de (?:mi|minha) candidatura"
    r"|\bretir(?:o|ar) (?:a )?minha candidatura|\britir(?:o|are) la (?:mia )?candidatura"
    r"|\bsollicitatie in(?:trekken|getrokken)?\b|\btrek .{0,60}sollicitatie .{0,20}\b(?:in|terug)\b"
    r"|\bwycofuj\w+",
    re.IGNORECASE,
)


def doubt(mail: Mail, settings: MailSettings) -> str:
    """Why a person must see whose letter it is; empty where it can be told.

    Who sends on or presents somebody is no applicant by that.
    """
    found = letter_within(mail, settings)
    writers = (sender_of(letter) for _, letter in mail.letters())
    others = {x.address.casefold() for x in writers if not is_of_team(x, mail, settings)}
    if found and len(others) > 1:
        return "letters of several people are attached to it"
    if not found and not APPLIES.search(mail.text) and _is_about_another(mail):
        return "somebody presents another person"
    return (
        _of_colleague(mail, settings, found) if is_of_team(sender_of(mail), mail, settings) else ""
    )


def _of_colleague(mail: Mail, settings: MailSettings, found: Within | None) -> str:
    """The same of a colleague's mail; ``found`` is the letter in it that somebody applies by."""
    if (found or sends_on(mail)) and is_unconfirmed(mail):
        return "a colleague seems to send it on, and the mail server could not confirm the sender"
    if found and is_reference(mail, found):
        return "a colleague sends on what somebody says of another"
    alone = found and is_of_team(found.person, mail, settings)
    if alone or (not found and (sends_on(mail) or is_to_others(mail, settings))):
        return "a colleague sends a letter on, and it does not say whose it is"
    if not found and not APPLIES.search(mail.text) and PASSES_ON.search(mail.text[:_LOOKED_AT]):
        return "a colleague writes of somebody"
    return ""


def _is_about_another(mail: Mail) -> bool:
    """Whether an agency or a friend writes of somebody who may want the job."""
    text = mail.text[:_LOOKED_AT]
    lines = " ".join(text.split())
    shown = _PRESENTS.search(lines)
    told = _AGENCY.search(lines) or _ANOTHER.search(lines)
    return bool(told) or bool(shown and not _ONESELF.search(shown[0]))


def takes_back(mail: Mail) -> bool:
    """Whether somebody takes their application back: by the subject, or by a short text."""
    short = len(mail.text) < _SHORT and not mail.files()
    said = (mail.header("Subject"), mail.text if short else "")
    return any(_TAKES_BACK.search(" ".join(each.split())) for each in said)
