"""A real mail server on loopback (aiosmtpd, TLS) that refuses, puts off and drops as it is told."""

from __future__ import annotations

import asyncio
import base64
import datetime as dt
import ipaddress
import random
import socket
import ssl
import warnings
from collections import deque
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

USER, PASSWORD, TOKEN = "jobs@example.com", "right horse", "ya29.right"
_OFTEN = 1 / 20
HOWS = ("put off", "refuse", "drop", "take and drop")


@dataclass
class Fault:
    """At the next such step: ``put off`` (4xx), ``refuse`` (5xx), ``drop``, ``take and drop``."""

    step: str
    how: str


@dataclass
class Post:
    """What the server took, in order, and the faults that are to come."""

    taken: list[tuple[str, EmailMessage]] = field(default_factory=list)
    faults: deque[Fault] = field(default_factory=deque)
    sessions: int = 0
    dice: random.Random | None = None
    """Breaks one step in twenty, in any way."""

    def fault(self, step: str) -> str:
        """How this step fails, if it does."""
        if self.dice and self.dice.random() < _OFTEN:
            return self.dice.choice(HOWS)
        if self.faults and self.faults[0].step == step:
            return self.faults.popleft().how
        return ""


class _Server(SMTP):
    """Fails where the post says so."""

    post: Post

    def _breaks(self, how: str) -> bool:
        if how:
            assert isinstance(self.transport, asyncio.WriteTransport)
            if how == "put off":
                self.transport.write(b"451 4.7.1 Greylisted, come again\r\n")
            elif how == "refuse":
                self.transport.write(b"550 5.1.1 No such mailbox\r\n")
            else:
                _abort(self)
        return bool(how)

    async def smtp_EHLO(self, hostname: str) -> None:  # noqa: N802 - aiosmtpd's name
        if not self._breaks(self.post.fault("ehlo")):
            await super().smtp_EHLO(hostname)

    async def smtp_STARTTLS(self, arg: str) -> None:  # noqa: N802
        if not self._breaks(self.post.fault("starttls")):
            await super().smtp_STARTTLS(arg)

    async def smtp_AUTH(self, arg: str) -> None:  # noqa: N802
        if not self._breaks(self.post.fault("auth")):
            await super().smtp_AUTH(arg)

    async def smtp_MAIL(self, arg: str | None) -> None:  # noqa: N802
        if not self._breaks(self.post.fault("mail")):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg: str | None) -> None:  # noqa: N802
        if not self._breaks(self.post.fault("rcpt")):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        how = self.post.fault("data")
        if how in {"drop", "take and drop"}:
            assert isinstance(self.transport, asyncio.WriteTransport)
            self.transport.write(b"354 Go ahead\r\n")
            _abort(self)
        elif not self._breaks(how):
            await super().smtp_DATA(arg)


def _abort(server: SMTP) -> None:
    """Cut the connection, whatever is on its way."""
    assert isinstance(server.transport, asyncio.WriteTransport)
    server.transport.abort()


class _Handler:
    def __init__(self, post: Post) -> None:
        self.post = post

    async def handle_DATA(  # noqa: N802
        self, server: SMTP, _session: Session, envelope: Envelope
    ) -> str:
        """The last dot came."""
        how = self.post.fault("dot")
        if how == "put off":
            return "451 4.3.0 Come again"
        if how == "refuse":
            return "554 5.7.1 Not wanted"
        if how == "drop":
            _abort(server)
            return "451 gone"
        content = message_from_bytes(_plain(envelope), policy=default)
        assert isinstance(content, EmailMessage)
        self.post.taken += [(to, content) for to in envelope.rcpt_tos]
        if how:
            _abort(server)
        return "250 OK"

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:  # noqa: N802
        """As Google and Microsoft have it: a refusal is a challenge that an empty line answers."""
        said = base64.b64decode(args[1]).decode()
        if said == f"user={USER}\x01auth=Bearer {TOKEN}\x01\x01":
            return AuthResult(success=True)
        await server.challenge_auth('{"status":"401"}')
        return AuthResult(success=False, handled=False)


def _plain(envelope: Envelope) -> bytes:
    """What came, with plain line ends."""
    content = envelope.content
    assert isinstance(content, bytes)
    return content.replace(b"\r\n", b"\n")


def _knows(_server: Any, _session: Any, _envelope: Any, mechanism: str, given: Any) -> AuthResult:
    known = isinstance(given, LoginPassword) and given == LoginPassword(
        USER.encode(), PASSWORD.encode()
    )
    return AuthResult(success=known, handled=mechanism not in {"LOGIN", "PLAIN"})


class MailOffice(Controller):
    """The server; ``post`` is what it got, ``logins`` the only ways to log in, where it says any.

    Its certificate is trusted by SSL_CERT_FILE.
    """

    def __init__(self, folder: Path, *, tls: bool = False, logins: tuple[str, ...] = ()) -> None:
        self.post = Post()
        self._others = {"LOGIN", "PLAIN", "XOAUTH2"} - set(logins) if logins else set()
        self._trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self._trust.load_cert_chain(folder / "cert.pem", folder / "key.pem")
        super().__init__(
            _Handler(self.post),
            hostname="127.0.0.1",
            port=_free_port(),
            ssl_context=self._trust if tls else None,
        )
        self.tls = tls

    def factory(self) -> SMTP:
        """One connection."""
        with warnings.catch_warnings():
            # It does not know that TLS from the first byte is TLS.
            warnings.simplefilter("ignore", UserWarning)
            server = _Server(
                self.handler,
                hostname="localhost",
                authenticator=_knows,
                auth_required=True,
                auth_exclude_mechanism=self._others,
                tls_context=None if self.tls else self._trust,
                require_starttls=not self.tls,
                auth_require_tls=not self.tls,
            )
        server.post = self.post
        self.post.sessions += 1
        return server


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def text_of(mail: EmailMessage) -> str:
    """The plain text of a letter."""
    part = mail.get_body(("plain",))
    assert part is not None
    return str(part.get_content())


def make_certificate(folder: Path) -> Path:
    """A certificate for localhost that signs itself; its file is what trusts it."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=2))
        .add_extension(
            x509.SubjectAlternativeName(
                [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
            ),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    path = folder / "cert.pem"
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM))
    return path
