"""Who is in a team of an organisation, asked with an App's token."""

from __future__ import annotations

import sys
from urllib.parse import quote

from careers.github.client import GitHub
from careers.github.errors import RefusedError

_GONE = 404


class Teams:
    """The teams of organisations, each `ORG/TEAM`. Raises as `GitHub` does."""

    def __init__(self, github: GitHub) -> None:
        self._github = github

    def has(self, team: str, login: str) -> bool | None:
        """Whether somebody is in a team, or in one below it; an invitation is not enough.

        None, which the log says with its cure, where the token may not ask. GitHub does not tell a
        team that is not there from one that somebody is not in.
        """
        organisation, _, slug = team.partition("/")
        place = f"/orgs/{quote(organisation)}/teams/{quote(slug.lower())}/memberships"
        what = f"look who is in the team {team}"
        try:
            told = self._github.request("GET", f"{place}/{quote(login, safe='')}", what)[1]
        except RefusedError as error:
            if error.http == _GONE:
                return False
            sys.stderr.write(f"warning: {error}\n  help: {error.help}; docs/app.md\n")
            return None
        return bool(told.get("state") == "active")
