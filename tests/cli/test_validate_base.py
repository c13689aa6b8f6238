"""``validate`` on a pull request: what changed, and what the change breaks elsewhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from gitrepo import POSTING, Done, Repo

TESTER, COOK = "postings/tester.md", "postings/cook.md"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """Two sound postings, and a branch."""
    made = Repo(tmp_path / "careers")
    made.git("switch", "--quiet", "--create", "change")
    return made


def errors(done: Done) -> list[tuple[str, str]]:
    """Path and code of the errors in a JSON report."""
    found = json.loads(done.out)["findings"]
    return [(f["path"], f["code"]) for f in found if f["severity"] == "error"]


def check(repo: Repo, *arguments: str) -> Done:
    """Validate against the base, as JSON."""
    return repo.run("validate", "--format", "json", "--base", "main", *arguments)


def test_only_what_changed_is_reported(repo: Repo) -> None:
    """A fault that stood before is not the change's; one in a changed posting is, wherever."""
    repo.git("switch", "--quiet", "main")
    for path in (TESTER, COOK):
        repo.edit(path, "We call you.", "We call you. TODO")
    repo.commit()
    repo.git("switch", "--quiet", "change")
    repo.git("merge", "--quiet", "main")
    repo.edit(COOK, "Patience.", "Patience and salt.")
    repo.commit()
    assert errors(check(repo)) == [(COOK, "placeholder")]


def test_the_whole_repository_elsewhere(repo: Repo) -> None:
    """Without a base everything is checked; a path that is named is checked whole."""
    for path in (TESTER, COOK):
        repo.edit(path, "We call you.", "We call you. TODO")
    repo.commit()
    both = [(COOK, "placeholder"), (TESTER, "placeholder")]
    assert errors(repo.run("validate", "--format", "json")) == both
    on_pull_request = repo.pull_request(1, repo.base)
    assert errors(repo.run("validate", "--format", "json", TESTER, **on_pull_request)) == both[1:]


def test_a_pull_request_knows_its_base(repo: Repo) -> None:
    """The base comes out of the event's file."""
    repo.edit(COOK, "We call you.", "We call you. TODO")
    head = repo.commit()
    done = repo.run("validate", **repo.pull_request(1, head))
    assert done.status == 1
    assert done.out.endswith("1 file checked: 1 error\n")


def test_what_a_change_breaks_elsewhere_is_reported(repo: Repo) -> None:
    """A posting that is taken away leaves a dead link in one that did not change."""
    repo.git("switch", "--quiet", "main")
    repo.edit(TESTER, "Patience.", "Patience, like [our cook](cook.md).")
    repo.commit()
    repo.git("switch", "--quiet", "change")
    repo.git("merge", "--quiet", "main")
    (repo.folder / COOK).unlink()
    repo.commit()
    assert errors(check(repo)) == [(TESTER, "links-local")]


def test_an_earlier_namesake_is_reported(repo: Repo) -> None:
    """Checks across postings see all of them: the twin may be the one that did not change."""
    repo.write("postings/Cook.md", POSTING.format(title="Chef"))
    repo.commit()
    assert (COOK, "duplicate") in errors(check(repo))


def test_checks_that_need_the_base(repo: Repo) -> None:
    """A day that moves is seen against the base, and not without one."""
    repo.edit(COOK, "posted: 2026-03-02", "posted: 2026-05-02")
    repo.commit()
    found = [f["code"] for f in json.loads(check(repo).out)["findings"]]
    assert "posted-changed" in found
    assert "posted-changed" not in repo.run("validate").out


def test_changes_on_main_meanwhile_are_not_ours(repo: Repo) -> None:
    """The comparison is with where the branch began, not with where main is now."""
    repo.git("switch", "--quiet", "main")
    repo.edit(COOK, "Patience.", "TODO")
    repo.commit()
    repo.git("switch", "--quiet", "change")
    assert json.loads(check(repo).out) == {"findings": []}


@pytest.mark.parametrize("revision", ["nowhere", "--version", "main:postings", "-"])
def test_an_unknown_revision(repo: Repo, revision: str) -> None:
    """It is named, with what to type; nothing is taken for an option of git."""
    done = repo.run("validate", f"--base={revision}")
    assert (done.status, done.out) == (2, "")
    assert f"there is no revision {revision}" in done.err


def test_a_shallow_clone(repo: Repo) -> None:
    """The error says what to write into the workflow."""
    repo.edit(COOK, "Patience.", "Salt.")
    head = repo.commit()
    shallow = repo.folder.with_name("shallow")
    source = f"file://{repo.folder}"
    repo.git("clone", "--quiet", "--depth", "1", "--branch", "change", source, str(shallow))
    event = repo.pull_request(1, head)
    repo.folder = shallow
    done = repo.run("validate", **event)
    assert done.status == 2
    assert "fetch-depth: 0" in done.err


def test_outside_a_repository(repo: Repo, tmp_path: Path) -> None:
    """There is nothing to compare with, and the error says so."""
    outside = tmp_path / "outside"
    outside.mkdir()
    repo.folder = outside
    done = repo.run("validate", "--base", "main", GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert done.status == 2
    assert "no git repository" in done.err


@pytest.mark.parametrize(
    "event", ["", "[]", "{}", '{"number": 1}', '{"number": "1;", "pull_request": {}}', "{" * 9000]
)
def test_an_event_that_cannot_be_read(repo: Repo, tmp_path: Path, event: str) -> None:
    """A broken event file is an error of the run, with a cure, and no traceback."""
    path = tmp_path / "event.json"
    path.write_text(event)
    done = repo.run("validate", GITHUB_EVENT_NAME="pull_request", GITHUB_EVENT_PATH=str(path))
    assert done.status == 2
    assert done.err.startswith("error: the event")


def test_a_repository_without_postings(repo: Repo) -> None:
    """A change that takes the last posting away is a change like others."""
    for path in (TESTER, COOK):
        (repo.folder / path).unlink()
    repo.commit()
    assert check(repo).status == 0
