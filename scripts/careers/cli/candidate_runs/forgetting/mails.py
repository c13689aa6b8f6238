"""Deletes the mails of whom is erased from the mailbox that applications arrive in."""

from __future__ import annotations

import os
import sys

from careers.hiring.correspondence.settings import MailSettings
from careers.text.diagnostics import CareersError

_LOGIN = "CAREERS_IMAP_"


def forget_mails(settings: MailSettings, address: str) -> int:
    """Delete them; how many. Raises CareersError where the mailbox does not answer.

    Where no mailbox is read, or this run has no login of it, nothing is deleted, which is said.
    """
    if not settings.host:
        return 0
    if not any(os.environ.get(name, "").strip() for name in os.environ if name.startswith(_LOGIN)):
        sys.stderr.write("warning: mails stay in the mailbox: this run has no login of it\n")
        return 0
    # What reads mails is not installed where no mailbox is.
    try:
        from careers.mail.mailbox import Mailbox, secrets_of
        from careers.mail.tokens import access_token
    except ModuleNotFoundError as error:
        message = f"the mailbox is not read without {error.name}, so nothing is erased"
        raise CareersError(message, "pip install -r requirements/mail.txt") from None

    secrets = {name: os.environ.get(name, "").strip() for name in secrets_of(settings)}
    with Mailbox(settings, secrets, access_token) as box:
        return box.forget(address)
