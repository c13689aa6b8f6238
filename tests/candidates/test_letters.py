"""Letters from the act that asks for them to the mail server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from candidates.company import Run, record_of
from candidates.letters import switch_on
from careers import cli
from careers.sandbox import Sandbox
from mail_server import PASSWORD, MailOffice


@pytest.fixture
def office(
    company: Path, certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MailOffice]:
    """The mail server of a company that sends all letters."""
    server = MailOffice(certificate.parent)
    server.start()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    monkeypatch.setenv("CAREERS_SMTP_PASSWORD", PASSWORD)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    switch_on(company, server)
    yield server
    server.stop()


def test_who_applies_is_told_that_it_arrived(
    apply: Run, office: MailOffice, github: Sandbox
) -> None:
    """The letter stands in the record with the application, and goes with the next run."""
    assert apply() == 0
    (letter,) = record_of(github).letters
    assert (letter.kind, letter.state) == ("received", "due")
    assert cli.run("tend", []) == 0
    ((to, mail),) = office.post.taken
    assert to == "ada@example.com"
    print(mail)
    assert mail["Subject"] == "We have your application: Engineer"
    (letter,) = record_of(github).letters
    assert letter.state == "sent"
    assert letter.message_id == mail["Message-ID"]
    print(github.issue("example-tools/candidates", 1)["body"])
    assert cli.run("tend", []) == 0
    assert len(office.post.taken) == 1
