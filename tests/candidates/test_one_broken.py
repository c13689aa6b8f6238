"""An issue that GitHub answers with an error for ever ends no run for the others."""

from __future__ import annotations

import re

import pytest

from candidates.company import REPOSITORY, Run, labels_of, record_of
from careers import cli
from careers.sandbox import Sandbox
from careers.sandbox.faults import How

FOR_EVER = 1_000


@pytest.fixture
def three(apply: Run, github: Sandbox) -> Sandbox:
    """Three candidates, all of whom a lost event left with a label that nobody followed."""
    for number in (1, 2, 3):
        assert apply(name=f"Person {number}", email=f"p{number}@example.com") == 0
    assert cli.run("tend", []) == 0
    for number in (1, 2, 3):
        github.act("rita").add_label(REPOSITORY, number, "stage:offer")
    github.take_events()
    return github


@pytest.mark.parametrize("how", ["error", "cut"])
@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", r"/issues/1$"), ("PATCH", r"/issues/1$"), ("GET", r"/issues/1/"), ("POST", r"/1/")],
)
def test_tend_goes_on(three: Sandbox, method: str, path: str, how: How) -> None:
    """The others are moved, their job's issue is written, and it is said what is left."""
    three.fail(at=1, how=how, status=500, times=FOR_EVER, method=method, path=path)
    for number in (1, 2, 3):
        three.act("rita").comment(REPOSITORY, number, "/next +3d call them")
    assert cli.run("tend", []) == 0
    assert [record_of(three, number).stage for number in (2, 3)] == ["offer", "offer"]
    boards = [i for i in three.issues(REPOSITORY) if "job-board" in labels_of(three, i["number"])]
    assert any(re.search("offer · [23]", issue["body"]) for issue in boards)


@pytest.mark.parametrize("title", ["Engineer: all candidates", "State: tend", "All jobs"])
def test_what_belongs_to_no_candidate_stops_nothing(three: Sandbox, title: str) -> None:
    """A job's issue, the list of them, what the runs keep: all else is done, hour after hour."""
    numbers = [i["number"] for i in three.issues(REPOSITORY) if i["title"] == title]
    assert numbers
    for number in numbers:
        three.fail(at=1, status=500, times=FOR_EVER, path=rf"/issues/{number}$")
    for _ in range(2):
        assert cli.run("tend", []) == 0
    assert {record_of(three, number).stage for number in (1, 2, 3)} == {"offer"}


def test_github_that_answers_nothing_ends_the_run(three: Sandbox) -> None:
    """It is not asked for each of them."""
    three.fail(at=1, status=503, times=FOR_EVER, path=r"/issues/\d+$")
    three.fail(at=2, status=503, times=FOR_EVER, method="GET", path=rf"/repos/{REPOSITORY}$")
    assert cli.run("tend", []) == 2
    assert {record_of(three, number).stage for number in (1, 2, 3)} == {"applied"}
