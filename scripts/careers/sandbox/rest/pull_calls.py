"""REST: pull requests."""

from werkzeug.wrappers import Request

from careers.sandbox import issues, pulls
from careers.sandbox.rest.answers import Answer, paged
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk

TABLE = Table()


@TABLE.on("GET", REPOSITORY + "/pulls/<int:number>")
def get_pull(desk: Desk, _request: Request, number: int) -> Answer:
    """One pull request."""
    return Answer(200, pulls.shape(desk, *pulls.find(desk, number)))


@TABLE.on("GET", REPOSITORY + "/pulls")
def list_pulls(desk: Desk, request: Request) -> Answer:
    """The pull requests of a state, those that changed last first where it is asked for."""
    state = request.args.get("state", "open")
    known = [issues.find(desk, number) for number in desk.repository.pulls]
    found = [issue for issue in known if state in {"all", issue.state}]
    by_update = request.args.get("sort") == "updated"
    found.sort(
        key=lambda issue: issue.updated_at if by_update else issue.created_at,
        reverse=request.args.get("direction", "desc") == "desc",
    )
    return paged(
        request, desk.base, found, lambda i: pulls.shape(desk, *pulls.find(desk, i.number))
    )
