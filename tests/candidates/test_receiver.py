"""What waits in a function of one's own becomes issues, each once, and goes from there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from candidates.company import REPOSITORY
from careers import cli
from careers.hiring.settings import read_candidates_settings
from careers.sandbox import Sandbox
from careers.text.diagnostics import CareersError
from receiver.local_runtime import CV, KEY, Worker, running

FORM = '[[intake.form]]\nservice = "receiver"\nhost = "{}"\n'
PDF = ("My CV.pdf", CV)


@pytest.fixture(scope="module")
def function() -> Iterator[Worker]:
    """The function in its local runtime."""
    with running() as started:
        yield started


@pytest.fixture
def worker(function: Worker, company: Path, monkeypatch: pytest.MonkeyPatch) -> Worker:
    """The same, which the settings name."""
    (company / "candidates.toml").write_text(FORM.format(function.url), "utf-8")
    monkeypatch.setenv("CAREERS_RECEIVER_TOKEN", KEY)
    return function


def test_what_waits_stands_and_goes(
    worker: Worker, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """Sent twice it is one issue, with its CV; what cannot be taken waits here for a person."""
    for _ in range(2):
        assert worker.send(PDF, posting="engineer").status_code == 303
    assert (
        worker.send(PDF, posting="engineer", name="Bob", email="b@example.com").status_code == 303
    )
    assert worker.send(PDF, posting="astronaut", name="Eve").status_code == 303
    assert cli.run("fetch", []) == 0
    assert len(worker.waiting()) == 3, "nothing goes in the run that takes it in"
    titles = [issue["title"] for issue in github.issues(REPOSITORY)]
    assert titles == [
        "Ada Example · Engineer",
        "Bob · Engineer",
        "Application that needs attention",
    ]
    assert github.content(REPOSITORY, "1-my-cv.pdf") == CV
    assert github.content(REPOSITORY, "3-my-cv.pdf") == CV
    assert cli.run("fetch", ["--dry-run"]) == 0
    assert len(worker.waiting()) == 3
    assert cli.run("fetch", []) == 0
    assert worker.waiting() == []
    assert worker.send(PDF, posting="engineer").status_code == 303
    before = [issue["body"] for issue in github.issues(REPOSITORY)]
    assert cli.run("fetch", []) == 0
    assert [issue["body"] for issue in github.issues(REPOSITORY)] == before
    assert worker.waiting() == []
    said = capsys.readouterr()
    everything = said.out + said.err + json.dumps(github.issues(REPOSITORY))
    assert worker.url not in everything
    assert KEY not in everything


def test_what_lacks_a_file_stays_there(worker: Worker, github: Sandbox) -> None:
    """Until GitHub has taken it."""
    worker.send(PDF, posting="engineer")
    github.fail(at=1, how="error", status=500, method="POST", path="/assets", times=9)
    assert cli.run("fetch", []) == 0
    assert cli.run("fetch", []) == 0
    assert len(worker.waiting()) == 1


@pytest.mark.parametrize("wrong", ['service = "receiver"', f'{FORM.format("https://x")}form = "F"'])
def test_a_receiver_has_an_address_and_one_form(wrong: str) -> None:
    """Settings say what is wrong, and nothing is asked."""
    text = wrong if wrong.startswith("[[") else f"[[intake.form]]\n{wrong}\n"
    with pytest.raises(CareersError, match="a receiver has its `host`, and no `form`"):
        read_candidates_settings(text)
