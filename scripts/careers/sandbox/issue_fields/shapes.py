"""Fields and types of an organisation's issues as GitHub's JSON."""

from typing import Any

from careers.sandbox.visit import Desk
from careers.sandbox.world import Issue, IssueField

Json = dict[str, Any]


def defined(desk: Desk) -> list[IssueField]:
    """The fields that the repository's owner has defined."""
    owner = desk.world.user(desk.repository.owner)
    return (owner and owner.fields) or []


def issue_type(name: str) -> Json:
    """A type of an organisation's issues, by its name."""
    number = sum(name.encode())
    return {"id": number, "node_id": f"IT_{number}", "name": name, "description": None}


def issue_field(field: IssueField) -> Json:
    """A field as its organisation lists it."""
    options = [{"id": n, "name": name} for n, name in enumerate(field.options, 1)]
    shown = {"options": options} if field.data_type == "single_select" else {}
    return {
        "id": field.id,
        "node_id": f"IF_{field.id}",
        "name": field.name,
        "data_type": field.data_type,
        **shown,
    }


def field_values(desk: Desk, known: Issue) -> list[Json]:
    """Each an `issue-field-value`, of the fields that say something."""
    return [
        {
            "issue_field_id": field.id,
            "issue_field_name": field.name,
            "node_id": f"IFV_{known.id}_{field.id}",
            "data_type": field.data_type,
            **_value(field, known.field_values[field.id]),
        }
        for field in defined(desk)
        if field.id in known.field_values
    ]


def _value(field: IssueField, value: str) -> Json:
    if field.data_type != "single_select":
        return {"value": value}
    number = field.options.index(value) + 1
    option = {"id": number, "name": value, "color": "gray"}
    return {"value": number, "single_select_option": option}
