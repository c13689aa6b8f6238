"""REST: pull requests."""

from werkzeug.wrappers import Request

from careers.sandbox import issues, pulls, refusal
from careers.sandbox.rest.answers import Answer, Body, paged, read
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk, Role
from careers.sandbox.world import Pull

TABLE = Table()


@TABLE.on("GET", REPOSITORY + "/pulls/<int:number>")
def get_pull(desk: Desk, _request: Request, number: int) -> Answer:
    """One pull request."""
    return Answer(200, pulls.shape(desk, *pulls.find(desk, number)))


@TABLE.on("GET", REPOSITORY + "/pulls")
def list_pulls(desk: Desk, request: Request) -> Answer:
    """Those of a state, and of a branch, the last changed first where it is asked for."""
    state, head = request.args.get("state", "open"), request.args.get("head")
    named = (n for n, pull in desk.repository.pulls.items() if head in {None, _head(pull)})
    known = [issues.find(desk, number) for number in named]
    found = [issue for issue in known if state in {"all", issue.state}]
    by_update = request.args.get("sort") == "updated"
    found.sort(
        key=lambda issue: issue.updated_at if by_update else issue.created_at,
        reverse=request.args.get("direction", "desc") == "desc",
    )
    return paged(
        request, desk.base, found, lambda i: pulls.shape(desk, *pulls.find(desk, i.number))
    )


class NewPull(Body):
    """A pull request out of a branch of this repository."""

    title: str
    head: str
    base: str
    body: str | None = None


@TABLE.on("POST", REPOSITORY + "/pulls")
def make_pull(desk: Desk, request: Request) -> Answer:
    """Open one; of one branch there is one that is open."""
    desk.writing(Role.WRITE)
    premises, given = desk.repository.premises, read(request, NewPull)
    head, base = premises.where(given.head), premises.where(given.base)
    if head is None or base is None:
        name = "base" if base is None else "head"
        raise refusal.invalid("PullRequest", name, "invalid")
    pull = Pull(base, head, given.head, desk.repository.full_name)
    known = (n for n, each in desk.repository.pulls.items() if _head(each) == _head(pull))
    if any(issues.find(desk, number).state == "open" for number in known):
        message = f"A pull request already exists for {_head(pull)}."
        raise refusal.invalid("PullRequest", "head", "custom", message)
    issue = pulls.create(desk, given.title, given.body, pull)
    return Answer(201, pulls.shape(desk, issue, pull))


def _head(pull: Pull) -> str:
    return f"{pull.head_repository.partition('/')[0]}:{pull.head_ref}"
