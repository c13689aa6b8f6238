"""``announce``: the same comment after merging, over HTTP."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from careers.sandbox import Pull, Sandbox
from gitrepo import CAREERS, Done, Repo

BOT, TOKEN = "github-actions[bot]", "t-actions"
RUN = "https://github.com/example-tools/careers/actions/runs/{}"
BEFORE = (
    "### ✅ Postings are in order\n<!-- careers:pull-request 0123456789abcdef cook !tester -->\n"
)
COMMIT = "c" * 40
SETTINGS = '[company]\nname = "Example Tools"\n[site]\nurl = "https://example.org/careers/"\n'


class Case:
    """Merged pull requests with a comment of ours, and runs of ``publish`` that end."""

    def __init__(self, github: Sandbox, folder: Path) -> None:
        self.github = github
        github.add_user(BOT, token=TOKEN, type="Bot")
        github.grant(BOT, CAREERS, "write")
        self.repo = Repo(folder / "careers")
        self.repo.write("careers.toml", SETTINGS)

    def merged(self, body: str = BEFORE, commit: str = COMMIT, author: str = BOT) -> int:
        """A pull request that was commented on and merged; its number."""
        pull = Pull(self.repo.base, "d" * 40, "change", CAREERS)
        number = self.github.act("otto").open_pull(CAREERS, "A change", pull)
        self.github.act(author).comment(CAREERS, number, body)
        self.github.act("rita").merge(CAREERS, number, commit)
        return number

    def ended(self, conclusion: str = "success", run: int = 9, **changed: Any) -> Done:
        """What ``comment.yml`` runs when ``publish`` has ended."""
        told = {
            "id": run,
            "html_url": RUN.format(run),
            "head_sha": COMMIT,
            "head_branch": "main",
            "event": "push",
            "conclusion": conclusion,
            "created_at": "2026-11-28T12:38:00Z",
            "updated_at": "2026-11-28T12:40:09Z",
            "head_repository": {"full_name": CAREERS},
            **changed,
        }
        home = {"full_name": CAREERS, "default_branch": "main"}
        event = self.repo.event("workflow_run", {"workflow_run": told, "repository": home})
        self.github.requests.clear()
        return self.repo.run(
            "announce", **event, GITHUB_API_URL=self.github.url, GITHUB_TOKEN=TOKEN
        )

    def said(self, number: int) -> str:
        """The one comment on a pull request."""
        (comment,) = self.github.comments(CAREERS, number)
        return str(comment["body"])

    @property
    def writes(self) -> list[str]:
        """The methods of the writing requests of the last run."""
        return [r.method for r in self.github.requests if r.method != "GET"]


@pytest.fixture
def case(github: Sandbox, tmp_path: Path) -> Case:
    """A careers repository with two postings."""
    return Case(github, tmp_path)


def test_published(case: Case, expected: Callable[[Path, str], None]) -> None:
    """The comment says when and where, and what was left out; it is said once."""
    number = case.merged()
    assert case.ended().out == f"Said on #{number}.\n"
    expected(Path(__file__).with_name("comment-published.md"), case.said(number))
    assert case.writes == ["PATCH"]
    assert "Nothing is to be said" in case.ended(run=10).out
    assert "Nothing is to be said" in case.ended("failure", run=11).out
    assert case.writes == []


def test_merged_and_not_published(case: Case, expected: Callable[[Path, str], None]) -> None:
    """It names the run and the job that failed; the run that then succeeds says where it is."""
    number = case.merged()
    run = case.github.add_run(
        CAREERS, "publish.yml", "push", "failure", Build="success", Deploy="failure"
    )
    case.ended("failure", run=run)
    said = case.said(number).replace(f"/{run})", "/9)")
    expected(Path(__file__).with_name("comment-failed.md"), said)
    case.ended("failure", run=run)
    assert case.writes == []
    case.ended()
    assert "[Cook](https://example.org/careers/cook/)" in case.said(number)


def test_what_a_cancelled_run_was_about_is_said_by_the_next(case: Case) -> None:
    """A later commit has it too; what was merged after the run's commit is not said yet."""
    early = case.merged(commit="a" * 40)
    case.github.wait(600)
    late = case.merged(commit="b" * 40)
    at = case.github.issue(CAREERS, late)["closed_at"]
    assert "nothing to say" in case.ended("cancelled").out
    case.ended(created_at=at)
    assert "Published" in case.said(early)
    assert case.said(late) == BEFORE


def test_postings_that_are_gone_are_not_linked(case: Case) -> None:
    """What is no page any longer is not named, and an address that is none of ours neither."""
    marker = "<!-- careers:pull-request - cook job-tester gone ../x @otto -->"
    case.repo.edit("postings/cook.md", "status: open", "status: draft")
    number = case.merged(f"Hello\n{marker}")
    case.ended()
    title = case.said(number).split("\n")[0]
    assert title.endswith(": [Tester](https://example.org/careers/job-tester/)")


@pytest.mark.parametrize(
    "changed",
    [
        {"event": "pull_request"},
        {"head_branch": "other"},
        {"head_repository": {"full_name": "someone/careers"}},
        {"head_repository": None},
        {"conclusion": "skipped"},
        {"created_at": "2027-01-01T00:00:00Z"},
    ],
)
def test_runs_that_say_nothing(case: Case, changed: Any) -> None:
    """A fork's run, one of another branch, one that did nothing, one of long after."""
    number = case.merged()
    assert "othing" in case.ended(**changed).out
    assert case.said(number) == BEFORE


def test_comments_of_others_are_left_alone(case: Case) -> None:
    """A marker of somebody else is text."""
    number = case.merged(author="otto")
    assert "Nothing is to be said" in case.ended().out
    assert case.said(number) == BEFORE


def test_the_wrong_event(case: Case) -> None:
    """It says for which event it is."""
    done = case.repo.run("announce")
    assert (done.status, "workflow_run" in done.err) == (2, True)
