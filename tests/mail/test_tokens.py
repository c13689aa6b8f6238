"""Access tokens for a mailbox, from a stand-in of Google's and Microsoft's servers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from careers.hiring.correspondence.settings import MailSettings
from careers.mail.mailbox import secrets_of
from careers.mail.tokens import access_token
from careers.text.diagnostics import CareersError
from token_server import Provider, providing

SECRETS = {
    "CAREERS_IMAP_CLIENT_SECRET": "client-secret",
    "CAREERS_IMAP_REFRESH_TOKEN": "refresh-token",
}
ASKED = {
    "google": {"grant_type": "refresh_token", "refresh_token": "refresh-token"},
    "microsoft": {
        "grant_type": "client_credentials",
        "scope": "https://outlook.office365.com/.default",
    },
}


@pytest.fixture
def provider() -> Iterator[Provider]:
    """A server on loopback."""
    with providing() as server:
        yield server


def token(provider: Provider, login: str) -> str:
    """As it is asked for."""
    settings = MailSettings.model_validate({"login": login, "client": "id", "tenant": "t"})
    secrets = {name: SECRETS[name] for name in secrets_of(settings)}
    return access_token(settings, secrets, provider.address)


@pytest.mark.parametrize("login", ASKED)
def test_a_token_is_asked_for_as_the_provider_wants(provider: Provider, login: str) -> None:
    """By a refresh token, or by the application's own secret."""
    assert token(provider, login) == "token"
    client = {"client_id": "id", "client_secret": "client-secret"}
    assert provider.asked == [client | ASKED[login]]


@pytest.mark.parametrize(
    ("status", "given", "told", "cure"),
    [
        (400, {"error": "invalid_grant"}, "gives no token", "refresh token has ended"),
        (401, {"error": "invalid_client"}, "gives no token", "CAREERS_IMAP_CLIENT_SECRET"),
        (403, {}, "gives no token", "docs/intake.md"),
        (500, {"error": "x"}, "does not answer", "next run asks again"),
        (200, b"<html>", "does not answer", "next run asks again"),
        (200, [], "does not answer", "next run asks again"),
        (200, {"access_token": "a\r\nb"}, "does not answer", "next run asks again"),
        (302, {}, "does not answer", "next run asks again"),
    ],
)
def test_what_is_no_token_is_said(
    provider: Provider, status: int, given: Any, told: str, cure: str
) -> None:
    """What a person must mend is told from what passes; no secret is repeated."""
    provider.answer = (status, given)
    with pytest.raises(CareersError, match=told) as caught:
        token(provider, "google")
    assert cure in caught.value.help
    assert not [x for x in SECRETS.values() if x in f"{caught.value}{caught.value.help}"]


def test_a_provider_that_is_not_there_is_said(provider: Provider) -> None:
    """The next run asks again."""
    provider.shutdown()
    provider.server_close()
    with pytest.raises(CareersError, match="does not answer"):
        token(provider, "microsoft")
