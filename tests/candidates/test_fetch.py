"""What was sent to a form service becomes issues, each once: over HTTP on both sides."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

from candidates.company import REPOSITORY, asked
from careers import cli
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


@pytest.mark.usefixtures("tally")
def test_who_stands_is_left_to_the_other_group(company: Path, github: Sandbox) -> None:
    """With --opens-only nothing is written to an issue that stands."""
    assert cli.run("fetch", ["--days", "3650", "--opens-only"]) == 0
    assert len(github.issues(REPOSITORY)) == len(WHO)
    assert "again=false" in (company / "output").read_text("utf-8")
