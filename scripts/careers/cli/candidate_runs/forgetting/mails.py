"""Deletes the mails of whom is erased from the mailbox that applications arrive in."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection
from dataclasses import dataclass
from functools import partial

from careers.github.repository import Repository
from careers.hiring.hashes import person_hash
from careers.hiring.issue import facts
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.outbox.recipient import deliverable
from careers.hiring.record.model import Record
from careers.hiring.settings import IntakeSettings
from careers.text.diagnostics import CareersError

_LOGIN = "CAREERS_IMAP_"


@dataclass(frozen=True)
class ForgettingMails:
    """Where candidates' addresses are looked up, and how mails are taken in."""

    repository: Repository
    intake: IntakeSettings
    keys: Keys

    def of(self, issue: Issue, record: Record) -> int:
        """Delete a candidate's mails, those to them, and what others sent on for them; how many.

        Of all addresses that their issue's text has or had. Raises CareersError where the mailbox
        does not answer; where none is read, nothing is deleted.
        """
        if not self.intake.mail.host:
            return 0
        known = {record.person, record.corrected, *record.also}
        texts = (issue.body, *self.repository.edits(issue.number))
        told = {address for text in texts if (address := deliverable(facts.email(text)))}
        hashes = {x: {person_hash(key.hashing, x) for key in self.keys.all} for x in told}
        return self.of_addresses([x for x in sorted(told) if hashes[x] & known])

    def of_addresses(self, addresses: Collection[str]) -> int:
        """The same of these; where this run has no login of the mailbox, that is said."""
        settings = self.intake.mail
        if not settings.host or not addresses:
            return 0
        if not any(value.strip() for name, value in os.environ.items() if name.startswith(_LOGIN)):
            sys.stderr.write("warning: mails stay in the mailbox: this run has no login of it\n")
            return 0
        # What reads mails is not installed where no mailbox is.
        try:
            from careers.mail.mailbox import Mailbox, secrets_of
            from careers.mail.tokens import access_token
        except ModuleNotFoundError as error:
            message = f"the mailbox is not read without {error.name}, so nothing is erased"
            raise CareersError(message, "pip install 'careers-in-git[mail]'") from None

        secrets = {name: os.environ.get(name, "").strip() for name in secrets_of(settings)}
        with Mailbox(settings, secrets, access_token) as box:
            return sum(box.forget(x, partial(_applies, x, self.intake)) for x in addresses)


def _applies(address: str, intake: IntakeSettings, mail: bytes) -> bool:
    """Whether somebody of that address applies by a mail, as it was read when it was taken in."""
    from careers.intake import taken_mail

    found = str(taken_mail(mail).shown(intake).get("email", ""))
    return found.casefold() == address.casefold()
