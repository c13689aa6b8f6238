"""When postings changed, as git tells it."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from careers.files import git
from careers.files.last_modified import last_changes


def run(folder: Path, *arguments: str, at: str = "2026-01-01T00:00:00+00:00") -> None:
    """Git in a folder, as nobody in particular and with no settings of this machine."""
    who = {f"GIT_{r}_{k}": v for r in ("AUTHOR", "COMMITTER") for k, v in
           (("NAME", "Ex"), ("EMAIL", "ex@example.com"), ("DATE", at))}  # fmt: skip
    environment = {"PATH": "/usr/bin:/bin:/usr/local/bin", "GIT_CONFIG_NOSYSTEM": "1"}
    subprocess.run(
        ["git", "-C", str(folder), *arguments],  # noqa: S607 - the git of this machine
        env={**environment, "HOME": str(folder), **who},
        check=True,
        capture_output=True,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """Two postings and a change to one of them."""
    folder = tmp_path / "repository"
    (folder / "postings").mkdir(parents=True)
    run(folder, "init", "--quiet", "--initial-branch=main")
    for name in ("a.md", "b ü\n.md"):
        (folder / "postings" / name).write_text("1")
    run(folder, "add", ".")
    run(folder, "commit", "--quiet", "-m", "both", at="2026-03-01T10:00:00+02:00")
    (folder / "postings" / "a.md").write_text("2")
    run(folder, "commit", "--quiet", "-am", "a", at="2026-04-01T23:30:00-02:00")
    return folder


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What git is asked, in order."""
    made: list[str] = []
    real = git.ask

    def counted(folder: Path, *given: str, **more: Any) -> str | None:
        made.append(given[0])
        return real(folder, *given, **more)

    monkeypatch.setattr(git, "ask", counted)
    return made


def test_a_file_changed_when_it_was_last_committed(
    repository: Path, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In UTC, by the path as given, whatever characters it has; one call tells all."""
    monkeypatch.chdir(repository)
    whole = str(repository / "postings" / "b ü\n.md")
    given = ["postings/a.md", whole, "postings/new.md", "/elsewhere/x.md"]
    told = {
        "postings/a.md": datetime(2026, 4, 2, 1, 30, tzinfo=UTC),
        whole: datetime(2026, 3, 1, 8, 0, tzinfo=UTC),
    }
    assert last_changes(given) == told
    assert calls == ["rev-parse", "log"]


def test_a_merge_changes_nothing(repository: Path) -> None:
    """A file changed when its own commit was made, on whichever branch."""
    paths = [str(repository / "postings" / name) for name in ("a.md", "b ü\n.md", "c.md")]
    run(repository, "checkout", "--quiet", "-b", "side", "HEAD~1")
    (repository / "postings" / "c.md").write_text("1")
    run(repository, "add", ".")
    run(repository, "commit", "--quiet", "-m", "c", at="2026-03-20T00:00:00+00:00")
    (repository / "postings" / "a.md").write_text("2")
    run(repository, "commit", "--quiet", "-am", "a", at="2026-03-21T00:00:00+00:00")
    run(repository, "checkout", "--quiet", "main")
    run(repository, "merge", "--quiet", "--no-ff", "side", at="2026-05-01T00:00:00+00:00")
    found = last_changes(paths)
    assert [found[path].day for path in paths] == [2, 1, 20]


def test_a_history_that_was_cut_off_tells_nothing(repository: Path, tmp_path: Path) -> None:
    """Its first commit holds every file, whenever they changed."""
    run(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "shallow")
    assert last_changes([str(tmp_path / "shallow" / "postings" / "a.md")]) == {}


def test_without_git_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No repository, no git, no files, no commit: no day, and no error."""
    (tmp_path / "a.md").write_text("")
    assert last_changes([]) == {}
    assert last_changes([str(tmp_path / "a.md")]) == {}
    run(tmp_path, "init", "--quiet")
    assert last_changes([str(tmp_path / "a.md")]) == {}
    monkeypatch.setenv("PATH", str(tmp_path))
    assert last_changes([str(tmp_path / "a.md")]) == {}
