"""What must hold of anything that is given to intake, and of any mail in the mailbox."""

from __future__ import annotations

import time

from careers.application import Application
from careers.hiring.correspondence.settings import MailSettings
from careers.hiring.keys import read_keys
from careers.hiring.settings import IntakeSettings
from careers.intake import incoming, taken, taken_mail
from careers.text.diagnostics import CareersError

LONGEST = 5.0
"""Seconds that one input may take, on a machine that does other things too."""
_KEYS = read_keys("a key of the tests, long enough")
_MAIL = MailSettings(user="jobs@example.org", team=("example.net",))
_SETTINGS = IntakeSettings(mail=_MAIL)


def hold(data: bytes) -> None:
    """An application, or a CareersError; in time; what a person is shown can be shown."""
    start = time.monotonic()
    try:
        given = taken(data)
        given.shown(_SETTINGS)
        assert isinstance(given.application(_SETTINGS), Application)
    except CareersError as refused:
        assert refused.status == 1  # noqa: PT017 - either is right
    assert time.monotonic() - start < LONGEST, "it took too long"


def hold_mail(data: bytes) -> None:
    """The same of a mail, and of what the mailbox makes of it."""
    start = time.monotonic()
    for read in (
        lambda: incoming(data, _MAIL, _KEYS),
        lambda: taken_mail(data).application(_SETTINGS),
        lambda: taken_mail(data).shown(_SETTINGS),
    ):
        try:
            read()
        except CareersError as refused:
            assert refused.status == 1  # noqa: PT017 - either is right
    assert time.monotonic() - start < LONGEST, "it took too long"
