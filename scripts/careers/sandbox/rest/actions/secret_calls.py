"""REST: secrets, which can be set and never read, variables, and environments."""

from typing import Any

from werkzeug.wrappers import Request

from careers.sandbox import refusal, shapes
from careers.sandbox.administration.premises import Environment
from careers.sandbox.rest.answers import Answer, Body, paged, read
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk, Role

TABLE = Table()
_ACTIONS = REPOSITORY + "/actions"
_ENVIRONMENTS = REPOSITORY + "/environments"
_ONE = _ENVIRONMENTS + "/<environment>"
# Of the private key that is 32 bytes of 1, so that a test may read what was sent.
_PUBLIC_KEY = "pOCSkrZRwni5dyxWn1+puxPZBrRqtoyd+dwrRAn4ogk="


class Secret(Body):
    """A secret, encrypted for the key that was given."""

    encrypted_value: str
    key_id: str


@TABLE.on("GET", _ACTIONS + "/secrets/public-key")
def get_key(desk: Desk, _request: Request) -> Answer:
    """What secrets are encrypted with."""
    desk.writing(Role.ADMIN)
    return Answer(200, {"key_id": "1", "key": _PUBLIC_KEY})


@TABLE.on("GET", _ACTIONS + "/secrets")
def list_secrets(desk: Desk, request: Request) -> Answer:
    """The names of the repository's secrets."""
    desk.writing(Role.ADMIN)
    return _named(desk, request, desk.repository.premises.secrets)


@TABLE.on("PUT", _ACTIONS + "/secrets/<name>")
def put_secret(desk: Desk, request: Request, name: str) -> Answer:
    """Set a secret of the repository."""
    desk.writing(Role.ADMIN)
    return _put(desk.repository.premises.secrets, name, read(request, Secret))


@TABLE.on("GET", _ACTIONS + "/variables")
def list_variables(desk: Desk, request: Request) -> Answer:
    """The repository's variables."""
    desk.writing(Role.ADMIN)
    known = desk.repository.premises.variables
    page = paged(
        request,
        desk.base,
        sorted(known.items()),
        lambda pair: {
            "name": pair[0], "value": pair[1], "created_at": desk.now, "updated_at": desk.now,
        },
    )  # fmt: skip
    return Answer(200, {"total_count": len(known), "variables": page.body}, page.headers)


class Variable(Body):
    """A variable."""

    name: str
    value: str


@TABLE.on("POST", _ACTIONS + "/variables")
def add_variable(desk: Desk, request: Request) -> Answer:
    """Add a variable that is not there."""
    desk.writing(Role.ADMIN)
    given, known = read(request, Variable), desk.repository.premises.variables
    if given.name.upper() in known:
        raise refusal.Refused(409, "Already exists - Variable already exists")
    known[given.name.upper()] = given.value
    return Answer(201, {})


@TABLE.on("GET", _ENVIRONMENTS)
def list_environments(desk: Desk, _request: Request) -> Answer:
    """Every environment."""
    known = [_environment(desk, each) for each in desk.repository.premises.environments.values()]
    return Answer(200, {"total_count": len(known), "environments": known})


class Policy(Body):
    """Which branches may deploy."""

    protected_branches: bool
    custom_branch_policies: bool


class NewEnvironment(Body):
    """An environment's settings."""

    deployment_branch_policy: Policy | None = None


@TABLE.on("PUT", _ONE)
def put_environment(desk: Desk, request: Request, environment: str) -> Answer:
    """Make an environment, or set it anew. A private repository on GitHub's Free plan has none."""
    desk.writing(Role.ADMIN)
    if desk.repository.private and "environments" in desk.repository.lacking:
        raise refusal.not_found()
    given = read(request, NewEnvironment).deployment_branch_policy
    known = desk.repository.premises.environments
    made = known.setdefault(environment, Environment(desk.world.next_id(), environment))
    if given is None or not given.custom_branch_policies:
        made.branches = None
    else:
        made.branches = made.branches or []
    return Answer(200, _environment(desk, made))


@TABLE.on("GET", _ONE + "/deployment-branch-policies")
def list_policies(desk: Desk, _request: Request, environment: str) -> Answer:
    """The branches that may deploy."""
    branches = _find(desk, environment).branches or []
    return Answer(200, {"total_count": len(branches), "branch_policies": [*map(_branch, branches)]})


class NewBranch(Body):
    """A pattern of branches."""

    name: str


@TABLE.on("POST", _ONE + "/deployment-branch-policies")
def add_policy(desk: Desk, request: Request, environment: str) -> Answer:
    """Let a branch deploy."""
    desk.writing(Role.ADMIN)
    made, name = _find(desk, environment), read(request, NewBranch).name
    if made.branches is None:
        raise refusal.not_found()
    if name not in made.branches:
        made.branches.append(name)
    return Answer(200, _branch(name))


@TABLE.on("GET", _ONE + "/secrets/public-key")
def get_environment_key(desk: Desk, request: Request, environment: str) -> Answer:
    """What an environment's secrets are encrypted with."""
    _find(desk, environment)
    return get_key(desk, request)


@TABLE.on("GET", _ONE + "/secrets")
def list_environment_secrets(desk: Desk, request: Request, environment: str) -> Answer:
    """The names of an environment's secrets."""
    desk.writing(Role.ADMIN)
    return _named(desk, request, _find(desk, environment).secrets)


@TABLE.on("PUT", _ONE + "/secrets/<name>")
def put_environment_secret(desk: Desk, request: Request, environment: str, name: str) -> Answer:
    """Set a secret of an environment."""
    desk.writing(Role.ADMIN)
    return _put(_find(desk, environment).secrets, name, read(request, Secret))


def _find(desk: Desk, name: str) -> Environment:
    known = desk.repository.premises.environments.get(name)
    if known is None:
        raise refusal.not_found()
    return known


def _put(known: dict[str, str], name: str, given: Secret) -> Answer:
    there = name in known
    known[name] = given.encrypted_value
    return Answer(204) if there else Answer(201, {})


def _named(desk: Desk, request: Request, known: dict[str, str]) -> Answer:
    dates = {"created_at": desk.now, "updated_at": desk.now}
    page = paged(request, desk.base, sorted(known), lambda name: {"name": name, **dates})
    return Answer(200, {"total_count": len(known), "secrets": page.body}, page.headers)


def _branch(name: str) -> dict[str, Any]:
    return {"id": 1, "node_id": "DBP_1", "name": name, "type": "branch"}


def _environment(desk: Desk, known: Environment) -> dict[str, Any]:
    url = f"{shapes.api(desk, desk.repository)}/environments/{known.name}"
    custom = known.branches is not None
    policy = {"protected_branches": False, "custom_branch_policies": True} if custom else None
    return {
        "id": known.id,
        "node_id": f"EN_{known.id:08d}",
        "name": known.name,
        "url": url,
        "html_url": f"{shapes.page(desk, desk.repository)}/deployments/{known.name}",
        "created_at": desk.now,
        "updated_at": desk.now,
        "protection_rules": [],
        "deployment_branch_policy": policy,
    }
