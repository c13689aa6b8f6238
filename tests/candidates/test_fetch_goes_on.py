"""What goes wrong with one application, or at one source, stops no other and brings nobody back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

import form_services
from candidates.company import REPOSITORY, Run, asked
from candidates.letters import Clock
from careers import cli
from careers.cli.candidate_runs import parts
from careers.forms import secret
from careers.sandbox import Sandbox
from form_services import WHO, serving, settings_of

ALL = ["--days", "3650"]


@pytest.fixture
def forms(company: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Any]]:
    """Tally and Fillout, the first of them with five submissions."""
    with ExitStack() as stack:
        made = [stack.enter_context(serving(name)) for name in ("tally", "fillout")]
        made[1].numbers = []
        text = "".join(map(settings_of, made))
        (company / "candidates.toml").write_text(text, "utf-8")
        for server in made:
            monkeypatch.setenv(secret(server.name), "secret-token")
        yield made


def names(github: Sandbox) -> list[str]:
    """Who stands, by the issues' titles."""
    titles = (issue["title"] for issue in github.issues(REPOSITORY))
    return sorted(title.partition(" · ")[0] for title in titles if " · " in title)


@pytest.mark.usefixtures("forms")
def test_an_issue_that_cannot_be_read_stops_no_other(apply: Run, github: Sandbox) -> None:
    """Hour after hour; what was sent for it is taken in once it can."""
    assert apply(name=WHO[0], email="p0@example.com") == 0
    hours, attempts = 2, 3
    github.fail(at=1, status=500, times=hours * attempts, path=r"/issues/1$")
    for _ in range(hours):
        assert cli.run("fetch", ALL) == 2
        assert names(github) == WHO
    assert cli.run("fetch", ALL) == 0
    assert github.issue(REPOSITORY, 1)["comments"] == 1


@pytest.mark.usefixtures("forms")
def test_where_github_answers_nothing_a_run_ends(github: Sandbox) -> None:
    """After three in a row, rather than asking for each that waits."""
    github.fail(at=1, status=502, times=999, method="POST", path=r"/issues$")
    assert cli.run("fetch", ALL) == 2
    posts = [r for r in github.requests if r.method == "POST"]
    assert len(posts) == 3 * 3


@pytest.mark.parametrize("how", ["an admin deletes it", "tend erases it"])
@pytest.mark.usefixtures("forms")
def test_who_was_erased_does_not_come_again(
    events: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """Though the service holds it still; the same person may apply again."""
    assert cli.run("fetch", ALL) == 0
    github.grant("rita", REPOSITORY, "admin")
    github.take_events()
    if how == "tend erases it":
        github.act("rita").comment(REPOSITORY, 1, "/erase")
        assert events() == 0
        question: Any = github.comments(REPOSITORY, 1)[-1]
        body = question["body"].replace("- [ ]", "- [x]")
        github.act("rita").edit_comment(REPOSITORY, question["id"], body)
        assert events() == 0
        assert cli.run("tend", []) == 0
    else:
        with monkeypatch.context() as patch:
            patch.setenv("GITHUB_TOKEN", "t-rita")
            assert cli.run("erase", ["1"]) == 0
    assert names(github) == WHO[1:]
    before = len(github.requests)
    assert cli.run("fetch", ALL) == 0
    assert asked(github, before) == ["GET ", "GET /issues"]
    assert names(github) == WHO[1:]


def test_what_a_person_settled_is_not_kept_again(
    forms: list[Any], company: Path, github: Sandbox
) -> None:
    """Though they took its label off; and it costs no request an hour."""
    text = (company / "candidates.toml").read_text("utf-8").replace("engineer", "nobody")
    (company / "candidates.toml").write_text(text, "utf-8")
    forms[0].numbers = [0, 1]
    assert cli.run("fetch", ALL) == 0
    for number in (1, 2):
        github.act("rita").remove_label(REPOSITORY, number, "needs:attention")
        github.act("rita").close(REPOSITORY, number)
    before = len(github.requests)
    assert cli.run("fetch", ALL) == 0
    assert asked(github, before) == ["GET ", "GET /issues"]
    assert len(github.issues(REPOSITORY)) == 2


def test_what_cannot_be_taken_counts_as_opened(
    forms: list[Any], company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A flood of it takes no more than its share of an hour."""
    text = (company / "candidates.toml").read_text("utf-8").replace("engineer", "nobody")
    (company / "candidates.toml").write_text(text, "utf-8")
    assert forms[0].numbers is None
    monkeypatch.setattr(parts, "SHARE", 2)
    for hour in (1, 2):
        assert cli.run("fetch", [*ALL, "--opens-only"]) == 0
        assert len(github.issues(REPOSITORY)) == 2 * hour


def test_a_flood_at_one_form_keeps_no_other_waiting(
    forms: list[Any], github: Sandbox, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    """Whose turn it is changes each hour: two forms and a mailbox, three hours at most."""
    monkeypatch.setattr(parts, "SHARE", 1)
    forms[1].numbers = [4]
    for _ in range(3):
        assert cli.run("fetch", [*ALL, "--opens-only"]) == 0
        clock.forward(timedelta(hours=1))
    assert WHO[4] in names(github)


def test_a_pause_of_two_weeks_is_made_up_for(
    forms: list[Any], github: Sandbox, monkeypatch: pytest.MonkeyPatch, clock: Clock
) -> None:
    """Looked at is what came in the week before the last run that ended well, and since."""
    github.add_run(REPOSITORY, "tend.yml", "schedule", "success")
    github.add_run(REPOSITORY, "fetch.yml", "workflow_dispatch", "success")
    days = (datetime.now(UTC) + timedelta(days=n) for n in (-30, -8, -6, 1, 13))
    monkeypatch.setattr(form_services, "TIMES", [f"{day:%Y-%m-%dT%H:%M:%SZ}" for day in days])
    assert forms[0].numbers is None
    clock.forward(timedelta(days=14))
    assert cli.run("fetch", ["--stands-only"]) == 0
    assert any(r.path.endswith("fetch.yml/dispatches") for r in github.requests)
    assert cli.run("fetch", ["--opens-only"]) == 0
    assert names(github) == WHO[2:]
