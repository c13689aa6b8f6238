"""What goes wrong with a mailbox, in words that hold nothing of a mail."""

from __future__ import annotations

import imaplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from imap_tools.errors import ImapToolsError

from careers.text.diagnostics import CareersError

AGAIN = "nothing is lost: the next run asks again"


class CutError(CareersError):
    """The connection is gone; what was being done may be done or not."""


def fine(status: str) -> None:
    """Raise CareersError where a server's answer is not OK."""
    if status != "OK":
        message = "the mailbox refuses a request"
        raise CareersError(message, "look at `folder`, `done` and `aside` in [intake.mail]")


@contextmanager
def told() -> Iterator[None]:
    """What goes wrong, in words that hold nothing of a mail."""
    try:
        yield
    except ssl.SSLCertVerificationError:
        message = "the mailbox's certificate is not valid for its host"
        raise CareersError(message, "`host` must be the name in it") from None
    except (imaplib.IMAP4.abort, OSError):
        raise CutError("the connection to the mailbox was cut", AGAIN) from None
    except (imaplib.IMAP4.error, ImapToolsError, ValueError):
        fine("NO")
