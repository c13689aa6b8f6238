"""``plan``: what merging does, from two commits and, where it may, the candidates."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from careers.preview.model import MergePreview, schema
from careers.sandbox import Sandbox
from gitrepo import CAREERS, FORK, POSTING, Repo

HERE = Path(__file__).parent
ROOT = Path(__file__).parents[2]
PRIVATE = "example-tools/candidates"
TESTER, COOK = "postings/tester.md", "postings/cook.md"


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    """A branch that renames a stage, closes a posting, moves one and adds two."""
    made = Repo(tmp_path / "careers")
    made.write("postings/baker.md", POSTING.format(title="Baker"))
    made.write("postings/clerk.md", POSTING.format(title="Clerk"))
    made.base = made.commit()
    made.git("switch", "--quiet", "--create", "change")
    made.edit(TESTER, "**Case study:** We send you one.", "**Work sample:** We send you one.")
    made.edit(TESTER, "max: 70000", "max: 75000")
    made.edit(COOK, "status: open", "status: closed")
    made.git("mv", "postings/baker.md", "postings/confectioner.md")
    (made.folder / "postings/clerk.md").unlink()
    driver = POSTING.format(title="Driver").replace("You test what we make", "You drive")
    made.write("postings/driver.md", driver)
    made.write("postings/guard.md", POSTING.format(title="Guard").replace("open", "draft"))
    made.commit()
    return made


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_the_plan(repo: Repo, expected: Callable[[Path, str], None], form: str) -> None:
    """Pages, labels, feeds and stages, for people and for machines."""
    done = repo.run("plan", "--base", "main", "--format", form)
    assert (done.status, done.err) == (0, "")
    out = done.out.replace(repo.base, "0" * 40)
    ending = {"text": "txt", "markdown": "md", "json": "json"}[form]
    expected(HERE / f"plan.{ending}", out)
    if form == "json":
        MergePreview.model_validate_json(done.out)


def test_the_schema_is_published(expected: Callable[[Path, str], None]) -> None:
    """What ``--format json`` prints has a JSON Schema beside the other ones."""
    text = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    expected(ROOT / "schemas" / "plan.json", text)


def test_files_that_cannot_be_read_have_a_plan(repo: Repo) -> None:
    """They are named, and a slip of the pen retires no label."""
    repo.write(TESTER, "---\ntitle: [\n---\n# Tester\n")
    repo.write(COOK, "\0\0")
    repo.commit()
    plan = json.loads(repo.run("plan", "--base", "main", "--format", "json").out)
    deeds = {page["path"]: page["deed"] for page in plan["pages"]}
    assert deeds[TESTER] == "broken"
    assert "job:tester" not in plan["labels"]["retired"]


def test_from_nothing_and_to_nothing(repo: Repo) -> None:
    """The first postings of a repository have a plan, and taking all away has one."""
    repo.git("rm", "-r", "--quiet", "postings")
    repo.commit()
    gone = json.loads(repo.run("plan", "--base", "main", "--format", "json").out)
    assert {page["deed"] for page in gone["pages"]} == {"removed"}
    repo.git("switch", "--quiet", "--create", "again")
    repo.write(TESTER, POSTING.format(title="Tester"))
    repo.commit()
    back = json.loads(repo.run("plan", "--base", "change", "--format", "json").out)
    assert [page["deed"] for page in back["pages"]] == ["published"]


def test_no_base(repo: Repo) -> None:
    """Off a pull request it must be named."""
    done = repo.run("plan")
    assert (done.status, done.out) == (2, "")
    assert "give --base REV" in done.err


def candidates(github: Sandbox) -> dict[str, str]:
    """Candidates of the tester posting, and how a script reaches them."""
    rita = {"GITHUB_API_URL": github.url, "GITHUB_TOKEN": "t-rita", "CAREERS_CANDIDATES": PRIVATE}
    from clients import connect  # noqa: PLC0415 - PyGithub for this test alone

    repository = connect(github, "rita").get_repo(PRIVATE)
    for job, stage in (
        ("tester", "case-study"), ("tester", "case-study"), ("tester", "offer"),
        ("cook", "case-study"), ("baker", "phone-screen"),
    ):  # fmt: skip
        labels = [f"job:{job}", f"stage:{stage}"]
        repository.create_issue(f"Somebody for {job}", labels=labels)
    closed = repository.create_issue("Gone", labels=["job:tester", "stage:case-study"])
    closed.edit(state="closed")
    github.requests.clear()
    return rita


def test_candidates_in_a_stage_that_goes_away(repo: Repo, github: Sandbox) -> None:
    """They are counted, open ones of that posting alone, and never named."""
    access = candidates(github)
    done = repo.run("plan", "--base", "main", "--candidates", "--format", "json", **access)
    plan = json.loads(done.out)
    tester = {"path": TESTER, "stage": "case-study", "candidates": 2}
    assert plan["waiting"] == [tester]
    assert [(f["code"], f["severity"]) for f in plan["findings"]] == [("stage-in-use", "warning")]
    assert "Somebody" not in done.out


def test_a_renamed_stage_keeps_its_candidates(repo: Repo, github: Sandbox) -> None:
    """With ``[labels.renamed]`` nobody's stage goes away."""
    access = candidates(github)
    repo.write("careers.toml", '[labels.renamed]\ncase-study = "work-sample"\n')
    for path in ("postings/confectioner.md", "postings/driver.md", COOK):
        repo.edit(path, "**Case study:**", "**Work sample:**")
    repo.commit()
    done = repo.run("plan", "--base", "main", "--candidates", "--format", "json", **access)
    plan = json.loads(done.out)
    assert plan["waiting"] == []
    renamed = {"old": "stage:case-study", "new": "stage:work-sample"}
    assert plan["labels"]["renamed"] == [renamed]


def test_a_fork_learns_nothing_of_candidates(repo: Repo, github: Sandbox) -> None:
    """On its pull request the private repository is not even asked."""
    access = candidates(github) | repo.pull_request(1, repo.base, FORK)
    done = repo.run("plan", "--candidates", "--format", "json", **access)
    assert done.status == 0
    assert json.loads(done.out)["waiting"] == []
    assert github.requests == []


def test_a_public_repository_of_candidates_is_refused(repo: Repo, github: Sandbox) -> None:
    """It is no place for them, not even to count."""
    access = candidates(github) | {"CAREERS_CANDIDATES": CAREERS}
    done = repo.run("plan", "--base", "main", "--candidates", **access)
    assert (done.status, "is not private" in done.err) == (2, True)
