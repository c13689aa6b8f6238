"""Candidates are erased in time, or where an admin asks: warned first, by number alone after."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from candidates.company import KEYS, REPOSITORY, Run, labels_of, record_of
from careers import cli
from careers.cli.candidate_runs import looking_after
from careers.hiring.forgetting.erased import read_erased
from careers.github.answers import issue_of
from careers.sandbox import Sandbox

RETENTION = "[retention.place.elsewhere]\nmost = 30\n"
TOLD = "[privacy.keep]\nelsewhere = 30\n"
LEFT = "Erasing: what a person must do"


def on(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """So many days from now."""
    later = datetime.now(UTC) + timedelta(days=days)
    monkeypatch.setattr(looking_after, "now", lambda: later)
    monkeypatch.setattr(looking_after, "company_day", lambda _: later.date())


def titled(github: Sandbox, title: str) -> list[dict[str, Any]]:
    """The issues of a title."""
    return [issue for issue in github.issues(REPOSITORY) if issue["title"] == title]


def said(github: Sandbox, number: int = 1) -> list[str]:
    """The comments of an issue."""
    return [str(c["body"]) for c in github.comments(REPOSITORY, number)]


def is_erased(github: Sandbox, number: int = 1) -> bool:
    """Whether nothing is left of an issue but that it was."""
    issue = github.issue(REPOSITORY, number)
    return read_erased(issue_of(issue), KEYS) is not None and "Ada" not in issue["body"]


@pytest.fixture
def settings(company: Path) -> Path:
    """The company keeps everybody for thirty days, and says so."""
    (company / "candidates.toml").write_text(RETENTION, "utf-8")
    with (company / "careers.toml").open("a", encoding="utf-8") as file:
        file.write(TOLD)
    return company


@pytest.fixture
def rejected(settings: Path, apply: Run, events: Run, github: Sandbox) -> None:
    """Ada was told no."""
    assert apply() == 0
    github.act("rita").comment(REPOSITORY, 1, "Not Ada, I fear.\n\n/reject skills")
    assert events() == 0


@pytest.mark.usefixtures("rejected")
def test_a_candidate_is_warned_of_and_then_erased(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two weeks before the day the issue says it, once; on the day all is gone but that it was."""
    assert cli.run("tend", []) == 0
    due = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    assert record_of(github).keeping.due == due
    assert "unless held" in github.issue(REPOSITORY, 1)["body"]
    for days in (15, 16, 17, 29):
        on(monkeypatch, days)
        assert cli.run("tend", []) == 0
    assert sum("is erased on" in text for text in said(github)) == 1
    on(monkeypatch, 30)
    assert cli.run("tend", []) == 0
    issue = github.issue(REPOSITORY, 1)
    assert is_erased(github)
    assert issue["title"] == "Application 1, erased"
    assert labels_of(github, 1) == said(github) == []
    assert issue["state"] == "closed"


@pytest.mark.usefixtures("rejected")
def test_nobody_is_erased_without_a_warning(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the day has passed unsaid, it is said, and there are two weeks to object."""
    on(monkeypatch, 100)
    assert cli.run("tend", []) == 0
    assert any("is erased on" in text for text in said(github))
    on(monkeypatch, 113)
    assert cli.run("tend", []) == 0
    assert not is_erased(github)
    on(monkeypatch, 114)
    assert cli.run("tend", []) == 0
    assert is_erased(github)
