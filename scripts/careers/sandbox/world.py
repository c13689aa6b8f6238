"""What the sandbox knows: users, repositories, labels, issues.

Loaded from and saved to one JSON file.
"""

from pathlib import Path

from pydantic import Field, TypeAdapter
from pydantic.dataclasses import dataclass

from careers.sandbox.administration.premises import Premises
from careers.sandbox.releases.model import Release


@dataclass
class IssueField:
    """A field that an organisation defined for its issues; ``options`` of a single select."""

    id: int
    name: str
    data_type: str
    options: list[str] = Field(default_factory=list)


@dataclass
class User:
    """An account: a person, a bot or an organisation.

    ``fields`` and ``types`` are what an organisation's issues have; None where GitHub does not
    offer them to it. ``teams`` are an organisation's, by their slug, each with its people's logins
    and the state of their membership; ``readers`` are the logins of those who may ask for it.
    """

    id: int
    login: str
    type: str
    token: str | None
    created_at: str
    fields: list[IssueField] | None = None
    types: list[str] | None = None
    teams: dict[str, dict[str, str]] = Field(default_factory=dict)
    readers: list[str] = Field(default_factory=list)


@dataclass
class Label:
    """A label of a repository."""

    id: int
    name: str
    color: str
    description: str | None = None


@dataclass
class Reaction:
    """An emoji somebody left on a comment."""

    id: int
    login: str
    content: str
    created_at: str


@dataclass
class Edit:
    """A text that an issue or a comment had: who wrote it, and when."""

    id: int
    login: str
    text: str
    created_at: str


@dataclass
class Comment:
    """A comment on an issue; its earlier texts go when it is deleted, and not before."""

    id: int
    login: str
    body: str
    created_at: str
    updated_at: str
    reactions: list[Reaction] = Field(default_factory=list)
    edits: list[Edit] = Field(default_factory=list)
    pinned_at: str | None = None
    pinned_by: str = ""


@dataclass
class Happening:
    """One line of an issue's history.

    `detail` holds what its kind adds (label, rename, assignee).
    """

    id: int
    event: str
    login: str
    created_at: str
    detail: dict[str, str] = Field(default_factory=dict)


@dataclass
class Issue:
    """An issue; `labels` and `sub_issues` are ids, in the order they were added.

    `parent` is the number of the issue that it is below.
    """

    id: int
    number: int
    login: str
    title: str
    body: str | None
    created_at: str
    updated_at: str
    state: str = "open"
    state_reason: str | None = None
    closed_at: str | None = None
    closed_by: str | None = None
    locked: bool = False
    labels: list[int] = Field(default_factory=list)
    assignees: list[str] = Field(default_factory=list)
    comments: list[Comment] = Field(default_factory=list)
    history: list[Happening] = Field(default_factory=list)
    edits: list[Edit] = Field(default_factory=list)
    sub_issues: list[int] = Field(default_factory=list)
    parent: int | None = None
    field_values: dict[int, str] = Field(default_factory=dict)
    type: str | None = None


@dataclass
class Pull:
    """What is merged, beside the issue of the same number; `head_repository` is `owner/name`."""

    base_sha: str
    head_sha: str
    head_ref: str
    head_repository: str
    merged_at: str | None = None
    merge_commit_sha: str | None = None


@dataclass
class Run:
    """A run of a workflow, by its file's name; ``conclusion`` is None while it goes on.

    ``jobs`` maps the names of its jobs to how they ended.
    """

    id: int
    workflow: str
    event: str
    status: str
    conclusion: str | None
    created_at: str
    attempt: int = 1
    jobs: dict[str, str] = Field(default_factory=dict)


@dataclass
class Repository:
    """A repository.

    `issues` keeps None where an issue was deleted, so that numbers are never given twice.
    `lacking` are features that its owner's plan does not have: environments, rulesets.
    `labels` are by their ids, in the order they were made; `said` tells where a comment is.
    `watchers` are the logins of those who get a mail of everything.
    """

    id: int
    owner: str
    name: str
    private: bool
    created_at: str
    has_issues: bool = True
    archived: bool = False
    grants: dict[str, str] = Field(default_factory=dict)
    watchers: list[str] = Field(default_factory=list)
    labels: dict[int, Label] = Field(default_factory=dict)
    issues: list[Issue | None] = Field(default_factory=list)
    said: dict[int, int] = Field(default_factory=dict)
    pulls: dict[int, Pull] = Field(default_factory=dict)
    runs: list[Run] = Field(default_factory=list)
    premises: Premises = Field(default_factory=Premises)
    lacking: list[str] = Field(default_factory=list)
    releases: list[Release] = Field(default_factory=list)

    @property
    def full_name(self) -> str:
        """The name with its owner: `owner/name`."""
        return f"{self.owner}/{self.name}"

    @property
    def live(self) -> list[Issue]:
        """The issues that were not deleted, oldest first."""
        return [issue for issue in self.issues if issue]

    def label(self, name: str) -> Label | None:
        """The label of that name, whatever its case, or None."""
        wanted = name.casefold()
        return next((x for x in self.labels.values() if x.name.casefold() == wanted), None)

    def parent(self, child: Issue) -> Issue | None:
        """The issue that one is below, or None."""
        return self.issues[child.parent - 1] if child.parent else None

    def labels_of(self, issue: Issue) -> list[Label]:
        """An issue's labels in the order they were added."""
        return [self.labels[number] for number in issue.labels]


@dataclass
class World:
    """Everything; keys are lower case, because GitHub's names compare so."""

    users: dict[str, User] = Field(default_factory=dict)
    repositories: dict[str, Repository] = Field(default_factory=dict)
    last_id: int = 1000

    def next_id(self) -> int:
        """A number never given before; the same calls give the same numbers."""
        self.last_id += 1
        return self.last_id

    def user(self, login: str) -> User | None:
        """The user of that login, or None."""
        return self.users.get(login.casefold())

    def repository(self, full_name: str) -> Repository | None:
        """The repository of that `owner/name`, or None."""
        return self.repositories.get(full_name.casefold())


_FORMAT = TypeAdapter(World)


def load(path: Path) -> World:
    """Read a world that `save` wrote; a missing file is an empty world."""
    return _FORMAT.validate_json(path.read_bytes()) if path.exists() else World()


def save(world: World, path: Path) -> None:
    """Write the world whole: a reader sees the old file or the new one, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + ".new")
    fresh.write_bytes(_FORMAT.dump_json(world, indent=1))
    fresh.replace(path)
