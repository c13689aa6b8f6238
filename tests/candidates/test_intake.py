"""An application becomes an issue: the whole way, over HTTP."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from candidates.company import REPOSITORY, ROOT, Run, copy_examples, edit, labels_of, state
from careers import cli
from careers.hiring.record.block import read_record
from careers.sandbox import Sandbox

WRITES = {"POST", "PATCH", "PUT", "DELETE"}


def writes(github: Sandbox) -> int:
    """How many requests would have changed something."""
    return sum(request.method in WRITES for request in github.requests)


def test_an_application_opens_an_issue_in_one_write(
    apply: Run, github: Sandbox, company: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Title, body and labels together; the number goes out, the name does not."""
    assert cli.run("labels", []) == 0
    before = writes(github)
    assert apply() == 0
    assert writes(github) - before == 1
    (issue,) = github.issues(REPOSITORY)
    assert issue["title"] == "Ada Example · Engineer"
    assert labels_of(github, 1) == ["job:engineer", "source:site", "stage:applied"]
    record = read_record(issue["body"])
    assert record is not None
    assert record.stages == ("applied", "phone-screen", "case-study", "offer")
    assert "- [x] applied ← **now**\n- [ ] phone-screen\n" in issue["body"]
    assert "issue=1\n" in (company / "output").read_text()
    said = capsys.readouterr()
    public = said.out + said.err + (company / "summary").read_text()
    assert "Ada" not in public
    assert "ada@" not in public


def test_labels_are_made_before_the_issue_in_their_colours(apply: Run, github: Sandbox) -> None:
    """An issue never makes GitHub invent a grey label."""
    assert apply() == 0
    made = {label["name"]: label["color"] for label in github.labels(REPOSITORY)}
    assert cli.run("labels", []) == 0
    later = {label["name"]: label["color"] for label in github.labels(REPOSITORY)}
    assert {name: later[name] for name in made} == made


def test_the_same_application_twice_writes_once(apply: Run, github: Sandbox) -> None:
    """A form that is sent twice, at another time, opens one issue."""
    assert apply() == 0
    before = writes(github)
    assert apply(submitted="2026-05-05T05:05:05Z") == 0
    assert writes(github) == before


def test_the_same_person_again_updates_the_issue(apply: Run, github: Sandbox) -> None:
    """The new letter on top, the earlier one kept, and all that the team wrote."""
    assert apply() == 0
    body = github.issue(REPOSITORY, 1)["body"]
    edit(github, 1, body.replace("### Notes", "### Notes\n\nA strong one.").replace("\n", "\r\n"))
    assert apply(message="Something more", email="ADA@example.com", phone="+49 30 5550") == 0
    (issue,) = github.issues(REPOSITORY)
    text = issue["body"]
    assert "A strong one." in text
    assert text.index("> Something more") < text.index("<details>") < text.index("> Hi\n")
    assert "applied again" in text
    assert text.count("| Candidate |") == 2


def test_another_posting_is_another_issue_linked_to_the_first(apply: Run, github: Sandbox) -> None:
    """In the text for people, and in the record."""
    assert apply() == 0
    assert apply(posting="designer") == 0
    body = github.issue(REPOSITORY, 2)["body"]
    record = read_record(body)
    assert record is not None
    assert record.linked == (1,)
    assert "| **Also applied** | #1 |" in body


@pytest.mark.parametrize(
    ("command", "expected", "live"),
    [
        ("/withdraw", "applied", "open"),
        ("/reject too late", "rejected", "closed"),
        ("/hire", "hired", "closed"),
    ],
)
def test_applying_again_after_the_end(  # noqa: PLR0913, PLR0917 - fixtures
    apply: Run, events: Run, github: Sandbox, command: str, expected: str, live: str
) -> None:
    """Who withdrew is a candidate again; after a decision the letter is kept, no more."""
    assert apply() == 0
    github.take_events()
    github.act("rita").comment(REPOSITORY, 1, command)
    assert events() == 0
    assert apply(message="Again") == 0
    issue = github.issue(REPOSITORY, 1)
    assert f"stage:{expected}" in labels_of(github, 1)
    assert sum(name.startswith("stage:") for name in labels_of(github, 1)) == 1
    assert issue["state"] == live
    assert "> Again" in issue["body"]
    record = read_record(issue["body"])
    assert record is not None
    assert record.stage == expected


def test_old_letters_go_before_the_issue_overflows(apply: Run, github: Sandbox) -> None:
    """The newest stays, the oldest is dropped with a note, and GitHub's limit holds."""
    for letter in "abcdef":
        assert apply(message=f"{letter} letter " * 2000) == 0
    body = github.issue(REPOSITORY, 1)["body"]
    assert len(body) <= 65_536
    assert "> f letter" in body
    assert "> a letter" not in body
    assert "left out here" in body
    record = read_record(body)
    assert record is not None
    assert len(record.applications) == 6
    assert apply(message="a letter " * 2000) == 0
    assert len(github.issues(REPOSITORY)) == 1


def test_what_cannot_fit_is_refused(apply: Run, github: Sandbox) -> None:
    """A letter that grows past the limit once it is harmless."""
    assert apply(message="`" * 25_000) == 1
    assert github.issues(REPOSITORY) == []


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"posting": "nobody"}, 1, "there is none of that name"),
        ({"posting": "lawyer"}, 1, "takes no applications any longer"),
        ({"posting": "late"}, 1, "takes no applications any longer"),
        ({"posting": "draft"}, 1, "there is none of that name"),
        ({"posting": "empty"}, 1, "has no interview process"),
        ({"posting": "broken"}, 1, "cannot be read"),
        ({"email": "none"}, 1, "email: is not an e-mail address"),
    ],
)
def test_refusals_of_what_was_given(  # noqa: PLR0913, PLR0917 - fixtures
    apply: Run,
    github: Sandbox,
    company: Path,
    changes: dict[str, Any],
    status: int,
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Each says what is wrong, and nothing is written."""
    text = (company / "postings/engineer.md").read_text("utf-8")
    more = {
        "late": text.replace("status: open", "status: open\ncloses: 2020-01-01"),
        "draft": text.replace("status: open", "status: draft"),
        "empty": text.split("## Interview")[0],
        "broken": text.replace("status: open", "status: perhaps"),
    }
    for name, body in more.items():
        (company / "postings" / f"{name}.md").write_text(body, "utf-8")
    assert apply(**changes) == status
    assert said in capsys.readouterr().err
    assert writes(github) == 0


def test_a_public_repository_is_refused(
    apply: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the settings say: it is looked up each time."""
    monkeypatch.setenv("CAREERS_CANDIDATES", "example-tools/careers")
    assert apply() == 2
    assert "is not private" in capsys.readouterr().err
    assert writes(github) == 0


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("CAREERS_CANDIDATES", "example-tools/nowhere", "GitHub answers 404"),
        ("CAREERS_CANDIDATES", "nowhere", "OWNER/NAME"),
        ("GITHUB_TOKEN", "", "GITHUB_TOKEN is not set"),
        ("GITHUB_TOKEN", "wrong", "GitHub answers 401"),
        ("CAREERS_KEY", "short", "CAREERS_KEY is shorter"),
        ("GITHUB_API_URL", "ftp://x", "no web address"),
        ("GITHUB_API_URL", "http://127.0.0.1:9", "no answer"),
    ],
)
def test_what_keeps_intake_from_running_is_said(  # noqa: PLR0913, PLR0917 - fixtures
    apply: Run,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    variable: str,
    value: str,
    said: str,
) -> None:
    """Exit status 2, what was tried, and the cure."""
    monkeypatch.setenv(variable, value)
    assert apply() == 2
    error = capsys.readouterr().err
    assert said in error
    assert "help: " in error


def test_labels_that_github_dropped_are_put_on_again(apply: Run, github: Sandbox) -> None:
    """Once; that is enough where the token may."""
    github.drop_labels = True
    assert apply() == 0
    assert labels_of(github, 1) == ["job:engineer", "source:site", "stage:applied"]


def test_an_issue_whose_labels_stay_dropped_is_taken_back(
    apply: Run,
    github: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A token without push access: nothing of the candidate stays, and the error is loud."""
    assert cli.run("labels", []) == 0
    monkeypatch.setenv("GITHUB_TOKEN", "t-otto")
    assert apply() == 2
    error = capsys.readouterr().err
    assert "stage:applied" in error
    assert "push access" in error
    (issue,) = github.issues(REPOSITORY)
    assert issue["state"] == "closed"
    assert "Ada" not in issue["title"] + issue["body"]
    assert read_record(issue["body"]) is None


def test_two_runs_at_the_same_time_end_in_one_issue(apply: Run, github: Sandbox) -> None:
    """The older issue takes in the letter of the newer, which becomes a stub."""
    assert apply() == 0
    first = github.issue(REPOSITORY, 1)["body"]
    edit(github, 1, "not there yet")
    assert apply(message="The other letter") == 0
    edit(github, 1, first)
    assert apply(message="The other letter") == 0
    older, newer = github.issue(REPOSITORY, 1), github.issue(REPOSITORY, 2)
    assert "> The other letter" in older["body"]
    assert "> Hi" in older["body"]
    assert newer["state"] == "closed"
    assert newer["title"] == "Duplicate of 1"
    assert "Ada" not in newer["body"]
    before = writes(github)
    assert apply(message="The other letter") == 0
    assert writes(github) == before


def test_a_record_that_people_broke_stops_only_its_own_person(
    apply: Run, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """Another candidate is let in; the same one is not opened twice."""
    assert apply() == 0
    body = github.issue(REPOSITORY, 1)["body"]
    edit(github, 1, body.replace('"stage":"applied"', '"stage":applied'))
    assert apply(message="more") == 1
    assert "issue #1" in capsys.readouterr().err
    assert apply(email="bob@example.com") == 0
    assert len(github.issues(REPOSITORY)) == 2


def test_a_dry_run_writes_nothing(
    apply: Run, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """It prints the plan, without personal data."""
    assert apply("--dry-run") == 0
    assert writes(github) == 0
    said = capsys.readouterr().out
    assert "open an issue with stage:applied, job:engineer, source:site" in said
    assert "Ada" not in said


def test_the_examples_by_script(github: Sandbox, company: Path) -> None:
    """As a workflow step runs it: eight applications of five people, six issues."""
    for file in copy_examples(company):
        done = subprocess.run(
            [sys.executable, "-W", "error", str(ROOT / "scripts/intake.py"), "--application", "-"],
            input=file.read_bytes(),
            capture_output=True,
            env=os.environ,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        assert done.stderr == b""
    made = state(github)
    assert len(made) == 6
    assert all(len(issue["title"]) <= 256 for issue in made)
    hostile = made[-1]
    assert read_record(github.issue(REPOSITORY, 6)["body"]) is not None
    assert hostile["labels"] == ["job:support-engineer", "source:site", "stage:applied"]


def test_an_event_file_by_the_environment(
    company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What Actions gives a step."""
    event = {"client_payload": {"application": json.loads(_text(company))}}
    (company / "event.json").write_text(json.dumps(event))
    monkeypatch.setenv("GITHUB_EVENT_NAME", "repository_dispatch")
    monkeypatch.setenv("GITHUB_EVENT_PATH", str(company / "event.json"))
    assert cli.run("intake", []) == 0
    assert len(github.issues(REPOSITORY)) == 1


def _text(company: Path) -> str:
    return json.dumps({"posting": "engineer", "name": str(len(company.name)), "email": "a@b.test"})
