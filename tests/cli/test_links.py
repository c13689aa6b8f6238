"""``links``: one issue about the links that lead nowhere, opened, edited, closed, opened again."""

from __future__ import annotations

from pathlib import Path

import pytest

from careers.cli import links, run
from careers.github.actions import connect
from careers.github.repository import Repository
from careers.reports.dead_links import MARKER
from careers.sandbox import Sandbox
from careers.text.diagnostics import Finding, Severity, Span
from careers.web import link_checker as asking
from careers.web.probe import Answer

CAREERS = "example-tools/careers"
BOT = "careers-bot[bot]"


@pytest.fixture
def repository(github: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """The careers repository as the workflow's token reaches it."""
    monkeypatch.setenv("GITHUB_API_URL", github.url)
    monkeypatch.setenv("GITHUB_TOKEN", "t-bot")
    monkeypatch.setenv("GITHUB_REPOSITORY", CAREERS)
    return connect(CAREERS)


def dead(line: int, address: str = "https://example.com/gone") -> Finding:
    """A dead link on a line."""
    message = f"`{address}` leads nowhere: 404, not found"
    span = Span.at(line, 1, 9)
    return Finding("postings/a.md", span, "dead-link", Severity.WARNING, message)


def test_one_issue_that_follows_the_links(repository: Repository) -> None:
    """It is opened, left alone, edited, closed and opened again, and never a second one."""
    states = []
    for findings in ([], [dead(1)], [dead(1)], [dead(1), dead(2)], [], [], [dead(3)]):
        said = links.keep(repository, findings, BOT)
        issues = repository.issues()
        states.append((said, [issue.is_open for issue in issues]))
    assert states == [
        ("no issue is needed", []),
        ("an issue was opened", [True]),
        ("issue #1 says so already", [True]),
        ("issue #1 was edited", [True]),
        ("issue #1 was closed", [False]),
        ("issue #1 says so already", [False]),
        ("issue #1 was edited", [True]),
    ]
    assert "postings/a.md:3" in repository.issues()[0].body


def test_an_issue_of_somebody_else_is_not_ours(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A forged marker is passed over: an issue is known by its author too."""
    monkeypatch.setenv("GITHUB_TOKEN", "t-rita")
    links.keep(connect(CAREERS), [dead(1)], "rita")
    assert links.keep(repository, [dead(1)], BOT) == "an issue was opened"
    assert [issue.author for issue in repository.issues()] == ["rita", BOT]


def test_what_strangers_wrote_does_nothing(repository: Repository) -> None:
    """An address may hold a mention, a reference, HTML or a marker; none of it acts."""
    hostile = "https://example.com/@octocat<!--x-->#77](x)|<img src=x>"
    links.keep(repository, [dead(1, hostile)], BOT)
    body = repository.issues()[0].body.removeprefix(MARKER)
    assert not any(text in body for text in ("@octocat", "<!--", "#77", "<img", "https://"))


def test_very_many_links_fit(repository: Repository) -> None:
    """What does not fit into an issue is counted."""
    links.keep(repository, [dead(n) for n in range(1, 3_000)], BOT)
    assert "more rows are left out" in repository.issues()[0].body


@pytest.fixture
def postings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository whose one posting has a dead link and an allowed one; nothing goes out."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(asking, "_KNOWN", "localhost")
    (tmp_path / "postings").mkdir()
    (tmp_path / "postings" / "a.md").write_text(
        "# A\n\n## About the role\n\n[Gone](https://example.com/gone) [Here](https://example.com/)\n"
        "[Soon](https://example.com/gone) <!-- careers: allow dead-link: next week -->\n"
    )

    def answer(_: object, url: str) -> Answer:
        return Answer("404, not found" if url.endswith("gone") else "")

    monkeypatch.setattr(asking.Asker, "_patiently", answer)
    monkeypatch.setattr(asking, "_PAUSE", 0.0)
    return tmp_path


@pytest.mark.usefixtures("postings")
def test_the_verb(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """It prints each dead link that is not allowed, and keeps the issue unless told not to."""
    assert run("links", ["--dry-run"]) == 0
    assert not repository.issues()
    assert run("links", ["--author", BOT]) == 0
    assert [issue.is_open for issue in repository.issues()] == [True]
    out = capsys.readouterr().out
    assert out.count("postings/a.md:5: `https://example.com/gone` leads nowhere") == 2
    assert "postings/a.md:6" not in out


def test_validate_online(postings: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--online` adds the dead links as warnings, and keeps the answers for a while."""
    assert run("validate", ["postings"]) == run("validate", ["postings", "--online"])
    assert capsys.readouterr().out.count("warning[dead-link]") == 1
    assert "https://example.com/" in (postings / asking.CACHE).read_text()
