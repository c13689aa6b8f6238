"""Other servers, many issues, refusals: what the edge to GitHub promises."""

from __future__ import annotations

import json
import logging
import urllib.request
from typing import Any

import pytest

from candidates.company import REPOSITORY, Run
from careers.github.client import GitHub
from careers.github.errors import RefusedError, UnansweredError, refused, waited
from careers.github.repository import Repository
from careers.hiring.actions import AddLabel, Comment, CreateLabel, EditIssue, RemoveLabel
from careers.hiring.request import Permission
from careers.sandbox import Sandbox


def repository(github: Sandbox, host: str = "127.0.0.1") -> Repository:
    """The candidates' repository, under another spelling of the server's name."""
    url = github.url.replace("127.0.0.1", host)
    return Repository(GitHub(url, "t-bot", REPOSITORY))


def fill(github: Sandbox, count: int) -> None:
    """Open issues as somebody else would."""
    for number in range(count):
        request = urllib.request.Request(  # noqa: S310 - the sandbox
            f"{github.url}/repos/{REPOSITORY}/issues",
            json.dumps({"title": f"Issue {number}"}).encode(),
            {"Authorization": "token t-rita", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=10):  # noqa: S310 - the sandbox
            pass


def test_all_pages_are_read_though_links_spell_the_host_another_way(github: Sandbox) -> None:
    """Links name 127.0.0.1, and the server was asked for as localhost."""
    fill(github, 205)
    found = repository(github, "localhost").issues()
    assert [issue.number for issue in found] == list(range(1, 206))


def test_doing_it_twice_does_no_harm(github: Sandbox) -> None:
    """Each action but opening an issue."""
    fill(github, 1)
    target = repository(github)
    marker = "<!-- careers:note 1 -->"
    for action in (
        CreateLabel("stage:applied", "ffffff", "x"),
        AddLabel(1, "stage:applied"),
        RemoveLabel(1, "stage:applied"),
        Comment(1, marker, f"{marker}\nHello"),
    ):
        target.apply(action)
        target.apply(action)
    assert len(github.comments(REPOSITORY, 1)) == 1


def test_a_body_that_changed_is_not_overwritten(github: Sandbox) -> None:
    """The plan was made from another text, and is to be made anew."""
    fill(github, 1)
    with pytest.raises(UnansweredError, match="changed while"):
        repository(github).apply(EditIssue(1, "x", "another text", body="new"))


def test_write_access_is_looked_up(github: Sandbox) -> None:
    """A stranger has none, and that is no error."""
    target = repository(github)
    assert target.permission("rita") is Permission.WRITE
    assert target.permission("otto") is Permission.READ
    assert target.permission("nobody-at-all") is Permission.NONE


@pytest.mark.parametrize(
    ("status", "headers", "message", "seconds"),
    [
        (403, {"retry-after": "7"}, "", 7),
        (429, {}, "", 60),
        (403, {}, "You have exceeded a secondary rate limit", 60),
        (403, {"retry-after": "9999"}, "", None),
        (403, {}, "Resource not accessible by integration", None),
        (404, {"retry-after": "1"}, "", None),
    ],
)
def test_only_a_rate_limit_is_waited_for(
    status: int, headers: dict[str, str], message: str, seconds: float | None
) -> None:
    """As long as it says, up to two minutes."""
    assert waited(status, headers, {"message": message}) == seconds


@pytest.mark.parametrize(
    ("status", "cure"),
    [
        (401, "expired"),
        (403, "permission"),
        (404, "cannot see it"),
        (410, "switched off"),
        (422, "invalid"),
        (429, "rate limit"),
        (418, "documentation"),
    ],
)
def test_a_refusal_says_what_where_and_the_cure(status: int, cure: str) -> None:
    """GitHub's own words stay out: they may quote what a candidate wrote."""
    error = refused(status, {"message": "Ada Example is invalid"}, REPOSITORY, "add a label")
    assert isinstance(error, RefusedError)
    assert str(error) == f"{REPOSITORY}: GitHub answers {status} when trying to add a label"
    assert cure in error.help
    assert "Ada" not in error.help


def test_sparse_answers_will_do(github: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another server may leave out what GitHub documents as optional."""
    answers: list[Any] = [
        [
            {"number": 1},
            {"number": 2, "body": None, "labels": ["x"]},
            {"number": 3, "pull_request": {}},
        ],
        {"private": True},
        {"visibility": "private"},
        {"private": True, "visibility": "internal"},
    ]
    monkeypatch.setattr(GitHub, "call", lambda *_: ({}, answers.pop(0)))
    target = repository(github)
    assert [issue.number for issue in target.issues()] == [1, 2]
    assert target.private()
    assert not target.private()
    assert not target.private()


def test_nothing_of_a_candidate_is_logged(apply: Run, caplog: pytest.LogCaptureFixture) -> None:
    """PyGithub would log what it sends."""
    with caplog.at_level(logging.DEBUG):
        assert apply() == 0
    assert "Ada" not in caplog.text
