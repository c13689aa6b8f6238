"""Gives letters to a mail server, and knows of each whether it was taken.

``smtplib``'s own ``sendmail`` cannot tell a letter that certainly did not go from one that may
have: here the last dot, from which on the server may take it, is a step of its own.
"""

from __future__ import annotations

import select
import smtplib
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.policy import SMTP
from enum import StrEnum
from types import TracebackType
from typing import Literal, Self

from careers.text.diagnostics import CareersError

_TIMEOUT = 60  # seconds without a byte; after the last dot RFC 5321 allows a server ten minutes
_MOMENT = 0.05  # seconds in which a lost connection tells itself, before the last dot
_OK, _TEMPORARY, _PERMANENT, _GO_ON = 250, 400, 500, 354
_SHUTTING_DOWN = 421
_LOST = (smtplib.SMTPException, OSError, ValueError)


class Outcome(StrEnum):
    """What became of a letter."""

    TAKEN = "taken"
    PUT_OFF = "put off"
    """It did not go, and may be tried again."""
    REFUSED = "refused"
    BARRED = "barred"
    """It did not go, and none will: the server takes nothing from this sender, or this login."""
    UNKNOWN = "unknown"
    """All of it was sent, and no answer came: the candidate may have it."""


@dataclass(frozen=True)
class Server:
    """A mail server, and who logs in there; ``token`` asks for an OAuth one, if that is the way."""

    host: str
    port: int
    security: Literal["starttls", "tls"]
    user: str
    password: str = field(default="", repr=False)
    token: Callable[[], str] | None = None


class MailServer:
    """A connection, as long as it is entered. Raises CareersError where none can be had."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._smtp is not None:
            self._smtp.close()

    def connect(self) -> None:
        """Connect and log in, where that is not so already."""
        if self._smtp is not None:
            try:
                if self._smtp.noop()[0] == _OK:
                    return
            except _LOST:
                pass
            self._smtp.close()
            self._smtp = None
        smtp: smtplib.SMTP | None = None
        try:
            smtp = self._opened()
            self._log_in(smtp)
        except CareersError:
            if smtp is not None:
                smtp.close()
            raise
        except _LOST as error:
            if smtp is not None:
                smtp.close()
            raise _unreachable(self._server.host, error) from None
        self._smtp = smtp

    def _opened(self) -> smtplib.SMTP:
        server, trust = self._server, ssl.create_default_context()
        if server.security == "tls":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=_TIMEOUT, context=trust
            )
        else:
            smtp = smtplib.SMTP(server.host, server.port, timeout=_TIMEOUT)
            try:
                smtp.starttls(context=trust)
            except BaseException:
                smtp.close()
                raise
        smtp.ehlo()
        return smtp

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        server = self._server
        try:
            if server.token:
                said = f"user={server.user}\x01auth=Bearer {server.token()}\x01\x01"
                # A refusal comes as a challenge, which an empty line answers.
                smtp.auth("XOAUTH2", lambda challenge=None: said if challenge is None else "")
            else:
                smtp.login(server.user, server.password, initial_response_ok=True)
        except smtplib.SMTPAuthenticationError as error:
            if error.smtp_code < _PERMANENT:
                raise
            message = f"the mail server {server.host} refuses the login of [letters] user"
            cure = "look at its secrets (docs/letters.md) and at [letters] in candidates.toml"
            raise CareersError(message, cure) from None

    def send(self, letter: EmailMessage, sender: str, to: str) -> Outcome:
        """Give one letter over; what became of it. ``connect`` comes before it."""
        smtp = self._smtp
        if smtp is None:
            return Outcome.PUT_OFF
        body = _dotted(letter.as_bytes(policy=SMTP))
        try:
            if refused := self._refused(smtp, sender, to):
                return refused
            smtp.send(body)
        except _LOST:
            self._drop()
            return Outcome.PUT_OFF  # without the last dot no server takes it
        if _has_hung_up(smtp):
            self._drop()
            return Outcome.PUT_OFF
        return self._ended(smtp)

    def _refused(self, smtp: smtplib.SMTP, sender: str, to: str) -> Outcome | None:
        """What becomes of a letter whose words the server does not ask for; None where it does."""
        if (code := smtp.mail(sender)[0]) >= _PERMANENT:
            self._drop()
            return Outcome.BARRED  # for whom it is was not said yet
        code = code if code >= _TEMPORARY else smtp.rcpt(to)[0]
        if code < _TEMPORARY:
            code = smtp.docmd("DATA")[0]
        return None if code == _GO_ON else self._given_up(code)

    def _ended(self, smtp: smtplib.SMTP) -> Outcome:
        try:
            smtp.send(b".\r\n")
            code = smtp.getreply()[0]
        except _LOST:
            self._drop()
            return Outcome.UNKNOWN
        return Outcome.TAKEN if code < _TEMPORARY else self._given_up(code)

    def _given_up(self, code: int) -> Outcome:
        """What a refusal comes to; the connection is as it was before the letter."""
        try:
            if code == _SHUTTING_DOWN or self._smtp is None or self._smtp.rset()[0] != _OK:
                self._drop()
        except _LOST:
            self._drop()
        return Outcome.REFUSED if code >= _PERMANENT else Outcome.PUT_OFF

    def _drop(self) -> None:
        if self._smtp is not None:
            self._smtp.close()
        self._smtp = None


def _has_hung_up(smtp: smtplib.SMTP) -> bool:
    """Whether the server speaks before its turn: it has closed the connection, or is about to."""
    return smtp.sock is None or bool(select.select([smtp.sock], [], [], _MOMENT)[0])


def _dotted(letter: bytes) -> bytes:
    """The letter as ``DATA`` wants it: its lines that begin with a dot have two."""
    ended = letter if letter.endswith(b"\r\n") else letter + b"\r\n"
    doubled = ended.replace(b"\r\n.", b"\r\n..")
    return b"." + doubled if doubled.startswith(b".") else doubled


def _unreachable(host: str, error: Exception) -> CareersError:
    kind = "its certificate is not valid" if isinstance(error, ssl.SSLError) else "no answer"
    message = f"the mail server {host} takes nothing now ({kind})"
    return CareersError(message, "letters wait: the next run tries again")
