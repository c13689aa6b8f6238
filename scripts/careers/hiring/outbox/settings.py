"""``[letters]`` of candidates.toml: which letters go, from whom, by which mail server."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from careers.hiring.correspondence.login import LoginBy, OAuthClient, Tenant
from careers.letters import all_kinds
from careers.settings.company import Weekday

_MAIL = r"^([^\s@<>+]+@[^\s@<>]+\.[^\s@<>]+)?$"


def _known(name: str) -> str:
    if name not in all_kinds():
        message = f"must be one of {', '.join(all_kinds())}"
        raise ValueError(message)
    return name


LetterName = Annotated[str, AfterValidator(_known)]
Line = Annotated[str, Field(pattern=r"^[^\r\n<>]*$", max_length=200)]


class LettersSettings(BaseModel):
    """Which letters go to candidates, from whom. None go where `send` names none."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    send: Annotated[
        tuple[LetterName, ...],
        Field(
            description="The letters that go, by name: docs/letters.md has them all",
            examples=[["received", "invited", "not-a-match", "job-filled", "reply"]],
        ),
    ] = ()
    sender: Annotated[
        Line, Field(description="Who signs them: a person's name", examples=["Rita Example"])
    ] = ""
    role: Annotated[Line, Field(description="What they do there", examples=["recruiting"])] = ""
    address: Annotated[
        str,
        Field(
            description="The address that they come from and that answers go to, where it gets a "
            "mark: `jobs+41-38205517@`",
            pattern=_MAIL,
            examples=["jobs@example.com"],
        ),
    ] = ""
    server: Annotated[
        str,
        Field(
            description="The mail server's host",
            pattern=r"^[A-Za-z0-9.-]*$",
            examples=["smtp.example.com"],
        ),
    ] = ""
    port: Annotated[int, Field(description="Its port", ge=1, le=65535)] = 587
    security: Annotated[
        Literal["starttls", "tls"],
        Field(description="`starttls` (usual at port 587) or `tls` from the first byte (465)"),
    ] = "starttls"
    user: Annotated[
        str, Field(description="The account there; without it, `address`", max_length=254)
    ] = ""
    login: LoginBy = "password"
    client: OAuthClient = ""
    tenant: Tenant = ""
    days: Annotated[
        tuple[Weekday, ...],
        Field(
            description="On which days a no goes, of those on which the company works",
            min_length=1,
            examples=[["tue", "wed", "thu"]],
        ),
    ] = tuple(Weekday)

    @model_validator(mode="after")
    def _whole(self) -> LettersSettings:
        oauth = () if self.login == "password" else ("client",)
        needed = ("sender", "role", "address", "server", *oauth)
        if missing := [name for name in needed if self.send and not getattr(self, name)]:
            message = f"letters need {', '.join(missing)} too"
            raise ValueError(message)
        return self

    def sends(self, kind: str) -> bool:
        """Whether letters of a kind go."""
        return kind in self.send
