"""What a person should know of a mail besides its words."""

from __future__ import annotations

from careers.intake._mail.reading.bodies import LONGEST
from careers.intake._mail.reading.message import Mail
from careers.intake._mail.reading.outlook import is_envelope
from careers.intake._mail.results import is_unconfirmed
from careers.intake._mail.spam import is_marked_spam

_ENCRYPTED = "The letter is encrypted and cannot be read here: ask for it without."
_WRAPPED = "The letter stands in a signed envelope that is not opened here: ask for it without."
_OUTLOOK = "Outlook's own envelope, winmail.dat, could not be opened: ask for the files anew."
_SPAM = "The mail server marked it as spam; nothing else speaks for that."
_UNCONFIRMED = "The mail server could not confirm the sender's address."
_LONG = "The letter goes on: only its beginning is here, the whole lies in the mailbox."
_SMIME = {"application/pkcs7-mime", "application/x-pkcs7-mime"}


def notes_on(mail: Mail) -> list[str]:
    """In sentences; nothing of it was written by the sender."""
    types = mail.types()
    smime = next((part for part in mail.parts if part.get_content_type() in _SMIME), None)
    signed = smime is not None and "signed" in str(smime.get_param("smime-type") or "").lower()
    encrypted = (
        "multipart/encrypted" in types
        or "-----BEGIN PGP MESSAGE-----" in mail.text[:5_000]
        or (smime is not None and not signed)
    )
    outlook = any(is_envelope(file.part) for file in mail.files())
    told = {
        _ENCRYPTED: encrypted,
        _WRAPPED: signed,
        _OUTLOOK: outlook,
        _LONG: len(mail.text) >= LONGEST - 2,
        _SPAM: is_marked_spam(mail),
        _UNCONFIRMED: is_unconfirmed(mail),
    }
    return [note for note, is_so in told.items() if is_so]
