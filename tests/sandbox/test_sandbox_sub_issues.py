"""Sub-issues and pinned comments, as GitHub describes them: every exchange is held against it."""

from __future__ import annotations

import pytest

from careers.sandbox import Sandbox
from clients import ask
from repositories import PRIVATE

ISSUES = f"/repos/{PRIVATE}/issues"


@pytest.fixture
def ids(github: Sandbox) -> list[int]:
    """The ids of three issues."""
    made = [ask(github, "POST", ISSUES, {"title": title}).json()["id"] for title in "abc"]
    github.take_events()
    return made


def test_an_issue_is_put_below_another(github: Sandbox, ids: list[int]) -> None:
    """The parent counts what is below it, in the order of adding; no event starts a workflow."""
    for child in (ids[2], ids[1]):
        answer = ask(github, "POST", f"{ISSUES}/1/sub_issues", {"sub_issue_id": child})
        assert (answer.status_code, answer.json()["number"]) == (201, 1)
    assert github.take_events() == []
    github.act("rita").close(PRIVATE, 2)
    below = ask(github, "GET", f"{ISSUES}/1/sub_issues").json()
    assert [issue["number"] for issue in below] == [3, 2]
    assert below[0]["parent_issue_url"].endswith("/issues/1")
    parent = ask(github, "GET", f"{ISSUES}/3/parent").json()
    assert parent["sub_issues_summary"] == {"total": 2, "completed": 1, "percent_completed": 50}
    assert ask(github, "GET", f"{ISSUES}/1/parent").status_code == 404
    gone = ask(github, "DELETE", f"{ISSUES}/1/sub_issue", {"sub_issue_id": ids[2]})
    assert gone.json()["sub_issues_summary"]["total"] == 1


@pytest.mark.parametrize(
    ("parent", "child", "status"), [(1, 0, 422), (1, 1, 422), (3, 1, 422), (1, None, 404)]
)
def test_what_cannot_stand_below(
    github: Sandbox, ids: list[int], parent: int, child: int | None, status: int
) -> None:
    """An issue itself, one that is there, one that has another parent, one that there is not."""
    ask(github, "POST", f"{ISSUES}/1/sub_issues", {"sub_issue_id": ids[1]})
    wanted = 9 if child is None else ids[child]
    answer = ask(github, "POST", f"{ISSUES}/{parent}/sub_issues", {"sub_issue_id": wanted})
    assert answer.status_code == status
    moved = {"sub_issue_id": ids[1], "replace_parent": True}
    assert ask(github, "POST", f"{ISSUES}/3/sub_issues", moved).status_code == 201
    assert ask(github, "GET", f"{ISSUES}/2/parent").json()["number"] == 3


def test_a_reader_puts_nothing_below(github: Sandbox, ids: list[int]) -> None:
    """Triage may, who reads may not."""
    asked = {"sub_issue_id": ids[1]}
    assert ask(github, "POST", f"{ISSUES}/1/sub_issues", asked, who="otto").status_code == 403
    github.grant("otto", PRIVATE, "triage")
    assert ask(github, "POST", f"{ISSUES}/1/sub_issues", asked, who="otto").status_code == 201


@pytest.mark.usefixtures("ids")
def test_one_comment_is_pinned(github: Sandbox) -> None:
    """The issue shows it; another takes its place; nobody is told by an event."""
    said = [github.act("rita").comment(PRIVATE, 1, text) for text in ("one", "two")]
    github.take_events()
    for comment in said:
        answer = ask(github, "PUT", f"{ISSUES}/comments/{comment}/pin")
        assert answer.json()["pin"]["pinned_by"]["login"] == "rita"
    assert ask(github, "GET", f"{ISSUES}/1").json()["pinned_comment"]["body"] == "two"
    assert ask(github, "GET", f"{ISSUES}/comments/{said[0]}").json()["pin"] is None
    assert ask(github, "PUT", f"{ISSUES}/comments/{said[0]}/pin", who="otto").status_code == 403
    assert ask(github, "DELETE", f"{ISSUES}/comments/{said[1]}/pin").status_code == 204
    assert ask(github, "GET", f"{ISSUES}/1").json()["pinned_comment"] is None
    assert github.take_events() == []
