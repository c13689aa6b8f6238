"""REST: the fields and types that an organisation's issues have, and who is in its teams."""

from pydantic import Field
from werkzeug.wrappers import Request

from careers.sandbox import refusal
from careers.sandbox.issue_fields import shapes
from careers.sandbox.rest.answers import Answer, Body, read
from careers.sandbox.rest.routing import Table
from careers.sandbox.visit import Visit
from careers.sandbox.world import IssueField, User

TABLE = Table()
_FIELDS, _TYPES = "/orgs/<org>/issue-fields", "/orgs/<org>/issue-types"


def _organisation(visit: Visit, login: str) -> User:
    known = visit.world.user(login)
    if known is None or known.type != "Organization":
        raise refusal.not_found()
    return known


class _Option(Body):
    name: str
    color: str
    priority: int


class NewField(Body):
    """A field."""

    name: str
    data_type: str
    description: str | None = None
    options: list[_Option] = Field(default_factory=list)


class NewType(Body):
    """A type."""

    name: str
    is_enabled: bool
    description: str | None = None


@TABLE.on("GET", _FIELDS)
def list_fields(visit: Visit, _request: Request, org: str) -> Answer:
    """All of them; not found where GitHub does not offer them."""
    known = _organisation(visit, org).fields
    if known is None:
        raise refusal.not_found()
    return Answer(200, [shapes.issue_field(each) for each in known])


@TABLE.on("POST", _FIELDS)
def make_field(visit: Visit, request: Request, org: str) -> Answer:
    """Define one; no two have one name."""
    owner, given = _organisation(visit, org), read(request, NewField)
    if owner.fields is None:
        raise refusal.not_found()
    if any(each.name.casefold() == given.name.casefold() for each in owner.fields):
        raise refusal.invalid("IssueField", "name", "already_exists")
    options = [option.name for option in given.options]
    made = IssueField(visit.world.next_id(), given.name, given.data_type, options)
    owner.fields.append(made)
    return Answer(200, shapes.issue_field(made))


@TABLE.on("GET", _TYPES)
def list_types(visit: Visit, _request: Request, org: str) -> Answer:
    """All of them; not found where GitHub does not offer them."""
    known = _organisation(visit, org).types
    if known is None:
        raise refusal.not_found()
    return Answer(200, [shapes.issue_type(name) for name in known])


@TABLE.on("POST", _TYPES)
def make_type(visit: Visit, request: Request, org: str) -> Answer:
    """Define one."""
    owner, given = _organisation(visit, org), read(request, NewType)
    if owner.types is None:
        raise refusal.not_found()
    owner.types.append(given.name)
    return Answer(200, shapes.issue_type(given.name))


@TABLE.on("GET", "/orgs/<org>/teams/<team>/memberships/<login>")
def get_membership(visit: Visit, _request: Request, org: str, team: str, login: str) -> Answer:
    """How somebody stands in a team, or was invited into it; not found for anybody else."""
    owner, caller = _organisation(visit, org), visit.person
    if caller.login.casefold() not in owner.readers:
        if caller.type == "Bot":
            raise refusal.Refused(403, "Resource not accessible by integration")
        raise refusal.not_found()
    state = owner.teams.get(team, {}).get(login.casefold())
    if state is None:
        raise refusal.not_found()
    url = f"{visit.base}/orgs/{org}/teams/{team}/memberships/{login}"
    return Answer(200, {"role": "member", "state": state, "url": url})
