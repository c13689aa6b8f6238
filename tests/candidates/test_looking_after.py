"""Lists, reminders, jobs' issues and reports: the whole way, over HTTP."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime, timedelta
from math import ceil
from pathlib import Path

import pytest

from candidates.company import (
    POSTING,
    REPOSITORY,
    Run,
    asked,
    candidates_of,
    labels_of,
    record_of,
)
from candidates.crowds import crowd
from careers import cli
from careers.cli.candidate_runs import looking_after
from careers.hiring.board.plan import ALL_JOBS
from careers.sandbox import Sandbox

RITA = "rita"


def on(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """Let so many days go by."""
    later = datetime.now(UTC) + timedelta(days=days)
    monkeypatch.setattr(looking_after, "now", lambda: later)
    monkeypatch.setattr(looking_after, "company_day", lambda _: later.date())


def managed(company: Path, **fields: object) -> None:
    """The engineer's posting with more in its front matter; every day is a working day."""
    text = POSTING.format(title="Engineer", status="open")
    more = "".join(f"{name}: {value}\n" for name, value in fields.items())
    (company / "postings/engineer.md").write_text(text.replace("---\n\n#", f"{more}---\n\n#"))
    days = '["mon", "tue", "wed", "thu", "fri", "sat", "sun"]'
    settings = f'[candidates]\nrepository = "{REPOSITORY}"\n[company]\nworkdays = {days}\n'
    (company / "careers.toml").write_text(f"{settings}[promise]\nfirst_answer = 2\n")


def said(github: Sandbox, number: int = 1) -> list[str]:
    """What was commented, without its mark."""
    return [c["body"].partition("\n")[2] for c in github.comments(REPOSITORY, number)]


def job_issues(github: Sandbox) -> dict[str, dict[str, object]]:
    """The jobs' issues and their list, by title."""
    known = {issue["number"] for issue in candidates_of(github)}
    found = (issue for issue in github.issues(REPOSITORY) if issue["number"] not in known)
    return {issue["title"]: issue for issue in found if not issue["title"].startswith("State")}


def test_who_waits_is_told_once(
    apply: Run, company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On the day a label and an owner, a working day later a comment; nothing twice."""
    managed(company, hiring_manager=RITA)
    assert apply() == 0
    for days, label, comments in ((1, False, 0), (2, True, 0), (3, True, 1), (5, True, 1)):
        on(monkeypatch, days)
        for _ in range(2):
            assert cli.run("tend", []) == 0
        assert ("overdue" in labels_of(github, 1)) is label
        assert len(said(github)) == comments
    assert record_of(github).owner == RITA
    assert [a["login"] for a in github.issue(REPOSITORY, 1)["assignees"]] == [RITA]
    assert said(github)[0].startswith("@rita, **read and answer** was due ")
    github.act(RITA).add_label(REPOSITORY, 1, "stage:phone-screen")
    on(monkeypatch, 1)
    assert cli.run("tend", []) == 0
    assert "overdue" not in labels_of(github, 1)
    before = len(github.requests)
    assert cli.run("tend", []) == 0
    assert {request.split()[0] for request in asked(github, before)} == {"GET"}


def test_whom_github_does_not_assign_owns_nothing(
    apply: Run, company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is nobody's then, and said so; it is tried on the day alone."""
    managed(company, hiring_manager="gone")
    assert apply() == 0
    for days in (2, 3, 6):
        on(monkeypatch, days)
        assert cli.run("tend", []) == 0
    assert record_of(github).owner == ""
    assert said(github)[0].endswith("this is nobody's. `/assign @who` gives it to somebody.")
    tried = [r for r in github.requests if r.path.endswith("/issues/1/assignees")]
    assert len(tried) == 1


def test_what_was_done_since_the_list_is_not_reminded_of(
    apply: Run, company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The issue is read just before it is written; a run that only looks writes nothing."""
    managed(company)
    assert apply() == 0
    on(monkeypatch, 3)
    before = len(github.requests)
    assert cli.run("tend", ["--dry-run"]) == 0
    assert {request.split()[0] for request in asked(github, before)} == {"GET"}
    assert cli.run("tend", ["--issue", "1"]) == 0
    assert "overdue" in labels_of(github, 1)
    assert job_issues(github) == {}


def test_a_cut_run_says_nothing_twice(
    apply: Run, company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The comment is found again by its mark where the record was not written."""
    managed(company, hiring_manager=RITA)
    assert apply() == 0
    on(monkeypatch, 3)
    github.fail(at=1, how="cut", method="PATCH", path=r"/issues/1$")
    for _ in range(2):
        assert cli.run("tend", []) == 0
    assert len(said(github)) == 1
    assert record_of(github).reminded


def test_the_jobs_issues(apply: Run, company: Path, github: Sandbox, events: Run) -> None:
    """One a posting with candidates, listed in one; intake and move leave them alone."""
    managed(company, openings=1, max_applications=2)
    for who in "abc":
        assert apply(email=f"{who}@example.com", name=f"Person {who.upper()}") == 0
    assert apply(posting="designer", email="d@example.com", name="Person D") == 0
    assert cli.run("tend", []) == 0
    boards = job_issues(github)
    assert list(boards) == ["Designer: all candidates", "Engineer: all candidates", ALL_JOBS]
    text = str(boards["Engineer: all candidates"]["body"])
    assert "Person" not in text
    assert "**3 have applied; the posting says that at most 2 can be read.**" in text
    number = boards["Engineer: all candidates"]["number"]
    assert f"- #{number}\n" in str(boards[ALL_JOBS]["body"])
    github.take_events()
    github.act(RITA).comment(REPOSITORY, 1, "/hire anyway a test")
    github.act(RITA).comment(REPOSITORY, int(str(number)), "/advance")
    github.act(RITA).close(REPOSITORY, int(str(number)))
    assert events() == 0
    assert cli.run("tend", []) == 0
    now = github.issue(REPOSITORY, int(str(number)))
    assert "**1 of 1 opening is filled.** Close the job?" in now["body"]
    assert (now["state"], len(github.comments(REPOSITORY, int(str(number))))) == ("open", 2)
    assert apply(email="a@example.com", name="Person A", message="Once more") == 0
    assert len(candidates_of(github)) == 4


def test_no_more_are_hired_than_the_posting_has_openings(
    apply: Run, company: Path, github: Sandbox, events: Run
) -> None:
    """By command or by label: whoever would be one too many is told how to raise the number."""
    managed(company, openings=1)
    for who in "abc":
        assert apply(email=f"{who}@example.com", name=f"Person {who.upper()}") == 0
    github.take_events()
    github.act(RITA).comment(REPOSITORY, 1, "/hire anyway a test")
    github.act(RITA).comment(REPOSITORY, 2, "/hire")
    github.act(RITA).add_label(REPOSITORY, 3, "stage:hired")
    assert events() == 0
    assert [record_of(github, n).stage for n in (1, 2, 3)] == ["hired", "applied", "applied"]
    for number in (2, 3):
        told = "1 of 1 openings are filled. Raise `openings:` in the posting, then again."
        assert told in github.comments(REPOSITORY, number)[-1]["body"]
    github.act(RITA).comment(REPOSITORY, 2, "/hire anyway the budget was raised")
    assert events() == 0
    assert "though 1 of 1 openings are filled" in record_of(github, 2).history[-1].reason


@pytest.mark.usefixtures("company")
def test_what_lists_and_reports_cost(github: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    """A page a hundred issues and little more; a forged issue is nobody."""
    crowd(github, 250)
    github.act("otto").open_issue(REPOSITORY, "x", github.issue(REPOSITORY, 1)["body"])
    pages = ceil(251 / 100)
    before = len(github.requests)
    assert cli.run("candidates", ["--format", "csv"]) == 0
    assert len(asked(github, before)) == pages
    assert len(list(csv.reader(io.StringIO(capsys.readouterr().out)))) == 251
    assert cli.run("candidates", ["--format", "json", "--job", "engineer", "--waiting", "100"]) == 0
    assert len(json.loads(capsys.readouterr().out)) == 250
    for options, most in (([], 0), (["--weekly"], 2), (["--weekly"], 1)):
        before = len(github.requests)
        assert cli.run("report", options) == 0
        made = asked(github, before)
        assert len(made) <= pages + most
    assert not [line for line in made if not line.startswith("GET")]
    weekly = github.issues(REPOSITORY)[-1]
    assert weekly["title"].startswith(f"Hiring, week {datetime.now(UTC).isocalendar().year}-W")
    assert "| engineer | applied | 250 |" in weekly["body"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--waiting", "soon"], "`soon`"),
        (["--waiting", "-1"], "--waiting"),
        (["--answer", "yes"], "`yes`"),
        (["--format", "xml"], "`xml`"),
    ],
)
def test_arguments_that_are_wrong(
    company: Path, arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Said with what it takes."""
    assert company.is_dir()
    with pytest.raises(SystemExit) as ended:
        cli.run("candidates", arguments)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err
