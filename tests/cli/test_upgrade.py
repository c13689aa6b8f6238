"""`careers upgrade`: a company's workflows at a newer version, with what it changed in them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from careers import cli
from careers.files.company_repositories import CANDIDATES, workflows
from careers.hosting.upgrading import changelog_between
from careers.sandbox import Sandbox

PROGRAM = "example-tools/careers"
POSTINGS = "example-bakery/careers"
NEW = f"{PROGRAM}@{'f' * 40} # v0.9.0"
BELOW = f"templates/repository/{CANDIDATES}/.github/workflows/"


def templates() -> dict[str, str]:
    """Our workflows as the program ships them."""
    return workflows(CANDIDATES, "CAREERS_ACTION", "CAREERS_REPOSITORY_NAME")


def released(github: Sandbox, *versions: dict[str, str]) -> list[str]:
    """The pins of versions whose templates are these."""
    premises = github.premises(PROGRAM)
    commits = [premises.write({BELOW + name: text for name, text in v.items()}) for v in versions]
    return [f"{PROGRAM}@{commit} # v0.{n}.0" for n, commit in enumerate(commits, 1)]


def laid(folder: Path, texts: dict[str, str], pin: str) -> Path:
    """A candidates' repository as that version laid it down."""
    for name, text in workflows(CANDIDATES, pin, POSTINGS, texts).items():
        path = folder / ".github" / "workflows" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "candidates.toml").write_text("", "utf-8")
    return folder / ".github" / "workflows"


@pytest.fixture
def program(github: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Sandbox:
    """A GitHub that has the program's repository."""
    monkeypatch.setenv("GITHUB_API_URL", github.url)
    monkeypatch.setenv("GITHUB_TOKEN", "t-rita")
    return github


def test_across_three_versions_with_changes_of_ones_own(
    program: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What nobody changed becomes ours, a change stays, a new one is laid down: no conflict."""
    ours = templates()
    first = {n: t.replace("timeout-minutes: 10", "timeout-minutes: 7") for n, t in ours.items()}
    first.pop("doctor.yml")
    pin, _, _ = released(program, first, {**first, "doctor.yml": ours["doctor.yml"]}, ours)
    folder = laid(tmp_path, first, pin)
    changed = (folder / "labels.yml").read_text().replace('"41 4 * * *"', '"5 5 * * *"')
    (folder / "labels.yml").write_text(changed)
    (folder / "own.yml").write_text("name: own\n")
    assert cli.run("upgrade", [str(tmp_path), "--to", NEW]) == 0
    expected = workflows(CANDIDATES, NEW, POSTINGS)
    assert (folder / "tend.yml").read_text() == expected["tend.yml"]
    assert (folder / "doctor.yml").read_text() == expected["doctor.yml"]
    labels = (folder / "labels.yml").read_text()
    assert labels == expected["labels.yml"].replace('"41 4 * * *"', '"5 5 * * *"')
    assert (folder / "own.yml").read_text() == "name: own\n"
    capsys.readouterr()
    assert cli.run("upgrade", [str(tmp_path), "--to", NEW]) == 0
    assert "0 files changed" in capsys.readouterr().out


def test_where_both_changed_one_place_yours_stays(
    program: Sandbox, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At the new pin, and it is said."""
    ours = templates()
    first = {n: t.replace('"41 4 * * *"', '"1 1 * * *"') for n, t in ours.items()}
    (pin,) = released(program, first)
    folder = laid(tmp_path, first, pin)
    text = (folder / "labels.yml").read_text().replace('"1 1 * * *"', '"5 5 * * *"')
    (folder / "labels.yml").write_text(text)
    assert cli.run("upgrade", [str(tmp_path), "--to", NEW]) == 0
    made = (folder / "labels.yml").read_text()
    assert '"5 5 * * *"' in made
    assert f"uses: {NEW}\n" in made
    assert "labels.yml: ours changed where you did" in capsys.readouterr().out


def test_without_github_the_pins_alone_are_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """That the rest could not be asked is said; a dry run writes nothing."""
    monkeypatch.delenv("GITHUB_TOKEN", raising=False)
    ours = templates()
    old = {n: t.replace("timeout-minutes: 10", "timeout-minutes: 7") for n, t in ours.items()}
    folder = laid(tmp_path, old, f"{PROGRAM}@{'a' * 40} # v0.1.0")
    before = (folder / "labels.yml").read_text()
    assert cli.run("upgrade", [str(tmp_path), "--to", NEW, "--dry-run"]) == 0
    assert (folder / "labels.yml").read_text() == before
    assert cli.run("upgrade", [str(tmp_path), "--to", NEW]) == 0
    made = (folder / "labels.yml").read_text()
    assert made == re.sub(r"uses: example-tools/careers@.*", f"uses: {NEW}", before)
    told = capsys.readouterr()
    assert "GITHUB_TOKEN is not set" in told.err
    assert "only its pin was moved" in told.out


def test_a_folder_without_our_workflows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is written there."""
    assert cli.run("upgrade", [str(tmp_path), "--to", NEW]) == 1
    assert "no workflow there calls this program" in capsys.readouterr().err


def test_the_changelog_between_two_versions() -> None:
    """What stands above the version's own heading."""
    text = "# Changelog\n\n## Unreleased\n\n- c\n\n## 0.2.0\n\n- b\n\n## 0.1.0\n\n- a\n"
    assert changelog_between(text, "0.2.0") == "## Unreleased\n\n- c"
    assert changelog_between(text, "0.1.0").endswith("- b")
    assert changelog_between(text, "").endswith("- a")
    assert changelog_between(text.replace("0.2.0", "0.1.10"), "0.1.1").endswith("- a")
    newest = "# Changelog\n\n## Unreleased\n\n## v0.3.0 (2026)\n\n- c\n"
    assert not changelog_between(newest, "0.3.0")
