"""What sets a repository up: one action a change, told in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from careers.hosting.state import ENVIRONMENT
from careers.text.counted import counted


@dataclass(frozen=True)
class SetUp:
    """A change of a repository, `OWNER/NAME`."""

    repository: str


@dataclass(frozen=True)
class MakeRepository(SetUp):
    """Make it, with a first commit."""

    private: bool

    def __str__(self) -> str:
        return f"make the {'private' if self.private else 'public'} repository"


@dataclass(frozen=True)
class Commit(SetUp):
    """Add files to the default branch, in one commit; none of them is there."""

    files: Mapping[str, str] = field(repr=False)

    def __str__(self) -> str:
        return f"commit {counted(len(self.files), 'file')}"


@dataclass(frozen=True)
class MakeEnvironment(SetUp):
    """Make the environment of the candidates' secrets, for the default branch alone."""

    def __str__(self) -> str:
        return f"make the environment `{ENVIRONMENT}`, for the default branch alone"


@dataclass(frozen=True)
class SetSecret(SetUp):
    """Set a secret, of the environment where there is one; its value is nowhere printed."""

    name: str
    value: str = field(repr=False)

    def __str__(self) -> str:
        return f"set the secret {self.name} to a new random text, and keep a copy of it here"


@dataclass(frozen=True)
class EnablePages(SetUp):
    """Let a workflow publish the site."""

    def __str__(self) -> str:
        return "switch GitHub Pages on, built by a workflow"


@dataclass(frozen=True)
class AddRules(SetUp):
    """Ask for a review and the check `validate` before a merge into the default branch."""

    def __str__(self) -> str:
        return "ask for a review and the check `validate` before each merge into the default branch"


@dataclass(frozen=True)
class KeepLogs(SetUp):
    """Keep logs and artifacts for so many days."""

    days: int

    def __str__(self) -> str:
        return f"keep logs for {self.days} days"


@dataclass(frozen=True)
class MakeField(SetUp):
    """Define a field of the organisation's issues; ``options`` make it a single select, else a day.

    ``repository`` is the organisation.
    """

    name: str
    options: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"make the issue field *{self.name}*"


@dataclass(frozen=True)
class MakeType(SetUp):
    """Define a type of the organisation's issues; ``repository`` is the organisation."""

    name: str

    def __str__(self) -> str:
        return f"make the issue type *{self.name}*"


@dataclass(frozen=True)
class StartWorkflow(SetUp):
    """Start a workflow by hand."""

    workflow: str

    def __str__(self) -> str:
        return f"start the workflow {self.workflow}"
