"""How a repository on GitHub is set up, as far as the token may ask."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

ENVIRONMENT = "candidates"
"""The environment whose secrets only the default branch gets."""


@dataclass(frozen=True)
class Environment:
    """``branches`` are the patterns that may deploy: None where every branch may."""

    branches: tuple[str, ...] | None = None
    secrets: tuple[str, ...] = ()


@dataclass(frozen=True)
class ActionsPolicy:
    """Which actions may run: GitHub's own where ``github``, and those of ``patterns``.

    Nothing runs where it is not ``enabled``. A pattern is as people type it: `owner/*`,
    `owner/name@*`.
    """

    enabled: bool = True
    github: bool = True
    patterns: tuple[str, ...] = ("*",)

    def allows(self, action: str) -> bool:
        """Whether an action may run: OWNER/NAME, at whichever commit."""
        if self.github and action.startswith(("actions/", "github/")):
            return True
        names = (pattern.partition("@")[0] for pattern in self.patterns)
        return any(fnmatchcase(action.casefold(), name.casefold()) for name in names)


@dataclass(frozen=True)
class Hosted:
    """A repository. What could not be asked is None, and ``unknown`` says why, by its name.

    ``files`` are the git names of the default branch's files, by path. ``secrets`` are the names
    of the repository's own; ``pages`` says how its site is built (`workflow`), empty where there
    is none; ``rules`` are the kinds of rules for its default branch; ``workflows`` the states of
    its workflows by file name, ``actions`` what these may call; ``role`` what the token's holder
    may do (`admin`, `push`, `pull`).
    """

    name: str
    exists: bool = True
    private: bool = False
    branch: str = "main"
    role: str = ""
    files: Mapping[str, str] | None = None
    secrets: tuple[str, ...] | None = None
    variables: Mapping[str, str] | None = None
    environments: Mapping[str, Environment] | None = None
    pages: str | None = None
    rules: tuple[str, ...] | None = None
    workflows: Mapping[str, str] | None = None
    actions: ActionsPolicy | None = None
    unknown: Mapping[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> Environment | None:
        """The environment of the candidates' secrets, where it is known to be there."""
        return (self.environments or {}).get(ENVIRONMENT)


def git_name(text: str) -> str:
    """The name that git gives a file's content."""
    data = text.encode()
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
