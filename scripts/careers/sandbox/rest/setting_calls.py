"""REST: repositories made, Pages, rules of branches."""

from typing import Any

from pydantic import Field
from werkzeug.wrappers import Request

from careers.sandbox import refusal, repository_shapes, shapes
from careers.sandbox.rest.answers import Answer, Body, read
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk, Role, Visit
from careers.sandbox.world import Repository

TABLE = Table()


class NewRepository(Body):
    """A repository."""

    name: str
    private: bool = False
    auto_init: bool = False
    description: str | None = None


@TABLE.on("POST", "/user/repos")
def make_own(visit: Visit, request: Request) -> Answer:
    """Make a repository of the caller's own."""
    return _make(visit, visit.person.login, read(request, NewRepository))


@TABLE.on("POST", "/orgs/<org>/repos")
def make_in_organisation(visit: Visit, request: Request, org: str) -> Answer:
    """Make a repository of an organisation; the caller administers it."""
    known = visit.world.user(org)
    if known is None or known.type != "Organization":
        raise refusal.not_found()
    return _make(visit, known.login, read(request, NewRepository))


def _make(visit: Visit, owner: str, given: NewRepository) -> Answer:
    full_name = f"{owner}/{given.name}"
    if visit.world.repository(full_name):
        message = "name already exists on this account"
        raise refusal.invalid("Repository", "name", "custom", message)
    made = Repository(visit.world.next_id(), owner, given.name, given.private, visit.now)
    made.grants[visit.person.login.casefold()] = "admin"
    if given.auto_init:
        made.premises.write({"README.md": f"# {given.name}\n"})
    visit.world.repositories[full_name.casefold()] = made
    return Answer(201, repository_shapes.full_repository(visit.at(full_name)))


@TABLE.on("GET", REPOSITORY + "/pages")
def get_pages(desk: Desk, _request: Request) -> Answer:
    """How the site is built; not found where there is none."""
    if desk.repository.premises.pages is None:
        raise refusal.not_found()
    return Answer(200, _pages(desk))


class NewPages(Body):
    """How a site is to be built."""

    build_type: str = "legacy"


@TABLE.on("POST", REPOSITORY + "/pages")
def make_pages(desk: Desk, request: Request) -> Answer:
    """Switch Pages on."""
    desk.writing(Role.ADMIN)
    if desk.repository.premises.pages is not None:
        raise refusal.Refused(409, "GitHub Pages is already enabled.")
    desk.repository.premises.pages = read(request, NewPages).build_type
    return Answer(201, _pages(desk))


def _pages(desk: Desk) -> dict[str, Any]:
    return {
        "url": f"{shapes.api(desk, desk.repository)}/pages",
        "status": None,
        "cname": None,
        "custom_404": False,
        "html_url": f"https://{desk.repository.owner}.github.io/{desk.repository.name}/",
        "build_type": desk.repository.premises.pages,
        "public": True,
        "https_enforced": True,
    }


@TABLE.on("GET", REPOSITORY + "/rulesets")
def list_rulesets(desk: Desk, _request: Request) -> Answer:
    """The rules of branches, without what they ask."""
    known = [_ruleset(desk, each) for each in desk.repository.premises.rulesets]
    return Answer(200, [{k: v for k, v in each.items() if k != "rules"} for each in known])


@TABLE.on("GET", REPOSITORY + "/rulesets/<int:number>")
def get_ruleset(desk: Desk, _request: Request, number: int) -> Answer:
    """One of them, with what it asks."""
    for each in desk.repository.premises.rulesets:
        if each["id"] == number:
            return Answer(200, _ruleset(desk, each))
    raise refusal.not_found()


class NewRuleset(Body):
    """Rules of branches."""

    name: str
    enforcement: str
    target: str = "branch"
    conditions: dict[str, Any] = Field(default_factory=dict)
    rules: list[dict[str, Any]] = Field(default_factory=list)
    bypass_actors: list[dict[str, Any]] = Field(default_factory=list)


@TABLE.on("POST", REPOSITORY + "/rulesets")
def make_ruleset(desk: Desk, request: Request) -> Answer:
    """Add rules; a private repository on GitHub's Free plan has none."""
    desk.writing(Role.ADMIN)
    if "rulesets" in desk.repository.lacking:
        message = "Upgrade to GitHub Pro or make this repository public to enable this feature."
        raise refusal.Refused(403, message)
    given = {"id": desk.world.next_id(), **read(request, NewRuleset).model_dump()}
    desk.repository.premises.rulesets.append(given)
    return Answer(201, _ruleset(desk, given))


def _ruleset(desk: Desk, given: dict[str, Any]) -> dict[str, Any]:
    return {
        **given,
        "source": desk.repository.full_name,
        "source_type": "Repository",
        "node_id": f"RRS_{given['id']}",
        "created_at": desk.now,
        "updated_at": desk.now,
    }
