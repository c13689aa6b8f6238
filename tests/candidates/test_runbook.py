"""The drills of docs/runbook.md: what happens, what to do, and that it helps."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from candidates.company import (
    KEY,
    POSTING,
    REPOSITORY,
    Run,
    candidates_of,
    labels_of,
    record_of,
)
from careers import cli
from careers.sandbox import Sandbox
from clients import ask

ROOT = Path(__file__).parents[2]
STAGE = "stage:applied"
_DRILL = re.compile(r"`(test_\w+\.py)(?:::(\w+))?`")


def test_each_drill_of_the_runbook_is_there() -> None:
    """A row without its drill is a guess."""
    text = (ROOT / "docs/runbook.md").read_text("utf-8")
    cases = re.split(r"(?m)^## ", text)[1:]
    assert not [case.partition("\n")[0] for case in cases if not _DRILL.search(case)]
    named = _DRILL.findall(text)
    files = {path.name: path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py")}
    assert not [
        n for n in named if n[0] not in files or (n[1] and f"def {n[1]}(" not in files[n[0]])
    ]


def test_github_is_down(apply: Run, github: Sandbox, capsys: pytest.CaptureFixture[str]) -> None:
    """The run fails and says so, nobody is half there; `tend` starts it again, once."""
    github.fail(1, status=503, times=3)
    assert apply() == 2
    assert "run it again" in capsys.readouterr().err
    assert not candidates_of(github)
    run = github.add_run(REPOSITORY, "intake.yml", "repository_dispatch", "failure")
    assert cli.run("tend", []) == 0
    assert github.runs(REPOSITORY)[run] == "queued"
    assert apply() == 0
    assert apply() == 0
    assert len(candidates_of(github)) == 1


def test_the_token_has_expired(
    apply: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The run names it; with another, it goes on."""
    monkeypatch.setenv("GITHUB_TOKEN", "t-expired")
    assert apply() == 2
    assert "GITHUB_TOKEN is wrong or has expired" in capsys.readouterr().err
    cli.run("doctor", [])
    assert "GitHub was not asked" in capsys.readouterr().out
    monkeypatch.setenv("GITHUB_TOKEN", "t-bot")
    assert apply() == 0
    assert len(candidates_of(github)) == 1


def test_a_label_was_deleted(apply: Run, events: Run, github: Sandbox) -> None:
    """`labels` makes it anew, and `tend` puts it back on whoever had it: the record knows."""
    assert cli.run("labels", []) == 0
    assert apply() == 0
    assert events() == 0
    assert STAGE in labels_of(github, 1)
    path = f"/repos/{REPOSITORY}/labels/{STAGE}"
    assert ask(github, "DELETE", path).status_code == 204
    assert STAGE not in labels_of(github, 1)
    assert cli.run("labels", []) == 0
    assert cli.run("tend", []) == 0
    assert STAGE in labels_of(github, 1)


def test_the_repository_was_public(
    apply: Run, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything stops and says so; private again, it goes on."""
    assert apply() == 0
    github.add_repository(REPOSITORY, private=False)
    for verb, *options in (("tend",), ("labels",), ("report", "--weekly")):
        assert cli.run(verb, options) == 2, verb
        assert "is not private" in capsys.readouterr().err
    assert apply(name="Bo Example", email="bo@example.com") == 2
    assert cli.run("doctor", []) == 1
    assert "is public: everybody reads" in capsys.readouterr().out
    assert len(candidates_of(github)) == 1
    github.add_repository(REPOSITORY, private=True)
    assert apply(name="Bo Example", email="bo@example.com") == 0
    assert len(candidates_of(github)) == 2


def test_the_key_was_rotated(
    apply: Run, events: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the old one beside it all is signed anew by `tend`; then the old one can go."""
    assert apply() == 0
    monkeypatch.setenv("CAREERS_KEY", f"another {KEY}")
    monkeypatch.setenv("CAREERS_KEY_OLD", KEY)
    assert cli.run("tend", []) == 0
    monkeypatch.delenv("CAREERS_KEY_OLD")
    github.take_events()
    github.act("rita").comment(REPOSITORY, 1, "/advance")
    assert events() == 0
    assert "stage:phone-screen" in labels_of(github, 1)
    assert apply(message="It is me again") == 0
    assert len(candidates_of(github)) == 1


def test_a_wrong_merge_was_reverted(
    company: Path, apply: Run, events: Run, github: Sandbox
) -> None:
    """Who had applied keeps the process of then, through the wrong one and after."""
    assert apply() == 0
    path = company / "postings" / "engineer.md"
    good = path.read_text("utf-8")
    path.write_text(POSTING.format(title="Engineer", status="open").replace("Phone screen", "Quiz"))
    assert cli.run("labels", []) == 0
    assert apply(name="Bo Example", email="bo@example.com") == 0
    path.write_text(good, "utf-8")
    assert cli.run("labels", []) == 0
    assert cli.run("tend", []) == 0
    assert "phone-screen" in record_of(github, 1).stages
    assert "quiz" in record_of(github, 2).stages
    github.take_events()
    github.act("rita").comment(REPOSITORY, 1, "/advance")
    assert events() == 0
    assert "stage:phone-screen" in labels_of(github, 1)
