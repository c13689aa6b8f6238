"""What goes wrong with a mailbox, in words that hold nothing of a mail."""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager

from imap_tools.errors import ImapToolsError

from careers.text.diagnostics import CareersError

AGAIN = "nothing is lost: the next run asks again"


class CutError(CareersError):
    """The connection is gone; what was being done may be done or not."""


class FullError(CareersError):
    """There is no room for another mail, nor for the copy by which one is moved."""


# RFC 9208 has OVERQUOTA; older servers say it in words.
_FULL = re.compile(r"OVERQUOTA|(?:over|exceed\w*) quota|quota (?:is )?exceed", re.IGNORECASE)


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
    except (imaplib.IMAP4.error, ImapToolsError, ValueError) as error:
        if _FULL.search(str(error)):
            message = "the mailbox is full: mails come back to who sends them"
            raise FullError(message, "docs/runbook.md, “The mailbox is full”") from None
        fine("NO")
