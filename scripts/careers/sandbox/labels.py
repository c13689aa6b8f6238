"""What can be done to labels, in a repository and on an issue."""

import re
from collections.abc import Iterable

from careers.sandbox import limits, refusal, shapes, webhooks
from careers.sandbox.visit import Desk, Role
from careers.sandbox.world import Happening, Issue, Label

_COLOR = re.compile(r"[0-9a-fA-F]{6}")


def find(desk: Desk, name: str) -> Label:
    """The label of that name in any case; else not found."""
    label = desk.repository.label(name)
    if label is None:
        raise refusal.not_found()
    return label


def _check_name(name: str) -> None:
    if not name.strip():
        raise refusal.invalid("Label", "name", "missing_field")
    if len(name) > limits.LABEL_NAME:
        raise refusal.too_long("Label", "name", limits.LABEL_NAME)


def _check(
    desk: Desk, name: str, color: str, description: str | None, known: Label | None = None
) -> None:
    _check_name(name)
    if not _COLOR.fullmatch(color):
        raise refusal.invalid("Label", "color", "invalid")
    if len(description or "") > limits.LABEL_DESCRIPTION:
        raise refusal.too_long("Label", "description", limits.LABEL_DESCRIPTION)
    other = desk.repository.label(name)
    if other is not None and other is not known:
        raise refusal.invalid("Label", "name", "already_exists")


def create(desk: Desk, name: str, color: str | None, description: str | None) -> Label:
    """Add a label; without a colour it gets the one that GitHub gives."""
    desk.writing(Role.WRITE)
    color = limits.NEW_LABEL_COLOR if color is None else color
    _check(desk, name, color, description)
    label = Label(desk.world.next_id(), name, color.lower(), description)
    desk.repository.labels[label.id] = label
    webhooks.label(desk, "created", label)
    return label


def update(
    desk: Desk, label: Label, name: str | None, color: str | None, description: str | None
) -> Label:
    """Change what is given (None keeps it); issues keep a label that gets a new name."""
    desk.writing(Role.WRITE)
    wanted = (name or label.name, (color or label.color).lower(), description or label.description)
    _check(desk, *wanted, label)
    before = (label.name, label.color, label.description)
    label.name, label.color = wanted[:2]
    label.description = label.description if description is None else description
    after = (label.name, label.color, label.description)
    pairs = zip(("name", "color", "description"), before, after, strict=True)
    changes = {field: {"from": old or ""} for field, old, new in pairs if old != new}
    webhooks.label(desk, "edited", label, changes=changes)
    return label


def delete(desk: Desk, label: Label) -> None:
    """Remove a label from the repository and from every issue."""
    desk.writing(Role.WRITE)
    del desk.repository.labels[label.id]
    for issue in desk.repository.live:
        issue.labels = [number for number in issue.labels if number != label.id]
    webhooks.label(desk, "deleted", label)


def resolve(desk: Desk, names: Iterable[str], held: Iterable[Label] = ()) -> list[Label]:
    """What an issue that carries `held` carries with those names too, each once.

    A missing one is created.

    Everything is checked before the first label is created: a refusal changes nothing.
    """
    wanted = {label.name.casefold(): label.name for label in held}
    for name in names:
        _check_name(name)
        wanted.setdefault(name.casefold(), name)
    if len(wanted) > limits.ISSUE_LABELS:
        message = f"cannot have more than {limits.ISSUE_LABELS} labels"
        raise refusal.invalid("Issue", "labels", "custom", message)
    if desk.role < Role.WRITE and not all(desk.repository.label(name) for name in wanted):
        message = "You do not have permission to create labels on this repository."
        error = {"resource": "Repository", "field": "label", "code": "unauthorized"}
        raise refusal.Refused(403, message, [error])
    return [
        desk.repository.label(name) or create(desk, name, None, None) for name in wanted.values()
    ]


def replace(desk: Desk, issue: Issue, labels: list[Label]) -> None:
    """Make these the issue's labels; each that comes or goes is an event and a line of history."""
    wanted = {label.id for label in labels}
    for label in desk.repository.labels_of(issue):
        if label.id not in wanted:
            issue.labels.remove(label.id)
            _tell(desk, "unlabeled", issue, label)
    for label in labels:
        if label.id not in issue.labels:
            issue.labels.append(label.id)
            _tell(desk, "labeled", issue, label)


def _tell(desk: Desk, what: str, issue: Issue, label: Label) -> None:
    detail = {"name": label.name, "color": label.color}
    issue.history.append(Happening(desk.world.next_id(), what, desk.person.login, desk.now, detail))
    issue.updated_at = desk.now
    webhooks.issue(desk, what, issue, label=shapes.label(desk, label))


def add(desk: Desk, issue: Issue, names: Iterable[str]) -> None:
    """Put labels on an issue beside those it has."""
    desk.writing(Role.TRIAGE)
    replace(desk, issue, resolve(desk, names, desk.repository.labels_of(issue)))


def put(desk: Desk, issue: Issue, names: Iterable[str]) -> None:
    """Replace all labels of an issue."""
    desk.writing(Role.TRIAGE)
    replace(desk, issue, resolve(desk, names))


def take(desk: Desk, issue: Issue, name: str) -> None:
    """Remove one label from an issue.

    One that it does not carry is refused with 404, as GitHub does.
    """
    desk.writing(Role.TRIAGE)
    held = desk.repository.labels_of(issue)
    gone = desk.repository.label(name)
    if gone is None or gone not in held:
        raise refusal.Refused(404, "Label does not exist")
    replace(desk, issue, [label for label in held if label is not gone])
