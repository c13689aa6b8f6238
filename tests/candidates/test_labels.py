"""The labels follow the postings: the whole way, over HTTP."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from candidates.company import REPOSITORY, Run, labels_of
from careers import cli
from careers.sandbox import Sandbox


def names(github: Sandbox) -> set[str]:
    """The labels of the repository."""
    return {label["name"] for label in github.labels(REPOSITORY)}


@pytest.mark.usefixtures("company")
def test_a_second_run_has_nothing_to_do(
    github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """The plan is printed before it is carried out, as text or JSON."""
    assert cli.run("labels", ["--dry-run"]) == 0
    assert "create label stage:applied  #dbeafe" in capsys.readouterr().out
    assert not any(name.startswith("stage:") for name in names(github))
    assert cli.run("labels", ["--format", "json"]) == 0
    first = json.loads(capsys.readouterr().out)
    assert {action["action"] for action in first["actions"]} == {"create"}
    assert {"stage:applied", "stage:hired", "job:engineer", "job:lawyer"} <= names(github)
    assert cli.run("labels", ["--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["actions"] == []


def test_a_rename_keeps_its_issues(company: Path, github: Sandbox, apply: Run) -> None:
    """The label is renamed in place."""
    assert cli.run("labels", []) == 0
    assert apply() == 0
    github.act("rita").add_label(REPOSITORY, 1, "stage:phone-screen")
    for file in (company / "postings").iterdir():
        file.write_text(file.read_text("utf-8").replace("Phone screen", "Garden walk"), "utf-8")
    with (company / "careers.toml").open("a", encoding="utf-8") as settings:
        settings.write('[labels.renamed]\nphone-screen = "garden-walk"\n')
    assert cli.run("labels", []) == 0
    assert "stage:garden-walk" in labels_of(github, 1)
    assert "stage:phone-screen" not in names(github)


def test_a_label_in_use_is_never_deleted(
    company: Path, github: Sandbox, apply: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor one of people's; unused ones of ours go with --prune alone."""
    assert cli.run("labels", []) == 0
    assert apply(posting="designer") == 0
    for slug in ("designer", "lawyer"):
        (company / "postings" / f"{slug}.md").unlink()
    before = names(github)
    assert cli.run("labels", []) == 0
    assert names(github) == before
    assert "unused: job:lawyer" in capsys.readouterr().out
    assert cli.run("labels", ["--prune"]) == 0
    assert before - names(github) == {"job:lawyer"}
    assert "job:designer is kept" in capsys.readouterr().out


def test_a_posting_without_a_process_stops_no_other(
    company: Path, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named and gets no labels, nor are any deleted; a draft may be unfinished."""
    text = "---\ntitle: A\nstatus: {}\n---\n\n# A\n"
    (company / "postings/empty.md").write_text(text.format("open"), "utf-8")
    (company / "postings/broken.md").write_text("---\ntitle: [\n---\n\n# A\n", "utf-8")
    assert cli.run("labels", ["--prune"]) == 0
    said = capsys.readouterr().err
    assert "empty.md has no interview process" in said
    assert "broken.md cannot be read" in said
    assert "nothing is deleted" in said
    assert {"job:engineer", "job:designer"} <= names(github)
    assert not {"job:empty", "job:broken"} & names(github)
    (company / "postings/broken.md").unlink()
    (company / "postings/empty.md").write_text(text.format("draft"), "utf-8")
    assert cli.run("labels", []) == 0
    assert "job:empty" not in names(github)


@pytest.mark.usefixtures("company")
def test_a_public_repository_gets_no_labels(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They would say who hires whom by when."""
    monkeypatch.setenv("CAREERS_CANDIDATES", "example-tools/careers")
    assert cli.run("labels", []) == 2
    assert [request.method for request in github.requests] == ["GET"]
