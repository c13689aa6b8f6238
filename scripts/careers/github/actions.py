"""What Actions gives a script by its environment, and what a script gives back."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from urllib.parse import urlsplit

from careers.github.client import GitHub
from careers.github.repository import Repository
from careers.settings import Settings
from careers.text.diagnostics import CareersError
from careers.text.strict_json import LIMIT

SCORECARDS_TOKEN = "CAREERS_SCORECARDS_TOKEN"  # noqa: S105 - the name of the secret
TEAMS_TOKEN, POSTINGS_TOKEN = "CAREERS_TEAMS_TOKEN", "CAREERS_POSTINGS_TOKEN"
"""Of an App, by which a run asks who is in a team, and changes postings by pull request."""
_NAME = re.compile(r"[A-Za-z0-9._-]+/[A-Za-z0-9._-]+")


def configured_repository(settings: Settings) -> str | None:
    """The candidates' repository: CAREERS_CANDIDATES, else careers.toml."""
    name = os.environ.get("CAREERS_CANDIDATES") or settings.candidates.repository
    if name and not _NAME.fullmatch(name):
        raise CareersError("CAREERS_CANDIDATES is not OWNER/NAME", "name a repository")
    return name


def candidates_repository(settings: Settings) -> Repository:
    """The candidates' repository, where one must be configured."""
    name = configured_repository(settings)
    if not name:
        message = "no repository for candidates is configured"
        cure = (
            "run it where careers.toml names it ([candidates] repository), "
            "or set CAREERS_CANDIDATES to its OWNER/NAME"
        )
        raise CareersError(message, cure)
    return connect(name)


def connect(name: str) -> Repository:
    """A candidates' repository at GITHUB_API_URL, read and written with GITHUB_TOKEN."""
    return Repository(client_for(name))


def connect_apart(name: str) -> Repository:
    """The scorecards' own repository, with CAREERS_SCORECARDS_TOKEN, else GITHUB_TOKEN.

    A workflow's own token reaches no other repository; an admin's on their machine does.
    """
    given = os.environ.get(SCORECARDS_TOKEN, "").strip()
    return Repository(client_for(name, SCORECARDS_TOKEN if given else "GITHUB_TOKEN"))


def client_of_app(name: str, variable: str) -> GitHub | None:
    """The way to GitHub by an App's token; None where the environment has none of that name."""
    return client_for(name, variable) if os.environ.get(variable, "").strip() else None


def client_for(name: str, variable: str = "GITHUB_TOKEN") -> GitHub:
    """The way to a repository at GITHUB_API_URL, with the token of a variable."""
    token = os.environ.get(variable, "").strip()
    if not token:
        message = f"{variable} is not set"
        raise CareersError(message, f"give a token that may write issues of {name}")
    if not token.isascii() or not token.isprintable():
        raise CareersError(f"{variable} holds characters that no token has", "copy it again")
    url = os.environ.get("GITHUB_API_URL") or "https://api.github.com"
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise CareersError("GITHUB_API_URL is no web address", "leave it out for github.com")
    return GitHub(url, token, name)


def require_private(repository: Repository) -> None:
    """Raise CareersError unless only those who were let in can read the repository, as of now."""
    if not repository.private():
        message = f"{repository.name} is not private: candidates are kept out of it"
        raise CareersError(message, "make the repository private, or configure another")


def read_input(name: str, limit: int = LIMIT) -> bytes:
    """A file's bytes, or standard input for ``-``; one byte past the limit is enough to tell."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(limit + 1)
        with Path(name).open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        message = f"cannot read {name}: {error.strerror}"
        raise CareersError(message, "name a file, or - for standard input") from None


def set_outputs(**outputs: object) -> None:
    """Set a step's outputs, where GITHUB_OUTPUT asks for them."""
    _append("GITHUB_OUTPUT", "".join(f"{name}={value}\n" for name, value in outputs.items()))


def summarise(line: str) -> None:
    """Add a line to the step's summary, where GITHUB_STEP_SUMMARY asks for one."""
    _append("GITHUB_STEP_SUMMARY", f"{line}\n")


def _append(variable: str, text: str) -> None:
    name = os.environ.get(variable)
    if not name:
        return
    try:
        with Path(name).open("a", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise CareersError(f"cannot write {variable}: {error.strerror}", "") from None
