"""The settings of the mailbox that applications arrive in: ``[intake.mail]``."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from careers.hiring.correspondence.login import LoginBy, OAuthClient, Tenant

_SOURCE = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
Host = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9.-]*$", max_length=253)]
Folder = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Sender = Annotated[
    str, StringConstraints(strip_whitespace=True, to_lower=True, min_length=3, max_length=254)
]


def _expression(value: str) -> str:
    try:
        re.compile(value)
    except re.error as error:
        message = f"is no regular expression: {error}"
        raise ValueError(message) from None
    return value


Expression = Annotated[str, StringConstraints(max_length=500), AfterValidator(_expression)]


class BoardSettings(BaseModel):
    """A job board whose mails tell of applicants, as many as there are.

    LinkedIn, Indeed, StepStone, Xing and some twenty others are known without it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[
        str,
        StringConstraints(pattern=_SOURCE, max_length=43),
        Field(description="The source that its applications get"),
    ]
    sender: Annotated[Sender, Field(description="The address that it writes from, or its domain")]
    subject: Annotated[
        Expression,
        Field(
            description="A regular expression on the subject; its groups `name`, `posting`, "
            "`email` and `phone` are those of the applicant",
            examples=["New applicant for (?P<posting>.+): (?P<name>.+)"],
        ),
    ] = ""
    body: Annotated[
        Expression,
        Field(description="The same on each line of the text, for what the subject lacks"),
    ] = ""


class MailSettings(BaseModel):
    """The mailbox that applications arrive in, read by IMAP over TLS.

    Without `host` none is read.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    host: Annotated[Host, Field(description="The IMAP server", examples=["imap.gmail.com"])] = ""
    port: Annotated[int, Field(description="Its port for TLS", ge=1, le=65535)] = 993
    user: Annotated[
        str, Field(description="Who logs in, mostly the address", examples=["jobs@example.com"])
    ] = ""
    login: LoginBy = "password"
    client: OAuthClient = ""
    tenant: Tenant = ""
    folder: Annotated[Folder, Field(description="Where applications arrive")] = "INBOX"
    done: Annotated[
        Folder, Field(description="Where a mail is moved once its issue stands; made if missing")
    ] = "Taken in"
    aside: Annotated[
        Folder,
        Field(
            description="Where a mail is moved that is no application: automatic answers, what "
            "came back, spam, calendar entries, the team's own copies. Nothing is deleted"
        ),
    ] = "Set aside"
    addresses: Annotated[
        tuple[Sender, ...],
        Field(description="The mailbox's other addresses, beside `user`: `jobs+POSTING@` of each"),
    ] = ()
    team: Annotated[
        tuple[Sender, ...],
        Field(
            description="Addresses and domains of the team: what they forward is of the person "
            "within, their copies of letters are nobody's answer. The mailbox's own domain "
            "counts, unless a public mail provider's",
            examples=["example.com"],
        ),
    ] = ()
    board: Annotated[
        tuple[BoardSettings, ...], Field(description="`[[intake.mail.board]]`, one for each board")
    ] = ()
