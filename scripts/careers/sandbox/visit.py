"""Who asks, when, and what they may do: the context of every operation."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from careers.sandbox import refusal
from careers.sandbox.world import Repository, User, World


class Role(IntEnum):
    """What somebody may do in a repository, least first; the names are GitHub's `role_name`."""

    NONE = 0
    READ = 1
    TRIAGE = 2
    WRITE = 3
    MAINTAIN = 4
    ADMIN = 5


@dataclass(frozen=True)
class Event:
    """What Actions would hand to a workflow: the event's name and the JSON of GITHUB_EVENT_PATH."""

    name: str
    payload: dict[str, Any]
    repository: str


@dataclass(frozen=True)
class Mail:
    """A mail to somebody about an issue, by its number; `reason` is GitHub's word for it."""

    to: str
    number: int
    reason: str

    @property
    def participating(self) -> bool:
        """Whether they get it without watching the repository."""
        return self.reason != "subscribed"


def role_of(repository: Repository, user: User | None) -> Role:
    """The role a user has: granted, owned, or reading because the repository is public."""
    public = Role.NONE if repository.private else Role.READ
    if user is None:
        return public
    if user.login.casefold() == repository.owner.casefold():
        return Role.ADMIN
    return max(public, Role[repository.grants.get(user.login.casefold(), "none").upper()])


@dataclass
class Visit:
    """One request: the world, the caller (None without a token), the time and the base of links."""

    world: World
    caller: User | None
    now: str
    base: str
    events: list[Event]
    mails: list[Mail]

    @property
    def person(self) -> User:
        """The caller; refused with 401 where the request had no token."""
        if self.caller is None:
            raise refusal.anonymous()
        return self.caller

    def at(self, full_name: str) -> "Desk":
        """Enter a repository; one that the caller may not read is not found."""
        repository = self.world.repository(full_name)
        if repository is None or role_of(repository, self.caller) < Role.READ:
            raise refusal.not_found()
        return self.into(repository)

    def into(self, repository: Repository) -> "Desk":
        """Enter a repository, whatever the caller may."""
        return Desk(
            self.world, self.caller, self.now, self.base, self.events, self.mails, repository
        )


@dataclass
class Desk(Visit):
    """A request inside a repository that the caller may read."""

    repository: Repository

    @property
    def role(self) -> Role:
        """What the caller may do here."""
        return role_of(self.repository, self.caller)

    def writing(self, least: Role, *, own: bool = False) -> None:
        """Refuse a write without `least` unless the thing is the caller's own; and if archived."""
        person = self.person
        if self.repository.archived:
            raise refusal.Refused(403, "Repository was archived so is read-only.")
        if self.role >= least or own:
            return
        if person.type == "Bot":
            raise refusal.Refused(403, "Resource not accessible by integration")
        raise refusal.Refused(403, "Must have admin rights to Repository.")
