"""Lists, reads and moves the mails of one folder; deletes those of whom was forgotten alone.

None is marked as read.
"""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from imap_tools import OR, H, MailBox, MailMessage
from imap_tools.errors import ImapToolsError

from careers.hiring.correspondence.settings import MailSettings
from careers.mail.tokens import CLIENT_SECRET, REFRESH_TOKEN
from careers.mail.trouble import AGAIN, CutError, fine, told
from careers.text.diagnostics import CareersError

PASSWORD = "CAREERS_IMAP_PASSWORD"  # noqa: S105 - the name of the secret
LARGEST = 45_000_000
"""Bytes of a mail that is read whole: 25 MB of files take 34 MB, and providers stop at 35 to 50."""
_TIMEOUT = 60  # seconds without a byte
_LISTED = 500  # mails whose sizes are asked for at once
_PASSING = re.compile(r"\[(?:UNAVAILABLE|INUSE|SERVERBUG|LIMIT)\]", re.IGNORECASE)
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
_UID = re.compile(rb"UID (\d+)")


@dataclass(frozen=True, slots=True)
class Arrived:
    """A mail that waits; ``size`` in bytes."""

    uid: str
    size: int

    @property
    def is_large(self) -> bool:
        """Whether it is too large to be read whole."""
        return self.size > LARGEST


def secrets_of(settings: MailSettings) -> tuple[str, ...]:
    """The names of the secrets that a login takes: workflows cannot make one up."""
    return {
        "password": (PASSWORD,),
        "google": (CLIENT_SECRET, REFRESH_TOKEN),
        "microsoft": (CLIENT_SECRET,),
    }[settings.login]


class Mailbox:
    """One folder of a mailbox, as long as it is entered.

    ``secrets`` are those that ``secrets_of`` names, by name; ``token`` makes an access token of
    them. Each method raises CareersError: CutError where the connection is gone.
    """

    def __init__(
        self,
        settings: MailSettings,
        secrets: Mapping[str, str],
        token: Callable[[MailSettings, Mapping[str, str]], str],
    ) -> None:
        self._settings = settings
        self._secrets = secrets
        self._token = token
        self._box: Any = None

    def __enter__(self) -> Self:
        settings = self._settings
        token = "" if settings.login == "password" else self._token(settings, self._secrets)
        with told():
            context = ssl.create_default_context()
            self._box = MailBox(settings.host, settings.port, _TIMEOUT, ssl_context=context)
        try:
            self._log_in(token)
            with told():
                # What a server can do it says anew once it knows who asks.
                self._box.client.capabilities = _capabilities(self._box.client)
                known = {folder.name for folder in self._box.folder.list()}
                for name in (settings.done, settings.aside):
                    if name not in known:
                        self._box.folder.create(name)
                self._box.folder.set(settings.folder)
        except BaseException:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with suppress(ImapToolsError, imaplib.IMAP4.error, OSError):
            self._box.logout()
        with suppress(OSError):  # gone already, or cut before it could log out
            self._box.client.shutdown()

    def _log_in(self, token: str) -> None:
        user = self._settings.user
        try:
            if token:
                self._box.xoauth2(user, token, None)
            else:
                password = self._secrets[PASSWORD]
                # LOGIN, which every server has, takes no other letters than ASCII's.
                plain = (user + password).isascii()
                login = self._box.login if plain else self._box.login_utf8
                login(user, password, None)
        except (imaplib.IMAP4.abort, OSError):
            raise CutError("the mailbox does not answer", AGAIN) from None
        except (imaplib.IMAP4.error, ImapToolsError) as error:
            if _PASSING.search(str(error)):
                raise CareersError("the mailbox cannot check logins now", AGAIN) from None
            names = " and ".join(secrets_of(self._settings))
            message = "the mailbox refuses the login"
            raise CareersError(message, f"look at `user` and at {names} (docs/intake.md)") from None

    def arrived(self) -> list[Arrived]:
        """What waits in the folder, the oldest first."""
        with told():
            uids = self._box.uids("UNDELETED", charset=None)
            return [mail for at in range(0, len(uids), _LISTED) for mail in self._sizes(uids[at:])]

    def _sizes(self, uids: list[str]) -> Iterator[Arrived]:
        status, rows = self._box.client.uid("FETCH", ",".join(uids[:_LISTED]), "(RFC822.SIZE)")
        fine(status)
        for row in rows:
            line = row if isinstance(row, bytes) else b" ".join(row or ())
            uid, size = _UID.search(line), _SIZE.search(line)
            if uid and size:
                yield Arrived(uid[1].decode(), int(size[1]))

    def read(self, mail: Arrived) -> bytes:
        """A mail as it was received; of one that is too large what its headers say."""
        part = "BODY.PEEK[HEADER]" if mail.is_large else "BODY.PEEK[]"
        with told():
            status, rows = self._box.client.uid("FETCH", mail.uid, f"({part})")
            fine(status)
        found = (row[1] for row in rows if isinstance(row, tuple) and len(row) > 1)
        return next(found, b"")

    def move(self, mail: Arrived, folder: str) -> None:
        """Move it; where the server cannot, it is copied first, and then marked as deleted."""
        with told():
            client = self._box.client
            if "MOVE" in client.capabilities:
                self._box.move(mail.uid, folder)
                return
            self._box.copy(mail.uid, folder)
            fine(client.uid("STORE", mail.uid, "+FLAGS.SILENT", r"(\Deleted)")[0])
            if "UIDPLUS" in client.capabilities:
                # Never a plain EXPUNGE: it would delete what people marked.
                fine(client.uid("EXPUNGE", mail.uid)[0])

    def forget(self, address: str, is_theirs: Callable[[bytes], bool]) -> int:
        """Delete what somebody wrote, and what went to them, of what was read; how many mails.

        ``is_theirs`` says whether a mail that only names the address is their application all
        the same, which somebody sent on.
        """
        gone = 0
        for folder in (self._settings.done, self._settings.aside):
            with told():
                self._box.folder.set(folder)
                named = [(m.uid, _is_of(m, address)) for m in self._naming(address) if m.uid]
            uids = [x for x, its in named if its or is_theirs(self.read(Arrived(x, 0)))]
            with told():
                if not uids:
                    continue
                client = self._box.client
                found = ",".join(uids)
                fine(client.uid("STORE", found, "+FLAGS.SILENT", r"(\Deleted)")[0])
                if "UIDPLUS" in client.capabilities:
                    fine(client.uid("EXPUNGE", found)[0])
                gone += len(uids)
        return gone

    def _naming(self, address: str) -> Iterator[MailMessage]:
        """The headers of mails that may name the address: servers look for parts of it."""
        plain = address.isascii()
        reply_to = H("Reply-To", address)
        wanted = OR(from_=address, to=address, cc=address, text=address, header=reply_to)
        found: Iterator[MailMessage] = self._box.fetch(
            wanted, charset=None if plain else "UTF-8", mark_seen=False, headers_only=True
        )
        return found


def _is_of(mail: MailMessage, address: str) -> bool:
    """Whether a mail is from them or to them, by the whole address."""
    named = (mail.from_values, *mail.to_values, *mail.cc_values, *mail.reply_to_values)
    return address.casefold() in {each.email.casefold() for each in named if each}


def _capabilities(client: imaplib.IMAP4) -> tuple[str, ...]:
    status, rows = client.capability()
    fine(status)
    return tuple(rows[-1].decode("ascii", "replace").upper().split())
