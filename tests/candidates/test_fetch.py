"""What was sent to a form service becomes issues, each once: over HTTP on both sides."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from candidates.company import REPOSITORY, Run, asked
from careers import cli
from careers.cli.candidate_runs import parts
from careers.sandbox import Sandbox
from form_services import WHO, serving

FORM = """
[[intake.form]]
service = "{service}"
form = "F"
host = "{host}"
posting = "engineer"
"""


@pytest.fixture
def tally(company: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Tally with five submissions, and the settings that name its form."""
    with serving("tally") as server:
        text = FORM.format(service="tally", host=server.host)
        (company / "candidates.toml").write_text(text, "utf-8")
        monkeypatch.setenv("CAREERS_TALLY_TOKEN", "secret-token")
        yield server


@pytest.mark.usefixtures("tally")
def test_each_submission_opens_one_issue(
    github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second run asks, and writes nothing: no request for what stands."""
    assert cli.run("fetch", ["--days", "3650"]) == 0
    assert [issue["title"] for issue in github.issues(REPOSITORY)] == [
        f"{who} · Engineer" for who in WHO
    ]
    assert "5 opened" in capsys.readouterr().out
    before = len(github.requests)
    assert cli.run("fetch", ["--days", "3650"]) == 0
    assert asked(github, before) == ["GET ", "GET /issues"]
    said = capsys.readouterr()
    assert "5 stood already" in said.out
    assert "Person" not in said.out + said.err


@pytest.mark.usefixtures("tally")
def test_a_run_that_was_cut_off_is_made_up_for(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody is lost, nobody stands twice."""
    taking = importlib.import_module("careers.cli.candidate_runs.taking").Taking
    real, calls = taking.submission, []

    def cut(*given: Any) -> Any:
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt
        return real(*given)

    with monkeypatch.context() as patched:
        patched.setattr(taking, "submission", cut)
        assert cli.run("fetch", ["--days", "3650"]) != 0
    assert len(github.issues(REPOSITORY)) == 2
    assert cli.run("fetch", ["--days", "3650"]) == 0
    assert len(github.issues(REPOSITORY)) == len(WHO)


def test_one_service_that_fails_stops_no_other(
    tally: Any, company: Path, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is said, with the secret's name and its cure."""
    text = (company / "candidates.toml").read_text("utf-8")
    broken = FORM.format(service="jotform", host=tally.host)
    (company / "candidates.toml").write_text(broken + text, "utf-8")
    assert cli.run("fetch", ["--days", "3650"]) == 2
    assert "CAREERS_JOTFORM_TOKEN is not set" in capsys.readouterr().err
    assert len(github.issues(REPOSITORY)) == len(WHO)


def started(github: Sandbox, before: int) -> int:
    """How often the workflow that opens was started, since that many requests."""
    asked_ = [r for r in github.requests[before:] if r.method == "POST"]
    return sum(r.path.endswith("/workflows/fetch.yml/dispatches") for r in asked_)


@pytest.mark.usefixtures("tally")
def test_each_group_writes_its_own(github: Sandbox, apply: Run) -> None:
    """Who is to be opened is left to the run that opens, what is new of who stands to the other."""
    assert apply(name=WHO[0], email="p0@example.com") == 0
    before = github.issue(REPOSITORY, 1)["body"]
    assert cli.run("fetch", ["--days", "3650", "--opens-only"]) == 0
    assert len(github.issues(REPOSITORY)) == len(WHO)
    assert github.issue(REPOSITORY, 1)["body"] == before
    assert cli.run("fetch", ["--days", "3650", "--stands-only"]) == 0
    assert github.issue(REPOSITORY, 1)["body"] != before
    assert len(github.issues(REPOSITORY)) == len(WHO)


@pytest.mark.usefixtures("tally")
def test_the_run_that_opens_is_started_where_somebody_is_new(github: Sandbox) -> None:
    """By the one that looks every hour; where nothing arrived, nothing is started or written."""
    begin = len(github.requests)
    assert cli.run("fetch", ["--days", "3650", "--stands-only"]) == 0
    assert (started(github, begin), github.issues(REPOSITORY)) == (1, [])
    assert cli.run("fetch", ["--days", "3650", "--opens-only"]) == 0
    begin = len(github.requests)
    assert cli.run("fetch", ["--days", "3650", "--stands-only"]) == 0
    assert asked(github, begin) == ["GET ", "GET /issues", "GET /issues"]


def test_a_source_that_sends_more_than_its_share_is_slower_and_said_once(
    tally: Any, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So many an hour, in order, until all stand; then the issue that says so is closed."""
    assert tally
    monkeypatch.setattr(parts, "SHARE", 2)
    seen = []
    for _ in range(4):  # hours
        assert cli.run("fetch", ["--days", "3650", "--stands-only"]) == 0
        found = [x for x in github.issues(REPOSITORY) if x["title"] == "Applications that wait"]
        seen.append([(x["state"], "tally" in x["body"]) for x in found])
        assert cli.run("fetch", ["--days", "3650", "--opens-only"]) == 0
    assert seen == [[("open", True)], [("open", True)], [("closed", False)], [("closed", False)]]
    names = [issue["title"] for issue in github.issues(REPOSITORY)]
    assert [name for name in names if " · " in name] == [f"{who} · Engineer" for who in WHO]
    writes = [r for r in github.requests if r.method in {"POST", "PATCH"}]
    assert sum(r.path.endswith("/issues") for r in writes) == len(WHO) + 1


def test_what_is_said_of_it_is_true_whoever_writes_it(
    tally: Any, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By tend, too; it stays one issue, though somebody took its label off."""
    assert tally
    monkeypatch.setattr(parts, "SHARE", 2)
    assert cli.run("fetch", ["--days", "3650", "--stands-only"]) == 0
    (said,) = (x for x in github.issues(REPOSITORY) if x["title"] == "Applications that wait")
    github.act("rita").remove_label(REPOSITORY, said["number"], "needs:attention")
    run = github.add_run(REPOSITORY, "intake.yml", "repository_dispatch", "failure")
    for _ in range(3):
        assert cli.run("tend", []) == 0
        github.end_run(REPOSITORY, run, "failure")
    assert cli.run("tend", []) == 0
    assert cli.run("fetch", ["--days", "3650", "--stands-only"]) == 0
    (said,) = (x for x in github.issues(REPOSITORY) if x["title"] == "Applications that wait")
    assert "1 application could not be taken in yet" in said["body"]
    assert "2 are taken in an hour" in said["body"]
    assert [label["name"] for label in said["labels"]] == ["needs:attention"]
