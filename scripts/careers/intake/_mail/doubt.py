"""Whether a rule can tell whose letter a mail is, or a person must."""

from __future__ import annotations

from careers.hiring.correspondence.settings import MailSettings
from careers.intake._mail.forwarded import is_reference, letter_within, sends_on
from careers.intake._mail.message import Mail
from careers.intake._mail.people import is_of_team, is_to_others, sender_of
from careers.intake._mail.results import is_unconfirmed


def doubt(mail: Mail, settings: MailSettings) -> str:
    """Why a person must see whose letter it is; empty where it can be told.

    Of a colleague's forward that hides whose letter it is the colleague is no applicant.
    """
    sender = sender_of(mail)
    found = letter_within(mail, settings)
    writers = (sender_of(letter) for _, letter in mail.letters())
    others = {x.address.casefold() for x in writers if not is_of_team(x, mail, settings)}
    if found and len(others) > 1:
        return "letters of several people are attached to it"
    if not is_of_team(sender, mail, settings):
        return ""
    if (found or sends_on(mail)) and is_unconfirmed(mail):
        return "a colleague seems to send it on, and the mail server could not confirm the sender"
    if found and is_reference(mail, found):
        return "a colleague sends on what somebody says of another"
    alone = found and is_of_team(found.person, mail, settings)
    if alone or (not found and (sends_on(mail) or is_to_others(mail, settings))):
        return "a colleague sends a letter on, and it does not say whose it is"
    return ""
