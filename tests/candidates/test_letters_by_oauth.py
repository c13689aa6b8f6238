"""Letters of a company with Google Workspace or Microsoft 365: a token a run, and XOAUTH2 alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from candidates.company import Run, record_of
from candidates.letters import switch_on
from careers import cli
from careers.mail import tokens
from careers.sandbox import Sandbox
from mail_server import TOKEN, Fault, MailOffice
from token_server import Provider, providing

SECRET, REFRESH = "client-secret", "refresh-token"
WAYS = {
    "google": {"grant_type": "refresh_token", "refresh_token": REFRESH},
    "microsoft": {
        "grant_type": "client_credentials",
        "scope": "https://outlook.office365.com/.default",
    },
}


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[Provider]:
    """Both providers' token endpoint."""
    with providing() as server:
        monkeypatch.setattr(tokens, "GOOGLE", server.address)
        monkeypatch.setattr(tokens, "MICROSOFT", f"{server.address}/{{tenant}}")
        server.answer = (200, {"access_token": TOKEN, "expires_in": 3599})
        yield server


@pytest.fixture
def office(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MailOffice]:
    """A mail server that takes no password."""
    server = MailOffice(certificate.parent, logins=("XOAUTH2",))
    server.start()
    for name, value in {
        "SSL_CERT_FILE": str(certificate),
        "CAREERS_IMAP_CLIENT_SECRET": SECRET,
        "CAREERS_IMAP_REFRESH_TOKEN": REFRESH,
        "GITHUB_ACTIONS": "true",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("CAREERS_SMTP_PASSWORD", raising=False)
    yield server
    server.stop()


@pytest.mark.parametrize("login", WAYS)
def test_letters_go_by_a_token_of_the_provider(  # noqa: PLR0913, PLR0917 - fixtures
    apply: Run, company: Path, office: MailOffice, provider: Provider, github: Sandbox, login: str
) -> None:
    """Asked for once a run, with what is kept as secrets; both letters go over one connection."""
    switch_on(company, office, more=f'login = "{login}"\nclient = "id"\ntenant = "t"\n')
    assert apply() == 0
    assert apply(name="Ben Example", email="ben@example.com") == 0
    assert cli.run("tend", []) == 0
    assert [to for to, _ in office.post.taken] == ["ada@example.com", "ben@example.com"]
    client = {"client_id": "id", "client_secret": SECRET}
    assert provider.asked == [client | WAYS[login]]
    assert [x.state for n in (1, 2) for x in record_of(github, n).letters] == ["sent", "sent"]


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((400, {"error": "invalid_grant"}), "the refresh token has ended"),
        ((503, {}), "the next run asks again"),
        ((200, {"access_token": "stale"}), "refuses the login"),
    ],
)
def test_without_a_token_that_holds_letters_wait(  # noqa: PLR0913, PLR0917 - fixtures
    apply: Run,
    company: Path,
    office: MailOffice,
    provider: Provider,
    github: Sandbox,
    capsys: pytest.CaptureFixture[str],
    answer: tuple[int, object],
    told: str,
) -> None:
    """It is said without a secret, nothing is begun, and the next run sends it once."""
    switch_on(company, office, more='login = "google"\nclient = "id"\n')
    good, provider.answer = provider.answer, answer
    assert apply() == 0
    assert cli.run("tend", []) == 0
    said = capsys.readouterr()
    assert told in said.err
    assert not [x for x in (SECRET, REFRESH, "stale") if x in said.out + said.err]
    assert (record_of(github).letters[0].state, office.post.taken) == ("due", [])
    provider.answer = good
    assert cli.run("tend", []) == 0
    assert len(office.post.taken) == 1


def test_a_token_that_is_refused_in_the_middle_loses_no_letter(
    apply: Run, company: Path, office: MailOffice, provider: Provider, github: Sandbox
) -> None:
    """The connection drops after one letter, and no other token is had: the second waits."""

    class Asked(list[dict[str, str]]):
        """What was asked; from the second time on the token has ended."""

        def append(self, fields: dict[str, str]) -> None:
            super().append(fields)
            if len(self) > 1:
                provider.answer = (400, {"error": "invalid_grant"})

    good, provider.asked = provider.answer, Asked()
    switch_on(company, office, more='login = "google"\nclient = "id"\n')
    for who in ("Ada", "Ben", "Eve"):
        assert apply(name=f"{who} Example", email=f"{who.casefold()}@example.com") == 0
    office.post.faults.append(Fault("dot", "take and drop"))
    assert cli.run("tend", []) == 0
    states = [record_of(github, number).letters[0].state for number in (1, 2, 3)]
    assert states == ["uncertain", "due", "due"]
    provider.answer, provider.asked = good, []
    assert cli.run("tend", []) == 0
    assert [to for to, _ in office.post.taken] == [
        f"{who}@example.com" for who in ("ada", "ben", "eve")
    ]
