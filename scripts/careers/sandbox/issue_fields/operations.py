"""The fields of an organisation's issues: set with an issue or by themselves, and emptied.

REST description, "issue-field-values": who may not push, and a repository where the owner is a
person or has no such field, drops them without a word; an option must be one of the field's.
"""

from careers.sandbox import refusal, webhooks
from careers.sandbox.issue_fields.shapes import defined
from careers.sandbox.visit import Desk
from careers.sandbox.world import Issue, IssueField


def find(desk: Desk, number: int) -> IssueField | None:
    """The field of that id."""
    return next((each for each in defined(desk) if each.id == number), None)


def check_type(desk: Desk, name: str) -> None:
    """Refuse a type that the repository's owner has not; a person's repositories have none."""
    owner = desk.world.user(desk.repository.owner)
    if owner and owner.type == "Organization" and name not in (owner.types or ()):
        raise refusal.invalid("Issue", "type", "invalid")


def check(desk: Desk, values: dict[int, str]) -> None:
    """Refuse what a field of a single select has no option for."""
    for number, value in values.items():
        field = find(desk, number)
        if field and field.data_type == "single_select" and value not in field.options:
            raise refusal.invalid("IssueFieldValue", field.name, "invalid")


def put(desk: Desk, issue: Issue, values: dict[int, str]) -> None:
    """Set these, beside the others."""
    for number, value in values.items():
        if find(desk, number) and issue.field_values.get(number) != value:
            issue.field_values[number] = value
            issue.updated_at = desk.now
            webhooks.issue(desk, "field_added", issue)


def empty(desk: Desk, issue: Issue, number: int) -> None:
    """Take one value away; 404 where it says nothing."""
    if issue.field_values.pop(number, None) is None:
        raise refusal.not_found()
    issue.updated_at = desk.now
    webhooks.issue(desk, "field_removed", issue)
