"""What an administrator sets up in a repository: files, secrets, environments, Pages, rules."""

import hashlib
import json
from typing import Any

from pydantic import Field
from pydantic.dataclasses import dataclass


@dataclass
class Environment:
    """An environment; ``branches`` are the patterns that may deploy, None where all may."""

    id: int
    name: str
    branches: list[str] | None = None
    secrets: dict[str, str] = Field(default_factory=dict)


@dataclass
class Premises:
    """``secrets`` hold what was sent, still encrypted, by name; so do those of environments.

    ``files`` are those of the default branch, at ``head``; ``trees`` and ``commits`` what was made
    for it: files by a tree's name, a tree's name by a commit's; ``branches`` where others are.
    ``pages`` is how the site is built, None where there is none. ``states`` are those of workflows
    that are switched off, by file name, ``actions`` the patterns of those that alone may run,
    beside GitHub's own.
    """

    files: dict[str, str] = Field(default_factory=dict)
    head: str | None = None
    trees: dict[str, dict[str, str]] = Field(default_factory=dict)
    commits: dict[str, str] = Field(default_factory=dict)
    branches: dict[str, str] = Field(default_factory=dict)
    secrets: dict[str, str] = Field(default_factory=dict)
    variables: dict[str, str] = Field(default_factory=dict)
    environments: dict[str, Environment] = Field(default_factory=dict)
    pages: str | None = None
    rulesets: list[dict[str, Any]] = Field(default_factory=list)
    retention: int = 90
    states: dict[str, str] = Field(default_factory=dict)
    actions: list[str] | None = None

    def write(self, files: dict[str, str]) -> str:
        """Commit these files as the whole of the default branch; the commit's name."""
        tree = self.tree(files)
        self.head = self.commit(tree)
        self.files = dict(files)
        return self.head

    def where(self, branch: str) -> str | None:
        """The commit that a branch is at; None where there is no such branch."""
        return self.head if branch == "main" else self.branches.get(branch)

    def put(self, branch: str, commit: str) -> None:
        """Put a branch on a commit that was made before."""
        if branch == "main":
            self.head, self.files = commit, dict(self.trees[self.commits[commit]])
        else:
            self.branches[branch] = commit

    def tree(self, files: dict[str, str]) -> str:
        """Keep a tree; its name."""
        name = hashlib.sha1(json.dumps(files, sort_keys=True).encode()).hexdigest()  # noqa: S324 - git's
        self.trees[name] = dict(files)
        return name

    def commit(self, tree: str) -> str:
        """Keep a commit of a tree; its name."""
        made = f"{tree}{len(self.commits)}"
        name = hashlib.sha1(made.encode()).hexdigest()  # noqa: S324 - as git names it
        self.commits[name] = tree
        return name


def blob_sha(text: str) -> str:
    """The name that git gives a file's content."""
    data = text.encode()
    return hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()  # noqa: S324 - git's own
