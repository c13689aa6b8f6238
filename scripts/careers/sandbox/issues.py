"""What can be done to issues: open, change, close, delete."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from careers.sandbox import labels, limits, refusal, shapes, webhooks
from careers.sandbox.issue_fields import operations as fields
from careers.sandbox.visit import Desk, Role, role_of
from careers.sandbox.world import Edit, Happening, Issue, Label


@dataclass
class Change:
    """What a request says about an issue; None where it is silent."""

    title: str | None = None
    body: str | None = None
    state: str | None = None
    state_reason: str | None = None
    labels: list[str] | None = None
    assignees: list[str] | None = None
    fields: dict[int, str] | None = None
    type: str | None = None
    given: set[str] = field(default_factory=set)


def find(desk: Desk, number: int) -> Issue:
    """The issue of that number; 404 where there never was one, 410 where it was deleted."""
    if not desk.repository.has_issues:
        raise refusal.Refused(410, "Issues has been disabled in this repository.")
    if not 1 <= number <= len(desk.repository.issues):
        raise refusal.not_found()
    issue = desk.repository.issues[number - 1]
    if issue is None:
        raise refusal.Refused(410, "This issue was deleted")
    return issue


def _check(desk: Desk, change: Change) -> None:
    if len(change.title or "") > limits.ISSUE_TITLE:
        raise refusal.too_long("Issue", "title", limits.ISSUE_TITLE)
    if len(change.body or "") > limits.BODY:
        raise refusal.too_long("Issue", "body", limits.BODY)
    if len(change.assignees or []) > limits.ISSUE_ASSIGNEES:
        message = f"cannot have more than {limits.ISSUE_ASSIGNEES} assignees"
        raise refusal.invalid("Issue", "assignees", "custom", message)
    for login in change.assignees or []:
        if role_of(desk.repository, desk.world.user(login)) < Role.WRITE:
            raise refusal.invalid("Issue", "assignees", "invalid")
    fields.check(desk, change.fields or {})
    if change.type:
        fields.check_type(desk, change.type)


def create(desk: Desk, change: Change, *, drop_labels: bool) -> Issue:
    """Open an issue.

    Without push access, or where asked, its labels and assignees are dropped without a word.
    """
    if not desk.repository.has_issues:
        raise refusal.Refused(410, "Issues has been disabled in this repository.")
    desk.writing(Role.READ)
    if not (change.title or "").strip():
        raise refusal.invalid("Issue", "title", "missing_field")
    _check(desk, change)
    push = desk.role >= Role.WRITE
    wanted = labels.resolve(desk, change.labels or []) if push and not drop_labels else []
    number = len(desk.repository.issues) + 1
    title = str(change.title)
    issue = Issue(
        desk.world.next_id(), number, desk.person.login, title, change.body, desk.now, desk.now
    )
    issue.labels = [label.id for label in wanted]
    desk.repository.issues.append(issue)
    webhooks.issue(desk, "opened", issue)
    issue.labels = []
    labels.replace(desk, issue, wanted)
    _assign(desk, issue, (change.assignees or []) if push else [])
    if push:
        fields.put(desk, issue, change.fields or {})
        issue.type = change.type
    return issue


def fill(desk: Desk, past: Iterable[tuple[str, str, Sequence[str]]]) -> None:
    """Issues of a past that nobody is told of: title, text and labels of each."""
    known: dict[str, Label] = {}
    for title, body, names in past:
        for name in names:
            if name not in known:
                (known[name],) = labels.resolve(desk, [name])
        number = len(desk.repository.issues) + 1
        login, now = desk.person.login, desk.now
        issue = Issue(desk.world.next_id(), number, login, title, body, now, now)
        for label in [known[name] for name in names]:
            issue.labels.append(label.id)
            _note(desk, issue, "labeled", name=label.name, color=label.color)
        desk.repository.issues.append(issue)


def update(desk: Desk, issue: Issue, change: Change) -> Issue:
    """Change text, labels, assignees and state in one.

    Labels without push access are dropped without a word.
    """
    own = issue.login == desk.person.login
    text = change.given & {"title", "body"}
    desk.writing(Role.WRITE if text else Role.TRIAGE, own=own)
    if "title" in change.given and not (change.title or "").strip():
        raise refusal.invalid("Issue", "title", "missing_field")
    _check(desk, change)
    push = desk.role >= Role.WRITE
    wanted = (
        labels.resolve(desk, change.labels or []) if push and "labels" in change.given else None
    )
    _edit(desk, issue, change)
    if wanted is not None:
        labels.replace(desk, issue, wanted)
    if push and "assignees" in change.given:
        _assign(desk, issue, change.assignees or [])
    if push:
        fields.put(desk, issue, change.fields or {})
    if change.state:
        _set_state(desk, issue, change.state, change.state_reason)
    return issue


def assign(desk: Desk, issue: Issue, logins: list[str]) -> Issue:
    """Assign these beside those who are; who cannot be is left out without a word.

    REST reference, "Add assignees to an issue".
    """
    desk.writing(Role.WRITE)
    can = [x for x in logins if role_of(desk.repository, desk.world.user(x)) >= Role.WRITE]
    _assign(desk, issue, [*issue.assignees, *can][: limits.ISSUE_ASSIGNEES])
    return issue


def unassign(desk: Desk, issue: Issue, logins: list[str]) -> Issue:
    """Take these off; who is not assigned makes no difference."""
    desk.writing(Role.WRITE)
    gone = {login.casefold() for login in logins}
    _assign(desk, issue, [login for login in issue.assignees if login.casefold() not in gone])
    return issue


def _note(desk: Desk, issue: Issue, event: str, **detail: str) -> None:
    issue.history.append(
        Happening(desk.world.next_id(), event, desk.person.login, desk.now, detail)
    )
    issue.updated_at = desk.now


def _edit(desk: Desk, issue: Issue, change: Change) -> None:
    changes = {}
    if change.title is not None and change.title != issue.title:
        changes["title"] = {"from": issue.title}
        _note(desk, issue, "renamed", **{"from": issue.title, "to": change.title})
        issue.title = change.title
    if "body" in change.given and change.body != issue.body:
        changes["body"] = {"from": issue.body or ""}
        _keep(desk, issue, change.body or "")
        issue.body = change.body
    if changes:
        issue.updated_at = desk.now
        webhooks.issue(desk, "edited", issue, changes=changes)


def _keep(desk: Desk, issue: Issue, text: str) -> None:
    """Add to the edit history, which begins with the first text and ends at a hundred."""
    if not issue.edits:
        issue.edits.append(
            Edit(desk.world.next_id(), issue.login, issue.body or "", issue.created_at)
        )
    issue.edits.append(Edit(desk.world.next_id(), desk.person.login, text, desk.now))
    del issue.edits[: -limits.EDITS]


def _assign(desk: Desk, issue: Issue, logins: list[str]) -> None:
    wanted = {login.casefold() for login in logins}
    for login in [login for login in issue.assignees if login.casefold() not in wanted]:
        issue.assignees.remove(login)
        _note(desk, issue, "unassigned", assignee=login)
        webhooks.issue(desk, "unassigned", issue, assignee=shapes.user(desk, login))
    held = {login.casefold() for login in issue.assignees}
    for person in [desk.world.user(login) for login in logins if login.casefold() not in held]:
        if person is not None:
            issue.assignees.append(person.login)
            _note(desk, issue, "assigned", assignee=person.login)
            webhooks.issue(desk, "assigned", issue, assignee=shapes.user(desk, person.login))


def _set_state(desk: Desk, issue: Issue, state: str, reason: str | None) -> None:
    if state == issue.state:
        if state == "closed" and reason:
            issue.state_reason = reason
        return
    closed = state == "closed"
    issue.state = state
    issue.state_reason = (reason or "completed") if closed else "reopened"
    issue.closed_at = desk.now if closed else None
    issue.closed_by = desk.person.login if closed else None
    what = "closed" if closed else "reopened"
    _note(desk, issue, what, state_reason=issue.state_reason)
    webhooks.issue(desk, what, issue)


def delete(desk: Desk, issue: Issue) -> None:
    """Delete an issue for good, as GraphQL's deleteIssue does: its number answers 410 then."""
    desk.writing(Role.ADMIN)
    desk.repository.issues[issue.number - 1] = None
    webhooks.issue(desk, "deleted", issue)
