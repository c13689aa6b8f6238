"""What is read of an event, and how long or odd a name in it may be."""

from __future__ import annotations

from typing import Any

import pytest

from careers.hiring.event import read_event
from careers.text.diagnostics import CareersError

EVENT: dict[str, Any] = {"action": "labeled", "issue": {"number": 1}, "sender": {"login": "rita"}}


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"sender": {"login": "a" * 100}},
        {"sender": {"login": "careers-bot[bot]", "type": "Bot"}},
        {"label": {"name": "x" * 200}},
        {"comment": {"id": 1, "body": None, "user": None}},
    ],
)
def test_what_github_sends_is_read(change: dict[str, Any]) -> None:
    """Up to the lengths that GitHub itself allows."""
    read_event({**EVENT, **change}, "issues")


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"sender": {"login": "a" * 101}}, "sender.login"),
        ({"sender": {"login": ""}}, "sender.login"),
        ({"label": {"name": "x" * 201}}, "label.name"),
        ({"issue": {"number": True}}, "issue.number"),
        ({"issue": {"number": "1"}}, "issue.number"),
        ({"comment": {"id": 0}}, "comment.id"),
        ({"comment": {"id": "1"}}, "comment.id"),
        ({"repository": {"full_name": "a/b/c"}}, "repository.full_name"),
    ],
)
def test_what_github_never_sends_is_refused(change: dict[str, Any], place: str) -> None:
    """The place is named, and nothing of what stands there."""
    with pytest.raises(CareersError) as caught:
        read_event({**EVENT, **change}, "issues")
    assert str(caught.value) == f"the event is not one of GitHub's: {place}"
    assert caught.value.status == 1


def test_the_text_before_an_edit_is_read() -> None:
    """With plain line ends; nothing where only the title was edited."""
    changes = {"body": {"from": "a\r\nb"}}
    assert read_event({**EVENT, "changes": changes}, "issues").body_before == "a\nb"
    assert read_event({**EVENT, "changes": {"title": {"from": "a"}}}, "issues").body_before == ""
    assert read_event(EVENT, "issues").body_before == ""
