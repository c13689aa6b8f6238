"""REST: issues and their history."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator
from werkzeug.wrappers import Request

from careers.sandbox import history_shapes, issues, refusal, shapes
from careers.sandbox.rest.answers import Answer, Body, paged, read
from careers.sandbox.rest.field_calls import FieldValue, as_texts
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk
from careers.sandbox.world import Issue as Known

TABLE = Table()
_ALL = REPOSITORY + "/issues"
_ONE = REPOSITORY + "/issues/<int:number>"


def _name(label: Any) -> Any:
    return label.get("name") if isinstance(label, dict) else label


def _text(title: Any) -> Any:
    return str(title) if isinstance(title, int) else title


_Name = Annotated[str, BeforeValidator(_name)]
_Title = Annotated[str, BeforeValidator(_text)]


class _Fields(Body):
    body: str | None = None
    labels: list[_Name] | None = None
    assignees: list[str] | None = None
    issue_field_values: list[FieldValue] | None = None

    def change(self) -> issues.Change:
        """The same, as the operations take it."""
        values = as_texts(self.issue_field_values)
        told = self.model_dump(exclude={"issue_field_values"})
        return issues.Change(**told, fields=values, given=set(self.model_fields_set))


class Issue(_Fields):
    """What POST .../issues takes."""

    title: _Title
    type: str | None = None


class IssueChange(_Fields):
    """What PATCH .../issues/{number} takes."""

    title: _Title | None = None
    state: Literal["open", "closed"] | None = None
    state_reason: Literal["completed", "not_planned", "duplicate", "reopened"] | None = None


def _wanted(desk: Desk, request: Request) -> Callable[[Known], bool]:
    args = request.args
    state = args.get("state", "open")
    if state not in {"open", "closed", "all"}:
        raise refusal.invalid("Issue", "state", "invalid")
    names = {name for name in args.get("labels", "").split(",") if name}
    labels = [desk.repository.label(name) for name in names]
    # A label that nobody has is on no issue.
    wanted = {label.id if label else 0 for label in labels}
    creator, assignee, since = (
        args.get("creator"),
        args.get("assignee", "").casefold(),
        args.get("since", ""),
    )

    def holds(issue: Known) -> bool:
        assigned = {login.casefold() for login in issue.assignees}
        return (
            state in {"all", issue.state}
            and wanted.issubset(issue.labels)
            and (creator is None or creator.casefold() == issue.login.casefold())
            and (not assignee or assignee in assigned | ({"*"} if assigned else {"none"}))
            and issue.updated_at >= since
        )

    return holds


@TABLE.on("GET", _ALL)
def list_issues(desk: Desk, request: Request) -> Answer:
    """Issues by state, labels (all of them), creator, assignee, since.

    Newest first unless asked otherwise.
    """
    if not desk.repository.has_issues:
        raise refusal.Refused(410, "Issues has been disabled in this repository.")
    keys: dict[str, Callable[[Known], tuple[Any, ...]]] = {
        "created": lambda issue: (issue.created_at, issue.number),
        "updated": lambda issue: (issue.updated_at, issue.number),
        "comments": lambda issue: (len(issue.comments), issue.number),
    }
    key = keys.get(request.args.get("sort", "created"), keys["created"])
    known = sorted(filter(_wanted(desk, request), desk.repository.live), key=key)
    if request.args.get("direction", "desc") != "asc":
        known.reverse()
    return paged(request, desk.base, known, partial(shapes.issue, desk))


def poster(*, drop_labels: Callable[[], bool]) -> Table:
    """The call that opens an issue; `drop_labels` says whether its labels are lost this time."""
    table = Table()

    @table.on("POST", _ALL)
    def create_issue(desk: Desk, request: Request) -> Answer:
        change = read(request, Issue).change()
        return Answer(
            201, shapes.issue(desk, issues.create(desk, change, drop_labels=drop_labels()))
        )

    return table


@TABLE.on("GET", _ONE)
def get_issue(desk: Desk, _request: Request, number: int) -> Answer:
    """One issue."""
    return Answer(200, shapes.issue(desk, issues.find(desk, number)))


@TABLE.on("PATCH", _ONE)
def update_issue(desk: Desk, request: Request, number: int) -> Answer:
    """Text, labels, assignees and state of an issue, in one."""
    issue = issues.find(desk, number)
    return Answer(
        200, shapes.issue(desk, issues.update(desk, issue, read(request, IssueChange).change()))
    )


@TABLE.on("GET", _ONE + "/events")
def list_issue_events(desk: Desk, request: Request, number: int) -> Answer:
    """What happened to an issue, oldest first."""
    known = issues.find(desk, number).history
    return paged(request, desk.base, known, partial(history_shapes.event, desk))


@TABLE.on("GET", _ONE + "/timeline")
def list_timeline(desk: Desk, request: Request, number: int) -> Answer:
    """What happened to an issue and what was said, oldest first."""
    return paged(request, desk.base, history_shapes.timeline(desk, issues.find(desk, number)), dict)


@TABLE.on("GET", _ALL + "/events")
def list_repository_events(desk: Desk, request: Request) -> Answer:
    """What happened to any issue, newest first."""
    known = [(issue, each) for issue in desk.repository.live for each in issue.history]
    known.sort(key=lambda entry: -entry[1].id)
    return paged(request, desk.base, known, partial(history_shapes.event_with_issue, desk))
