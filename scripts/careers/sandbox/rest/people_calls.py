"""REST: who the caller is, who others are, what they may do, and to what they are assigned."""

from functools import partial

from pydantic import Field
from werkzeug.wrappers import Request

from careers.sandbox import issues, refusal, repository_shapes, shapes
from careers.sandbox.rest.answers import Answer, Body, paged, read
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk, Role, Visit, role_of
from careers.sandbox.world import User

TABLE = Table()
_COLLABORATORS = REPOSITORY + "/collaborators"
_ASSIGNEES = REPOSITORY + "/assignees"
_ASSIGNED = REPOSITORY + "/issues/<int:number>/assignees"

# What `permission` says of each role: the REST reference maps maintain to write and triage to read
_PERMISSION = {Role.ADMIN: "admin", Role.MAINTAIN: "write", Role.WRITE: "write", Role.NONE: "none"}


@TABLE.on("GET", "/")
def root(visit: Visit, _request: Request) -> Answer:
    """Where the calls are."""
    urls = {
        "current_user_url": "/user",
        "rate_limit_url": "/rate_limit",
        "user_url": "/users/{user}",
    }
    urls["repository_url"] = "/repos/{owner}/{repo}"
    return Answer(200, {name: visit.base + path for name, path in urls.items()})


@TABLE.on("GET", "/user")
def get_me(visit: Visit, _request: Request) -> Answer:
    """The caller; an app's installation is nobody, and refused."""
    if visit.person.type == "Bot":
        raise refusal.Refused(403, "Resource not accessible by integration")
    return Answer(200, shapes.account(visit, visit.person))


@TABLE.on("GET", "/users/<login>")
def get_user(visit: Visit, _request: Request, login: str) -> Answer:
    """Anybody."""
    known = visit.world.user(login)
    if known is None:
        raise refusal.not_found()
    return Answer(200, shapes.account(visit, known))


@TABLE.on("GET", REPOSITORY)
def get_repository(desk: Desk, _request: Request) -> Answer:
    """A repository, with the caller's permissions."""
    return Answer(200, repository_shapes.full_repository(desk))


def _people(desk: Desk, least: Role) -> list[User]:
    people = [user for user in desk.world.users.values() if user.type != "Organization"]
    return [user for user in people if role_of(desk.repository, user) >= least]


def _push_only(desk: Desk, what: str) -> None:
    _ = desk.person
    if desk.role < Role.WRITE:
        raise refusal.Refused(403, f"Must have push access to view {what}.")


@TABLE.on("GET", _COLLABORATORS)
def list_collaborators(desk: Desk, request: Request) -> Answer:
    """Who was granted a role."""
    _push_only(desk, "repository collaborators")
    named = [
        user for user in _people(desk, Role.READ) if user.login.casefold() in desk.repository.grants
    ]
    return paged(request, desk.base, named, partial(repository_shapes.collaborator, desk))


@TABLE.on("GET", _COLLABORATORS + "/<login>")
def is_collaborator(desk: Desk, _request: Request, login: str) -> Answer:
    """204 for somebody who was granted a role, else 404."""
    _push_only(desk, "repository collaborators")
    if desk.repository.grants.get(login.casefold(), "none") == "none":
        raise refusal.not_found()
    return Answer(204)


@TABLE.on("GET", _COLLABORATORS + "/<login>/permission")
def get_permission(desk: Desk, _request: Request, login: str) -> Answer:
    """What somebody may do: `permission` in the four old words, `role_name` in full."""
    _push_only(desk, "collaborator permission")
    known = desk.world.user(login)
    if known is None:
        raise refusal.Refused(404, f"{login} is not a user")
    role = role_of(desk.repository, known)
    body = {"permission": _PERMISSION.get(role, "read"), "role_name": role.name.lower()}
    return Answer(200, body | {"user": repository_shapes.collaborator(desk, known)})


@TABLE.on("GET", _ASSIGNEES)
def list_assignees(desk: Desk, request: Request) -> Answer:
    """Who can be assigned."""
    known = [user.login for user in _people(desk, Role.WRITE)]
    return paged(request, desk.base, known, partial(shapes.user, desk))


@TABLE.on("GET", _ASSIGNEES + "/<login>")
def is_assignee(desk: Desk, _request: Request, login: str) -> Answer:
    """204 for somebody who can be assigned, else 404."""
    if role_of(desk.repository, desk.world.user(login)) < Role.WRITE:
        raise refusal.not_found()
    return Answer(204)


class Assignees(Body):
    """Who is assigned, or taken off."""

    assignees: list[str] = Field(default_factory=list)


@TABLE.on("POST", _ASSIGNED)
def add_assignees(desk: Desk, request: Request, number: int) -> Answer:
    """Assign people beside those who are."""
    named = read(request, Assignees).assignees
    return Answer(201, shapes.issue(desk, issues.assign(desk, issues.find(desk, number), named)))


@TABLE.on("DELETE", _ASSIGNED)
def remove_assignees(desk: Desk, request: Request, number: int) -> Answer:
    """Take people off."""
    named = read(request, Assignees).assignees
    return Answer(200, shapes.issue(desk, issues.unassign(desk, issues.find(desk, number), named)))
