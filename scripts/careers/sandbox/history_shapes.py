"""An issue's history as GitHub's JSON: its events, and its timeline with the comments."""

from typing import Any

from careers.sandbox import shapes
from careers.sandbox.visit import Desk
from careers.sandbox.world import Happening, Issue

Json = dict[str, Any]


def _detail(desk: Desk, known: Happening) -> Json:
    detail = known.detail
    match known.event:
        case "labeled" | "unlabeled":
            return {"label": {"name": detail["name"], "color": detail["color"]}}
        case "renamed":
            return {"rename": {"from": detail["from"], "to": detail["to"]}}
        case "assigned" | "unassigned":
            person = shapes.user(desk, detail["assignee"])
            return {"assignee": person, "assigner": shapes.user(desk, known.login)}
        case "closed":
            return {"state_reason": detail.get("state_reason")}
        case _:
            return {}


def event(desk: Desk, known: Happening) -> Json:
    """An `issue-event-for-issue`."""
    return {
        "id": known.id,
        "node_id": f"EV_{known.id:08d}",
        "url": f"{shapes.api(desk, desk.repository)}/issues/events/{known.id}",
        "actor": shapes.user(desk, known.login),
        "event": known.event,
        "commit_id": None,
        "commit_url": None,
        "created_at": known.created_at,
        **_detail(desk, known),
        "performed_via_github_app": None,
    }


def event_with_issue(desk: Desk, entry: tuple[Issue, Happening]) -> Json:
    """An `issue-event`, as a repository's list gives them: with the issue it happened to."""
    return event(desk, entry[1]) | {"issue": shapes.issue(desk, entry[0])}


def timeline(desk: Desk, issue: Issue) -> list[Json]:
    """Events and comments of an issue, oldest first."""
    entries = [(each.id, event(desk, each)) for each in issue.history]
    for each in issue.comments:
        said = shapes.comment(desk, issue.number, each)
        entries.append((each.id, said | {"event": "commented", "actor": said["user"]}))
    return [entry for _, entry in sorted(entries, key=lambda pair: pair[0])]
