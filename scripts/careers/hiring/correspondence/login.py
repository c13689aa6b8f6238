"""How somebody logs in to a mail server: by a password, or by OAuth."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

LoginBy = Annotated[
    Literal["password", "google", "microsoft"],
    Field(
        description="`password`, also an app password, or OAuth: `google` by a refresh token, "
        "`microsoft` by the application's own secret"
    ),
]
OAuthClient = Annotated[
    str, Field(description="OAuth: the id of the client, or of the application")
]
Tenant = Annotated[
    str,
    Field(description="Microsoft: the directory's id or domain", pattern=r"^[A-Za-z0-9.-]*$"),
]
