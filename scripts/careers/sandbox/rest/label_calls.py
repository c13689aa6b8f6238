"""REST: labels of a repository and of an issue."""

from functools import partial
from typing import Any

from pydantic import TypeAdapter, ValidationError
from werkzeug.wrappers import Request

from careers.sandbox import issues, labels, refusal, shapes
from careers.sandbox.rest.answers import Answer, Body, paged, read, read_json
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk
from careers.sandbox.world import Issue

TABLE = Table()
_ONE = REPOSITORY + "/labels/<path:label>"
_ON_ISSUE = REPOSITORY + "/issues/<int:number>/labels"


class Label(Body):
    """What POST .../labels takes."""

    name: str
    color: str | None = None
    description: str | None = None


class LabelChange(Body):
    """What PATCH .../labels/{name} takes."""

    new_name: str | None = None
    color: str | None = None
    description: str | None = None


class _Named(Body):
    name: str


_NAMES = TypeAdapter[list[str | _Named]](list[str | _Named])


@TABLE.on("GET", REPOSITORY + "/labels")
def list_labels(desk: Desk, request: Request) -> Answer:
    """All labels, by name."""
    known = sorted(desk.repository.labels.values(), key=lambda label: label.name.casefold())
    return paged(request, desk.base, known, partial(shapes.label, desk))


@TABLE.on("POST", REPOSITORY + "/labels")
def create_label(desk: Desk, request: Request) -> Answer:
    """A new label."""
    body = read(request, Label)
    return Answer(
        201, shapes.label(desk, labels.create(desk, body.name, body.color, body.description))
    )


@TABLE.on("GET", _ONE)
def get_label(desk: Desk, _request: Request, label: str) -> Answer:
    """One label."""
    return Answer(200, shapes.label(desk, labels.find(desk, label)))


@TABLE.on("PATCH", _ONE)
def update_label(desk: Desk, request: Request, label: str) -> Answer:
    """A label changed or renamed."""
    body = read(request, LabelChange)
    known = labels.find(desk, label)
    return Answer(
        200,
        shapes.label(desk, labels.update(desk, known, body.new_name, body.color, body.description)),
    )


@TABLE.on("DELETE", _ONE)
def delete_label(desk: Desk, _request: Request, label: str) -> Answer:
    """A label gone, from every issue too."""
    labels.delete(desk, labels.find(desk, label))
    return Answer(204)


def read_names(request: Request) -> list[str]:
    """Label names in any of the forms GitHub takes: a list, or an object with `labels`.

    Of names or of objects.
    """
    content: Any = read_json(request)
    listed = content.get("labels", []) if isinstance(content, dict) else content
    try:
        return [
            each if isinstance(each, str) else each.name for each in _NAMES.validate_python(listed)
        ]
    except ValidationError:
        raise refusal.Refused(
            422, "Invalid request.\n\nFor 'properties/labels', no subschema matched."
        ) from None


def _answer(desk: Desk, issue: Issue) -> Answer:
    return Answer(200, [shapes.label(desk, label) for label in desk.repository.labels_of(issue)])


@TABLE.on("GET", _ON_ISSUE)
def list_issue_labels(desk: Desk, request: Request, number: int) -> Answer:
    """An issue's labels."""
    held = desk.repository.labels_of(issues.find(desk, number))
    return paged(request, desk.base, held, partial(shapes.label, desk))


@TABLE.on("POST", _ON_ISSUE)
def add_issue_labels(desk: Desk, request: Request, number: int) -> Answer:
    """Labels added to an issue."""
    issue = issues.find(desk, number)
    labels.add(desk, issue, read_names(request))
    return _answer(desk, issue)


@TABLE.on("PUT", _ON_ISSUE)
def set_issue_labels(desk: Desk, request: Request, number: int) -> Answer:
    """An issue's labels replaced."""
    issue = issues.find(desk, number)
    labels.put(desk, issue, read_names(request))
    return _answer(desk, issue)


@TABLE.on("DELETE", _ON_ISSUE)
def clear_issue_labels(desk: Desk, _request: Request, number: int) -> Answer:
    """An issue without labels."""
    labels.put(desk, issues.find(desk, number), [])
    return Answer(204)


@TABLE.on("DELETE", _ON_ISSUE + "/<path:label>")
def remove_issue_label(desk: Desk, _request: Request, number: int, label: str) -> Answer:
    """One label off an issue; the rest come back."""
    issue = issues.find(desk, number)
    labels.take(desk, issue, label)
    return _answer(desk, issue)
