"""How settings about people name things."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, StringConstraints

_NAME = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
Source = Annotated[str, StringConstraints(pattern=_NAME, max_length=43)]
ReasonName = Annotated[str, StringConstraints(pattern=_NAME, max_length=40)]
_LOGIN = r"[A-Za-z0-9](?:-?[A-Za-z0-9]){0,38}"
_TEAM = re.compile(rf"@{_LOGIN}/[A-Za-z0-9_][A-Za-z0-9_-]{{0,99}}|{_LOGIN}")


def _team_or_login(text: str) -> str:
    if not _TEAM.fullmatch(text):
        message = "name a login, `adaeze-example`, or a team, `@example-tools/support-leads`"
        raise ValueError(message)
    return text


Login = Annotated[str, StringConstraints(pattern=f"^{_LOGIN}$")]
TeamOrLogin = Annotated[str, AfterValidator(_team_or_login)]
Short = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
