"""How settings about people name things."""

from __future__ import annotations

from typing import Annotated

from pydantic import StringConstraints

_NAME = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
Source = Annotated[str, StringConstraints(pattern=_NAME, max_length=43)]
ReasonName = Annotated[str, StringConstraints(pattern=_NAME, max_length=40)]
Login = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}$")]
TeamOrLogin = Annotated[
    str,
    StringConstraints(
        pattern=r"^(?:@[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}/[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?"
        r"|[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38})$",
        max_length=140,
    ),
]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
