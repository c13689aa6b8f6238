"""Issues that people deleted, transferred or locked: what ails one stops no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from candidates.company import REPOSITORY, Run, asked, labels_of, record_of
from candidates.test_scorecards import SETTINGS
from careers import cli
from careers.sandbox import Sandbox


@pytest.fixture
def admin(github: Sandbox) -> str:
    """Who deletes issues in the browser."""
    github.add_user("ines")
    github.grant("ines", REPOSITORY, "admin")
    return "ines"


@pytest.fixture
def two(apply: Run, github: Sandbox) -> None:
    """Ada and Bo have applied."""
    for who in ("Ada", "Bo"):
        assert apply(name=f"{who} Example", email=f"{who.lower()}@example.com") == 0
    github.take_events()


@pytest.mark.usefixtures("two")
def test_an_event_of_an_issue_that_was_deleted_since(
    events: Run, github: Sandbox, admin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Is over: the run says so, and is green."""
    github.act("rita").comment(REPOSITORY, 1, "/advance")
    github.act(admin).delete_issue(REPOSITORY, 1)
    assert events() == 0
    assert "the issue is gone" in capsys.readouterr().out


@pytest.mark.usefixtures("two")
def test_a_plan_for_many_goes_on_without_who_is_gone(
    events: Run, github: Sandbox, admin: str
) -> None:
    """Whoever is there is done; the plan ends, and so does ``tend``."""
    assert cli.run("tend", []) == 0
    board = next(i for i in github.issues(REPOSITORY) if i["title"].endswith("candidates"))
    github.take_events()
    github.act("rita").comment(REPOSITORY, board["number"], "/reject-all applied filled")
    assert events() == 0
    github.act(admin).delete_issue(REPOSITORY, 1)
    plan = github.comments(REPOSITORY, board["number"])[-1]
    github.take_events()
    text = plan["body"].replace("- [ ]", "- [x]")
    github.act("rita").edit_comment(REPOSITORY, plan["id"], text)
    assert events() == 0
    assert record_of(github, 2).stage == "rejected"
    assert "doing" not in labels_of(github, board["number"])
    assert cli.run("tend", []) == 0


@pytest.mark.usefixtures("two")
def test_a_scorecard_whose_candidate_is_gone_stops_nobody(
    company: Path, events: Run, github: Sandbox, admin: str
) -> None:
    """``tend`` says it and goes on with the others."""
    (company / "candidates.toml").write_text(SETTINGS, "utf-8")
    (company / "kits").mkdir()
    (company / "kits/screen.md").write_text("1. Where?\n", "utf-8")
    for login in ("mira", "jonas"):
        github.add_user(login)
        github.grant(login, REPOSITORY, "write")
    github.act("rita").add_label(REPOSITORY, 1, "stage:phone-screen")
    assert events() == 0
    github.act(admin).delete_issue(REPOSITORY, 1)
    github.act("rita").add_label(REPOSITORY, 2, "stage:offer")
    github.take_events()
    github.wait(3_600)
    assert cli.run("tend", []) == 0
    assert record_of(github, 2).stage == "offer"


@pytest.mark.usefixtures("two")
def test_what_github_refuses_of_one_stops_no_other(
    github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """An issue that cannot be written is said in the log, and done once it can."""
    for number in (1, 2):
        github.act("rita").add_label(REPOSITORY, number, "stage:offer")
    github.take_events()
    github.fail(at=1, status=422, times=50, method="PATCH", path=r"/issues/1$")
    assert cli.run("tend", []) == 0
    assert (record_of(github, 1).stage, record_of(github, 2).stage) == ("applied", "offer")
    assert "warning: issue #1: " in capsys.readouterr().err


@pytest.mark.usefixtures("two")
def test_in_a_locked_conversation_people_are_moved_all_the_same(
    events: Run, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bot may say nothing there, which the log tells with its cure."""
    github.act("rita").lock(REPOSITORY, 1)
    github.act("rita").comment(REPOSITORY, 1, "/stage offer")
    github.act("rita").comment(REPOSITORY, 1, "/advnce")
    assert events() == 0
    assert record_of(github).stage == "offer"
    assert len(github.comments(REPOSITORY, 1)) == 2
    assert "unlock its conversation" in capsys.readouterr().err
    before = len(github.requests)
    assert cli.run("tend", []) == 0
    assert not [line for line in asked(github, before) if line.startswith("PATCH /issues/1")]
