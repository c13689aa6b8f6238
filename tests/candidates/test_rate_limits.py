"""GitHub asks a script to wait, at whichever write: it does, and nothing is lost or twice."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from candidates.company import REPOSITORY, state
from candidates.test_kill import SCENARIOS, Scenario, furnish, kept
from careers import cli
from careers.sandbox import Sandbox
from form_services import serving, settings_of


@pytest.fixture
def fetched(company: Path, monkeypatch: pytest.MonkeyPatch) -> Scenario:
    """Five wait at a form, each with a CV."""
    monkeypatch.setenv("CAREERS_TALLY_TOKEN", "secret-token")

    def scenario(_: Sandbox, folder: Path) -> Callable[[], int]:
        assert folder == company

        def job() -> int:
            with serving("tally") as server:
                server.has_files = True
                (folder / "candidates.toml").write_text(settings_of(server), "utf-8")
                return cli.run("fetch", ["--days", "3650"])

        return job

    return scenario


def imported(_: Sandbox, folder: Path) -> Callable[[], int]:
    """Two are brought over."""
    text = "name,email,job\nAda,ada@example.com,engineer\nBen,ben@example.com,engineer\n"
    (folder / "them.csv").write_text(text, "utf-8")
    return lambda: cli.run("import", [str(folder / "them.csv"), "--write", "--pace", "0"])


def tended(github: Sandbox, folder: Path) -> Callable[[], int]:
    """A label that nobody followed, and all that an hour's run writes."""
    file = folder / "application.json"
    ada = {"posting": "engineer", "name": "Ada", "email": "ada@example.com"}
    file.write_text(json.dumps(ada), "utf-8")
    assert cli.run("intake", ["--application", str(file)]) == 0
    github.act("rita").add_label(REPOSITORY, 1, "stage:offer")
    github.take_events()
    return lambda: cli.run("tend", [])


CHOSEN = {"with_files", "advance", "closed", "labels", "merged"}
JOBS = [*(each for each in SCENARIOS if each.__name__ in CHOSEN), imported, tended]


def assert_waits(monkeypatch: pytest.MonkeyPatch, company: Path, scenario: Scenario) -> None:
    """After no write and after two, by either status, it ends as if nobody had asked."""
    ends = []
    for writes, status in ((None, 0), (0, 403), (2, 429)):
        with Sandbox() as fresh, monkeypatch.context() as patch:
            furnish(fresh)
            patch.setenv("GITHUB_API_URL", fresh.url)
            settings = (company / "careers.toml").read_text("utf-8")
            job = scenario(fresh, company)
            if writes is not None:
                fresh.rate_limit_after(writes, retry_after=1, status=status)
            assert job() == 0, (writes, status)
            (company / "careers.toml").write_text(settings, "utf-8")
            ends.append((state(fresh), kept(fresh)))
    assert all(end == ends[0] for end in ends)


@pytest.mark.parametrize("scenario", JOBS, ids=lambda each: each.__name__)
def test_a_script_waits_as_long_as_it_is_asked_to(
    company: Path, monkeypatch: pytest.MonkeyPatch, scenario: Scenario
) -> None:
    """Opening, moving, closing, merging, labels, import and tend."""
    assert_waits(monkeypatch, company, scenario)


def test_a_fetch_waits(company: Path, monkeypatch: pytest.MonkeyPatch, fetched: Scenario) -> None:
    """With five applications and their files."""
    assert_waits(monkeypatch, company, fetched)
