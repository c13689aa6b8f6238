"""What a plan shows of itself: it is printed, and stands in public logs."""

from __future__ import annotations

import pytest

from careers.hiring.actions import Comment, Continue, CreateIssue, EditIssue, React
from careers.hiring.issues import Issue

SECRET = "zanzibar"


@pytest.mark.parametrize(
    ("action", "shown"),
    [
        (
            CreateIssue(SECRET, SECRET, ("stage:applied", "job:engineer")),
            "open an issue with stage:applied, job:engineer",
        ),
        (EditIssue(3, "a → b", SECRET, SECRET), "issue #3: a → b"),
        (
            EditIssue(3, "a → b", SECRET, closed=True, reason="completed"),
            "issue #3: a → b and close it (completed)",
        ),
        (EditIssue(3, "b → a", SECRET, closed=False), "issue #3: b → a and reopen it"),
        (
            Continue(3, "<!-- careers:more 1 -->", SECRET),
            "issue #3: keep what the text cannot hold in a comment",
        ),
        (React(9, "+1"), "comment: react with +1"),
        (Comment(3, "<!-- careers:note 1 -->", SECRET), "issue #3: explain in a comment"),
    ],
)
def test_an_action_shows_nothing_of_a_candidate(action: object, shown: str) -> None:
    """Neither in plain words nor in a traceback."""
    assert str(action) == shown
    assert SECRET not in repr(action)


def test_an_issue_shows_nothing_of_a_candidate() -> None:
    """Its number and its labels are enough to find it."""
    issue = Issue(3, SECRET, SECRET, is_open=True, labels=("stage:applied",), author=SECRET)
    assert SECRET not in repr(issue)
    assert "stage:applied" in repr(issue)
