"""REST: sub-issues of an issue, in one repository."""

from functools import partial

from werkzeug.wrappers import Request

from careers.sandbox import issues, limits, refusal, shapes
from careers.sandbox.rest.answers import Answer, Body, paged, read
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk, Role
from careers.sandbox.world import Issue

TABLE = Table()
_ONE = REPOSITORY + "/issues/<int:number>"


class SubIssue(Body):
    """What a sub-issue is added or removed by: its id, and not its number."""

    sub_issue_id: int
    replace_parent: bool = False


def _named(desk: Desk, child: int) -> Issue:
    found = next((issue for issue in desk.repository.live if issue.id == child), None)
    if found is None:
        raise refusal.Refused(404, "The provided sub-issue does not exist")
    return found


def _refused(message: str) -> refusal.Refused:
    return refusal.Refused(422, f"An error occurred while adding the sub-issue: {message}")


@TABLE.on("GET", _ONE + "/sub_issues")
def list_sub_issues(desk: Desk, request: Request, number: int) -> Answer:
    """The sub-issues, in the order in which they were added."""
    known = [_named(desk, child) for child in issues.find(desk, number).sub_issues]
    return paged(request, desk.base, known, partial(shapes.issue, desk))


@TABLE.on("POST", _ONE + "/sub_issues")
def add_sub_issue(desk: Desk, request: Request, number: int) -> Answer:
    """Put an issue below another: it has one parent, and is not its own."""
    parent, asked = issues.find(desk, number), read(request, SubIssue)
    desk.writing(Role.TRIAGE)
    child = _named(desk, asked.sub_issue_id)
    before = desk.repository.parent(child)
    if child is parent or child.id in parent.sub_issues:
        raise _refused("Issue may not contain duplicate sub-issues")
    if before and not asked.replace_parent:
        raise _refused("Sub-issue may only have one parent")
    if len(parent.sub_issues) >= limits.SUB_ISSUES:
        raise _refused(f"Parent may have at most {limits.SUB_ISSUES} sub-issues")
    if before:
        before.sub_issues.remove(child.id)
    parent.sub_issues.append(child.id)
    child.parent = parent.number
    parent.updated_at = child.updated_at = desk.now
    return Answer(201, shapes.issue(desk, parent))


@TABLE.on("DELETE", _ONE + "/sub_issue")
def remove_sub_issue(desk: Desk, request: Request, number: int) -> Answer:
    """Take an issue from below another."""
    parent, asked = issues.find(desk, number), read(request, SubIssue)
    desk.writing(Role.TRIAGE)
    if asked.sub_issue_id not in parent.sub_issues:
        raise refusal.Refused(404, "The provided sub-issue does not exist")
    parent.sub_issues.remove(asked.sub_issue_id)
    _named(desk, asked.sub_issue_id).parent = None
    return Answer(200, shapes.issue(desk, parent))


@TABLE.on("GET", _ONE + "/parent")
def get_parent(desk: Desk, _request: Request, number: int) -> Answer:
    """The issue that one is below."""
    parent = desk.repository.parent(issues.find(desk, number))
    if parent is None:
        raise refusal.not_found()
    return Answer(200, shapes.issue(desk, parent))
