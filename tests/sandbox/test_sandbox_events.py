"""The events that Actions would get, caused over HTTP or by a person."""

from typing import Any

import pytest

from careers.sandbox import Event, Refused, Sandbox
from clients import ask
from repositories import PRIVATE

REPO = f"/repos/{PRIVATE}"


def told(events: list[Event]) -> list[tuple[Any, ...]]:
    """Each event's name, action, who caused it, and its label's name if it has one."""
    return [
        (
            event.name,
            event.payload["action"],
            event.payload["sender"]["login"],
            event.payload.get("label", {}).get("name"),
        )
        for event in events
    ]


def test_opening_an_issue(github: Sandbox) -> None:
    """A labelled issue and a new name for a label: the label, the issue, each of its labels."""
    ask(
        github,
        "POST",
        REPO + "/issues",
        {"title": "One", "body": "Text", "labels": ["a"]},
        who="bot",
    )
    events = github.take_events()
    bot = "careers-bot[bot]"
    assert told(events) == [
        ("label", "created", bot, "a"),
        ("issues", "opened", bot, None),
        ("issues", "labeled", bot, "a"),
    ]
    payload = events[1].payload
    assert payload["issue"] == github.issue(PRIVATE, 1)
    assert payload["sender"]["type"] == "Bot"
    assert payload["repository"]["full_name"] == PRIVATE
    assert payload["repository"]["private"] is True
    assert payload["organization"]["login"] == "example-tools"
    assert github.take_events() == []


def test_a_person_at_work(github: Sandbox) -> None:
    """What a person does in the browser is told as over HTTP, and leaves the same issue."""
    ask(github, "POST", REPO + "/issues", {"title": "One", "labels": ["a"]})
    github.take_events()
    rita = github.act("rita")
    rita.add_label(PRIVATE, 1, "b")
    rita.remove_label(PRIVATE, 1, "A")
    github.act("otto").comment(PRIVATE, 1, "/advance")
    rita.edit(PRIVATE, 1, title="Two")
    rita.close(PRIVATE, 1, "not_planned")
    rita.reopen(PRIVATE, 1)
    events = github.take_events()
    assert told(events) == [
        ("label", "created", "rita", "b"),
        ("issues", "labeled", "rita", "b"),
        ("issues", "unlabeled", "rita", "a"),
        ("issue_comment", "created", "otto", None),
        ("issues", "edited", "rita", None),
        ("issues", "closed", "rita", None),
        ("issues", "reopened", "rita", None),
    ]
    assert events[3].payload["comment"]["body"] == "/advance"
    assert events[3].payload["issue"]["number"] == 1
    assert events[4].payload["changes"] == {"title": {"from": "One"}}
    assert events[5].payload["issue"]["state_reason"] == "not_planned"


def test_a_person_without_access(github: Sandbox) -> None:
    """What GitHub would refuse a person is refused, and no event is told."""
    ask(github, "POST", REPO + "/issues", {"title": "One"})
    github.take_events()
    with pytest.raises(Refused, match="admin rights"):
        github.act("otto").add_label(PRIVATE, 1, "a")
    assert github.take_events() == []


def test_nothing_new_is_no_event(github: Sandbox) -> None:
    """A label that is there already, a state that stands: GitHub says nothing."""
    ask(github, "POST", REPO + "/issues", {"title": "One", "labels": ["a"]})
    github.take_events()
    ask(github, "POST", REPO + "/issues/1/labels", {"labels": ["A"]})
    ask(github, "PATCH", REPO + "/issues/1", {"title": "One", "state": "open", "labels": ["a"]})
    assert github.take_events() == []


def test_changing_a_label(github: Sandbox) -> None:
    """A renamed label tells its old name; a deleted one is off every issue."""
    ask(github, "POST", REPO + "/issues", {"title": "One", "labels": ["a"]})
    github.take_events()
    ask(github, "PATCH", REPO + "/labels/a", {"new_name": "b"})
    ask(github, "DELETE", REPO + "/labels/b")
    events = github.take_events()
    assert [event.payload["action"] for event in events] == ["edited", "deleted"]
    assert events[0].payload["changes"] == {"name": {"from": "a"}}
    assert github.issue(PRIVATE, 1)["labels"] == []
