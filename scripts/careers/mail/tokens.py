"""A token for one run, from Google or Microsoft: only what it is made of is kept, as secrets."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

import requests

from careers.text.diagnostics import CareersError

CLIENT_SECRET, REFRESH_TOKEN = "CAREERS_IMAP_CLIENT_SECRET", "CAREERS_IMAP_REFRESH_TOKEN"
GOOGLE = "https://oauth2.googleapis.com/token"
MICROSOFT = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token"
_TIMEOUT = (10, 30)
_SCOPE = "https://outlook.office365.com/.default"
_REFUSED = 400, 401, 403
_WRONG = {
    "invalid_grant": "the refresh token has ended: make a new one (docs/intake.md)",
    "invalid_client": "CAREERS_IMAP_CLIENT_SECRET is not that of `client`, or has ended",
    "unauthorized_client": "`client` is not the id of an application that may do this",
    "invalid_request": "look at `client` and `tenant`",
}


class Account(Protocol):
    """What the settings say of an account: that of a mailbox, or of a mail server."""

    @property
    def login(self) -> str:
        """``google`` or ``microsoft``."""

    @property
    def client(self) -> str:
        """The application's id."""

    @property
    def tenant(self) -> str:
        """Microsoft's directory."""


def access_token(settings: Account, secrets: Mapping[str, str], address: str | None = None) -> str:
    """A token that lives about an hour. Raises CareersError; no secret stands in it.

    ``address`` is asked instead of the provider's own.
    """
    secret = {"client_id": settings.client, "client_secret": secrets[CLIENT_SECRET]}
    if settings.login == "google":
        own = GOOGLE
        asked = {"grant_type": "refresh_token", "refresh_token": secrets[REFRESH_TOKEN]}
    else:
        own = MICROSOFT.format(tenant=settings.tenant or "common")
        asked = {"grant_type": "client_credentials", "scope": _SCOPE}
    try:
        answer = requests.post(
            address or own, data=secret | asked, timeout=_TIMEOUT, allow_redirects=False
        )
        given = answer.json()
    except (requests.RequestException, ValueError):
        raise _unanswered(settings.login) from None
    token = given.get("access_token") if isinstance(given, dict) else None
    if answer.ok and isinstance(token, str) and token.isascii() and token.isprintable():
        return token
    if answer.status_code not in _REFUSED:
        raise _unanswered(settings.login)
    why = str(given.get("error", "")) if isinstance(given, dict) else ""
    message = f"{settings.login} gives no token for mail"
    raise CareersError(message, _WRONG.get(why, "docs/intake.md tells how it is set up"))


def _unanswered(login: str) -> CareersError:
    return CareersError(f"{login} does not answer", "nothing is lost: the next run asks again")
