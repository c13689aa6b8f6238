"""Whose move it is: the hiring manager from the beginning, interviewers while a stage lasts."""

from __future__ import annotations

from pathlib import Path

import pytest

from candidates.company import REPOSITORY, Run, asked, record_of
from careers import cli
from careers.sandbox import Sandbox

FRONT = "status: open\nhiring_manager: {}\ninterviewers: [mira]\n"


@pytest.fixture(autouse=True)
def people(company: Path, github: Sandbox) -> None:
    """Two who interview, and labels."""
    for login in ("mira", "jonas"):
        github.add_user(login)
        github.grant(login, REPOSITORY, "write")
    assert cli.run("labels", []) == 0
    (company / "candidates.toml").write_text(
        '[stage.phone-screen]\ninterviewers = ["mira", "nobody-there"]\n'
        '[stage.case-study]\ninterviewers = ["jonas"]\n',
        "utf-8",
    )


def manage(company: Path, login: str) -> None:
    """Name the job's hiring manager."""
    path = company / "postings" / "engineer.md"
    path.write_text(path.read_text("utf-8").replace("status: open\n", FRONT.format(login)), "utf-8")


def assigned(github: Sandbox) -> list[str]:
    """Who is."""
    return sorted(person["login"] for person in github.issue(REPOSITORY, 1)["assignees"])


def test_the_hiring_manager_is_assigned_at_opening(
    company: Path, apply: Run, github: Sandbox
) -> None:
    """In the request that opens it, so that one mail tells them."""
    manage(company, "rita")
    before = len(github.requests)
    assert apply() == 0
    assert len(asked(github, before)) == 4
    assert assigned(github) == ["rita"]
    assert record_of(github).owner == "rita"
    assert "[rita](https://github.com/rita) · in *applied*" in github.issue(REPOSITORY, 1)["body"]


def test_a_login_that_github_refuses_stops_nothing(
    company: Path, apply: Run, github: Sandbox
) -> None:
    """One request more; nobody owns it, and the text says so."""
    manage(company, "gone")
    before = len(github.requests)
    assert apply() == 0
    assert len(asked(github, before)) == 5
    assert assigned(github) == []
    assert record_of(github).owner == ""
    labels = {label["name"] for label in github.issue(REPOSITORY, 1)["labels"]}
    assert {"stage:applied", "job:engineer", "source:site"} < labels
    assert "**nobody's yet**: assign somebody" in github.issue(REPOSITORY, 1)["body"]


def test_who_interviews_is_assigned_while_the_stage_lasts(
    company: Path, apply: Run, events: Run, github: Sandbox
) -> None:
    """Beside the owner; whom GitHub does not take is left out."""
    manage(company, "rita")
    assert apply() == 0
    github.take_events()
    github.act("rita").add_label(REPOSITORY, 1, "stage:phone-screen")
    assert events() == 0
    assert assigned(github) == ["mira", "rita"]
    assert record_of(github).assigned == ("mira",)
    text = "[rita](https://github.com/rita) with [mira](https://github.com/mira)"
    assert text in github.issue(REPOSITORY, 1)["body"]
    github.act("rita").comment(REPOSITORY, 1, "/advance")
    assert events() == 0
    assert assigned(github) == ["jonas", "rita"]
    github.act("rita").comment(REPOSITORY, 1, "/reject skills")
    assert events() == 0
    assert assigned(github) == ["rita"]
    assert record_of(github).owner == "rita"


def test_assigning_costs_one_request(
    company: Path, apply: Run, events: Run, github: Sandbox
) -> None:
    """A label 5, and one more where somebody is assigned."""
    manage(company, "rita")
    assert apply() == 0
    github.take_events()
    (company / "candidates.toml").write_text(
        '[stage.phone-screen]\ninterviewers = ["mira", "jonas"]\n', "utf-8"
    )
    github.act("rita").add_label(REPOSITORY, 1, "stage:phone-screen")
    before = len(github.requests)
    assert events() == 0
    assert len(asked(github, before)) == 6
    assert assigned(github) == ["jonas", "mira", "rita"]


def test_assigning_by_hand_counts(apply: Run, events: Run, github: Sandbox) -> None:
    """Whoever was assigned last owns it; whoever was taken off does not."""
    assert apply() == 0
    github.take_events()
    github.act("rita").assign(REPOSITORY, 1, "jonas")
    assert events() == 0
    assert record_of(github).owner == "jonas"
    github.act("rita").assign(REPOSITORY, 1, "jonas", "mira")
    assert events() == 0
    assert record_of(github).owner == "mira"
    assert assigned(github) == ["jonas", "mira"]
    assert record_of(github).stage == "applied"
