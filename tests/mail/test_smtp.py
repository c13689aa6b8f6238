"""The mail server as a letter's courier sees it: logins, and every step at which it can fail."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import Literal

import pytest

from careers.mail.smtp import MailServer, Outcome, Server
from careers.text.diagnostics import CareersError
from mail_server import PASSWORD, TOKEN, USER, Fault, MailOffice, make_certificate


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The server's certificate."""
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(params=["starttls", "tls"])
def office(
    request: pytest.FixtureRequest, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MailOffice]:
    """A server of either kind."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    server = MailOffice(certificate.parent, tls=request.param == "tls")
    server.start()
    yield server
    server.stop()


def server_of(office: MailOffice, *, password: str = PASSWORD, token: str = "") -> MailServer:
    """The way there."""
    security: Literal["starttls", "tls"] = "tls" if office.tls else "starttls"
    return MailServer(
        Server(
            "localhost", office.port, security, USER, password, (lambda: token) if token else None
        )
    )


def letter() -> EmailMessage:
    """A letter with lines that begin with a dot."""
    made = EmailMessage(policy=SMTP)
    made["From"], made["To"], made["Subject"] = USER, "ada@example.com", "Hello"
    made.set_content("first\n.\n..two\nlast\n")
    return made


def send(server: MailServer) -> Outcome:
    """Give it over."""
    return server.send(letter(), USER, "ada@example.com")


@pytest.mark.parametrize("token", ["", TOKEN])
def test_a_letter_is_taken(office: MailOffice, token: str) -> None:
    """By password and by XOAUTH2; several over one connection; a dot in it ends nothing."""
    with server_of(office, token=token) as server:
        server.connect()
        assert [send(server), send(server)] == [Outcome.TAKEN, Outcome.TAKEN]
        server.connect()
        assert send(server) is Outcome.TAKEN
    texts = {mail.get_content() for _, mail in office.post.taken}
    assert texts == {"first\n.\n..two\nlast\n"}


@pytest.mark.parametrize(("password", "token"), [("wrong", ""), ("", "stale")])
def test_a_wrong_login_is_said(office: MailOffice, password: str, token: str) -> None:
    """Without the password or the token."""
    with server_of(office, password=password, token=token) as server:
        with pytest.raises(CareersError, match="refuses the login") as caught:
            server.connect()
        assert send(server) is Outcome.PUT_OFF
    told = f"{caught.value} {caught.value.help}"
    assert "stale" not in told
    assert "wrong" not in told


def test_a_certificate_that_nobody_signed_is_refused(
    office: MailOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The password goes to nobody else."""
    monkeypatch.delenv("SSL_CERT_FILE")
    with server_of(office) as server, pytest.raises(CareersError, match="certificate"):
        server.connect()


@pytest.mark.parametrize(
    ("step", "how", "outcome"),
    [
        ("mail", "put off", Outcome.PUT_OFF),
        ("mail", "refuse", Outcome.BARRED),
        ("mail", "drop", Outcome.PUT_OFF),
        ("rcpt", "put off", Outcome.PUT_OFF),
        ("rcpt", "refuse", Outcome.REFUSED),
        ("rcpt", "drop", Outcome.PUT_OFF),
        ("data", "put off", Outcome.PUT_OFF),
        ("data", "refuse", Outcome.REFUSED),
        ("data", "drop", Outcome.PUT_OFF),
        ("dot", "put off", Outcome.PUT_OFF),
        ("dot", "refuse", Outcome.REFUSED),
        ("dot", "drop", Outcome.UNKNOWN),
        ("dot", "take and drop", Outcome.UNKNOWN),
    ],
)
def test_what_becomes_of_a_letter(
    office: MailOffice, step: str, how: str, outcome: Outcome
) -> None:
    """Only what ends behind the last dot without an answer is unknown; the next one goes."""
    office.post.faults.append(Fault(step, how))
    with server_of(office) as server:
        server.connect()
        assert send(server) is outcome
        assert len(office.post.taken) == (how == "take and drop")
        server.connect()
        assert send(server) is Outcome.TAKEN


def test_a_server_that_takes_nothing_now_is_said(office: MailOffice) -> None:
    """Before anything of a letter is written down; the next time it goes."""
    office.post.faults.append(Fault("auth", "drop"))
    with server_of(office) as server:
        with pytest.raises(CareersError, match="takes nothing now"):
            server.connect()
        server.connect()
        assert send(server) is Outcome.TAKEN
