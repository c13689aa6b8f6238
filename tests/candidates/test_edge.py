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
from careers.hiring.actions import (
    AddLabel,
    Comment,
    Continue,
    CreateIssue,
    CreateLabel,
    EditIssue,
    RemoveLabel,
)
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


def refusing(monkeypatch: pytest.MonkeyPatch, times: int) -> list[Any]:
    """A GitHub that finds the first writes invalid; what was sent."""
    sent: list[Any] = []

    def call(_: GitHub, verb: str, path: str, what: str, body: Any = None) -> object:
        sent.append(json.loads(json.dumps(body)))
        if len(sent) <= times:
            raise refused(422, {}, REPOSITORY, f"{verb} {path} {what}")
        return {}, {"number": 1, "title": "", "body": "", "state": "open", "labels": []}

    monkeypatch.setattr(GitHub, "call", call)
    return sent


def test_what_is_refused_is_repeated_with_what_is_essential(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A label that GitHub finds invalid stands in nobody's way, and empties nobody."""
    sent = refusing(monkeypatch, 1)
    repository(github).apply(CreateIssue("t", "b", ("stage:applied", "odd"), ("stage:applied",)))
    assert [body["labels"] for body in sent] == [["stage:applied", "odd"], ["stage:applied"]]
    sent = refusing(monkeypatch, 2)
    repository(github).apply(CreateIssue("t", "b", ("stage:applied", "odd"), ("stage:applied",)))
    assert sent[-1] == {"title": "t", "body": "b"}
    sent = refusing(monkeypatch, 1)
    edit = EditIssue(
        1, "x", body="b", labels=("mine", "stage:a", "odd"), essential=("mine", "stage:a")
    )
    repository(github).apply(edit)
    assert [body["labels"] for body in sent] == [["mine", "stage:a", "odd"], ["mine", "stage:a"]]
    assert all(body["body"] == "b" for body in sent)
    sent = refusing(monkeypatch, 1)
    repository(github).apply(EditIssue(1, "x", body="b", labels=("a",), essential=("a",)))
    assert sent[-1] == {"body": "b"}


def test_the_newest_events_are_read(github: Sandbox) -> None:
    """One request up to a hundred, one more beyond, as many as there are new ones at worst."""
    fill(github, 1)
    rita = github.act("rita")
    for number in range(120):
        rita.add_label(REPOSITORY, 1, f"l{number % 90}")
        rita.remove_label(REPOSITORY, 1, f"l{number % 90}")
    target = repository(github)
    github.requests.clear()
    events, last = target.events(1, seen=10**9)
    assert (len(github.requests), last) == (2, 3)
    newest = max(event.id for event in events)
    assert events[-1].kind == "unlabeled"
    rita.add_label(REPOSITORY, 1, "later")
    github.requests.clear()
    events, _ = target.events(1, seen=newest, start=last)
    assert [event.label for event in events if event.id > newest] == ["later"]
    assert len(github.requests) == 1
    events, _ = target.events(1)
    assert len(events) == 241


def test_a_comment_that_goes_on_is_mailed_without_a_word(github: Sandbox) -> None:
    """Posted with nobody's words, then filled; a run that was cut off between is taken up."""
    fill(github, 1)
    marker = "<!-- careers:more application 1 -->"
    action = Continue(1, marker, f"{marker}\n> secret")
    github.fail(at=2, how="cut", method="PATCH", path="comments")
    target = repository(github)
    github.fail(at=1, how="cut", method="PATCH", path="comments")
    with pytest.raises(UnansweredError):
        target.apply(action)
    assert "secret" not in github.comments(REPOSITORY, 1)[0]["body"]
    github.requests.clear()
    with pytest.raises(UnansweredError):
        target.apply(action)
    target.apply(action)
    target.apply(action)
    assert [comment["body"] for comment in github.comments(REPOSITORY, 1)] == [action.body]


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
