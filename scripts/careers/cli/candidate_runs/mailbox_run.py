"""Takes in the mails that wait in the mailbox; each is moved once its issue stands."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from careers.cli.candidate_runs.mail_taking import MailTaking
from careers.cli.candidate_runs.parts import LATER, Shares
from careers.hiring.correspondence.settings import MailSettings
from careers.mail.mailbox import Arrived, Mailbox, secrets_of
from careers.mail.tokens import access_token
from careers.mail.trouble import CutError, FullError
from careers.text.diagnostics import CareersError

_MAIL = "mail"
_CONNECTIONS = 3
_FAILURES = 3
"""Mails in a row that fail before it is taken for GitHub's fault, and all that waits is left."""


@dataclass
class MailboxRun:
    """All that waits in the mailbox, until ``end`` (as ``time.monotonic`` counts).

    ``done`` counts what came of it, without personal data; ``troubles`` are mails that stay.
    """

    mails: MailTaking
    end: float
    shares: Shares
    done: Counter[str] = field(default_factory=Counter)
    troubles: list[CareersError] = field(default_factory=list)
    _seen: set[str] = field(default_factory=set)

    def once(self) -> None:
        """Take in what waits. Raises CareersError where the mailbox cannot be read."""
        for connection in range(_CONNECTIONS):
            try:
                settings = self.mails.settings
                with Mailbox(settings, _secrets(settings), access_token) as box:
                    self._all(box)
            except CutError:
                # What was being read is left for the next run: it may be what cuts us off.
                if connection == _CONNECTIONS - 1:
                    raise
            else:
                return

    def _all(self, box: Mailbox) -> None:
        failed = 0
        for mail in box.arrived():
            if mail.uid in self._seen:
                continue
            passed = self.shares.passes(_MAIL)
            if passed or time.monotonic() > self.end:
                self.done[passed or LATER] += 1
                continue
            self._seen.add(mail.uid)
            data = box.read(mail)
            if not data:
                continue  # somebody moved it meanwhile
            try:
                what, folder = self.mails.taken(data, is_whole=not mail.is_large)
                failed = 0
            except CutError:
                raise
            except CareersError as error:
                failed += 1
                self.troubles.append(error)
                if failed == _FAILURES:
                    return
                continue
            self.done[what] += 1
            self.shares.count(_MAIL, what)
            if folder and not self.mails.dry_run:
                self._move(box, mail, folder)

    def _move(self, box: Mailbox, mail: Arrived, folder: str) -> None:
        """One that cannot be moved is known again by the next run, and stops no other."""
        try:
            box.move(mail, folder)
        except FullError as error:
            if not any(isinstance(told, FullError) for told in self.troubles):
                self.troubles.append(error)


def _secrets(settings: MailSettings) -> Mapping[str, str]:
    """The login's secrets. Raises CareersError where one is missing."""
    names = secrets_of(settings)
    if missing := [name for name in names if not os.environ.get(name, "").strip()]:
        message = f"the mailbox cannot be read: {' and '.join(missing)} is not set"
        raise CareersError(message, "docs/intake.md tells how a mailbox is set up")
    return {name: os.environ[name].strip() for name in names}
