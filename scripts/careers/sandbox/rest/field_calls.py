"""REST: the values of an issue's fields."""

from pydantic import Field
from werkzeug.wrappers import Request

from careers.sandbox import issues
from careers.sandbox.issue_fields import operations as fields
from careers.sandbox.issue_fields import shapes
from careers.sandbox.rest.answers import Answer, Body, paged, read
from careers.sandbox.rest.routing import REPOSITORY, Table
from careers.sandbox.visit import Desk, Role

TABLE = Table()
_ALL = REPOSITORY + "/issues/<int:number>/issue-field-values"


class FieldValue(Body):
    """One value, as issues and this list take it."""

    field_id: int
    value: str | float


class _Values(Body):
    issue_field_values: list[FieldValue] = Field(default_factory=list)


@TABLE.on("GET", _ALL)
def list_values(desk: Desk, request: Request, number: int) -> Answer:
    """What the fields of an issue say."""
    known = shapes.field_values(desk, issues.find(desk, number))
    return paged(request, desk.base, known, dict)


@TABLE.on("POST", _ALL)
def add_values(desk: Desk, request: Request, number: int) -> Answer:
    """Values set beside those that stand."""
    issue = issues.find(desk, number)
    desk.writing(Role.WRITE)
    said = as_texts(read(request, _Values).issue_field_values)
    fields.check(desk, said)
    fields.put(desk, issue, said)
    return Answer(200, shapes.field_values(desk, issue))


@TABLE.on("DELETE", _ALL + "/<int:field>")
def empty_value(desk: Desk, _request: Request, number: int, field: int) -> Answer:
    """One value taken away."""
    issue = issues.find(desk, number)
    desk.writing(Role.WRITE)
    fields.empty(desk, issue, field)
    return Answer(204)


def as_texts(values: list[FieldValue] | None) -> dict[int, str]:
    """Values by the ids of their fields."""
    return {each.field_id: str(each.value) for each in values or ()}
