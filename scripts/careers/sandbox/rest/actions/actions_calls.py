"""REST: what Actions may run, how long they keep logs, which workflows there are."""

from typing import Any

from werkzeug.wrappers import Request

from careers.sandbox import shapes
from careers.sandbox.rest.answers import Answer, Body, read
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk, Role

TABLE = Table()
_PERMISSIONS = REPOSITORY + "/actions/permissions"
_RETENTION = _PERMISSIONS + "/artifact-and-log-retention"
_WORKFLOWS = ".github/workflows/"


@TABLE.on("GET", _PERMISSIONS)
def get_permissions(desk: Desk, _request: Request) -> Answer:
    """Whether workflows run, and which actions they may call."""
    desk.writing(Role.ADMIN)
    allowed = "all" if desk.repository.premises.actions is None else "selected"
    return Answer(200, {"enabled": True, "allowed_actions": allowed})


@TABLE.on("GET", _PERMISSIONS + "/selected-actions")
def get_selected_actions(desk: Desk, _request: Request) -> Answer:
    """Those that alone may."""
    desk.writing(Role.ADMIN)
    patterns = desk.repository.premises.actions or []
    told = {"github_owned_allowed": True, "verified_allowed": False, "patterns_allowed": patterns}
    return Answer(200, told)


@TABLE.on("GET", _RETENTION)
def get_retention(desk: Desk, _request: Request) -> Answer:
    """For how many days logs are kept."""
    desk.writing(Role.ADMIN)
    return Answer(200, {"days": desk.repository.premises.retention, "maximum_allowed_days": 400})


class Retention(Body):
    """Days."""

    days: int


@TABLE.on("PUT", _RETENTION)
def set_retention(desk: Desk, request: Request) -> Answer:
    """Say for how many days logs are kept."""
    desk.writing(Role.ADMIN)
    desk.repository.premises.retention = read(request, Retention).days
    return Answer(204)


@TABLE.on("GET", REPOSITORY + "/actions/workflows")
def list_workflows(desk: Desk, _request: Request) -> Answer:
    """Every workflow of the default branch, and whether it is switched on."""
    premises = desk.repository.premises
    files = [path for path in sorted(premises.files) if path.startswith(_WORKFLOWS)]
    known = [_workflow(desk, number, path) for number, path in enumerate(files, 1)]
    return Answer(200, {"total_count": len(known), "workflows": known})


def _workflow(desk: Desk, number: int, path: str) -> dict[str, Any]:
    name = path.removeprefix(_WORKFLOWS)
    api, page = shapes.api(desk, desk.repository), shapes.page(desk, desk.repository)
    return {
        "id": number,
        "node_id": f"W_{number}",
        "name": name.rpartition(".")[0],
        "path": path,
        "state": desk.repository.premises.states.get(name, "active"),
        "created_at": desk.now,
        "updated_at": desk.now,
        "url": f"{api}/actions/workflows/{number}",
        "html_url": f"{page}/blob/main/{path}",
        "badge_url": f"{page}/workflows/{name}/badge.svg",
    }
