"""The events that GitHub would send to Actions, recorded on the visit that caused them."""

from typing import Any

from careers.sandbox import repository_shapes, shapes
from careers.sandbox.notifications import mails
from careers.sandbox.visit import Desk, Event
from careers.sandbox.world import Comment, Issue, Label

Json = dict[str, Any]


def record(desk: Desk, name: str, payload: Json) -> None:
    """Add one event; who did it and where are filled in."""
    whole = payload | {
        "repository": repository_shapes.repository(desk),
        "sender": shapes.user(desk, desk.person.login),
    }
    owner = desk.world.user(desk.repository.owner)
    if owner and owner.type == "Organization":
        whole["organization"] = {
            "login": owner.login,
            "id": owner.id,
            "url": f"{desk.base}/orgs/{owner.login}",
        }
    desk.events.append(Event(name, whole, desk.repository.full_name))


def issue(desk: Desk, action: str, known: Issue, **more: Any) -> None:
    """An `issues` event; `more` is what its action adds (label, changes, assignee)."""
    record(desk, "issues", {"action": action, "issue": shapes.issue(desk, known), **more})
    mails.of_issue(desk, action, known, more.get("assignee", {}).get("login", ""))


def comment(desk: Desk, action: str, known: Issue, said: Comment, **more: Any) -> None:
    """An `issue_comment` event."""
    body = {"issue": shapes.issue(desk, known), "comment": shapes.comment(desk, known.number, said)}
    record(desk, "issue_comment", {"action": action, **body, **more})
    mails.of_comment(desk, action, known, said.body)


def label(desk: Desk, action: str, known: Label, **more: Any) -> None:
    """A `label` event."""
    record(desk, "label", {"action": action, "label": shapes.label(desk, known), **more})
