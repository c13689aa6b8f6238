"""GitHub is away for a day while people apply: nothing is lost, and it is told when it is over."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path

import pytest

import form_services
from candidates.company import REPOSITORY, candidates_of
from candidates.letters import Clock
from candidates.test_files import assets
from candidates.ways import DispatchWay, Way, way_in
from careers import cli
from careers.cli.support.candidates import now
from careers.sandbox import Sandbox
from imap_server import why_not

HOURS = 24
FETCHED = ("tally", *(() if why_not() else ("mail",)))


class Actions:
    """What Actions would run each hour: `tend`, what it starts, and applications' own runs."""

    def __init__(self, github: Sandbox, dispatch: Way) -> None:
        self.github, self.dispatch = github, dispatch
        self.waiting: dict[int, Path] = {}
        self.started: set[int] = set()

    def arrive(self, number: int) -> None:
        """Somebody applies by a dispatch: its run goes as it can."""
        self.dispatch.arrive([number], list)
        run = self.github.add_run(REPOSITORY, "intake.yml", "repository_dispatch", "failure")
        file = self.dispatch.company / "runs" / f"{number}.json"
        self.waiting[run] = file
        self.started.add(run)
        self._take_in(run, file)

    def _take_in(self, run: int, file: Path) -> None:
        status = cli.run("intake", ["--event", str(file)])
        self.github.end_run(REPOSITORY, run, "failure" if status else "success")
        if status == 0:
            del self.waiting[run]

    def hour(self) -> int:
        """The hourly job, and what was started by it; its exit status."""
        status = max(cli.run("tend", []), cli.run("fetch", ["--stands-only"]))
        self.github.add_run(REPOSITORY, "tend.yml", "schedule", "failure" if status else "success")
        if status == 0:
            status = cli.run("fetch", ["--opens-only"])
        for run, conclusion in self.github.runs(REPOSITORY).items():
            if run in self.waiting and conclusion == "queued":
                self._take_in(run, self.waiting[run])
        return status


@pytest.fixture
def away() -> Iterator[list[str]]:
    """Where nothing answers, and where all is refused."""
    with Sandbox() as broken, socket.socket() as unheard:
        broken.fail(at=1, status=503, times=1_000_000)
        unheard.bind(("127.0.0.1", 0))
        yield [broken.url, f"http://127.0.0.1:{unheard.getsockname()[1]}"]


def test_a_day_without_github_loses_nobody(  # noqa: PLR0913, PLR0917 - fixtures
    company: Path,
    github: Sandbox,
    clock: Clock,
    away: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """By form, mail and dispatch, one each an hour: all stand once, with files; the gap is told."""
    people = HOURS * 3
    monkeypatch.setattr("careers.cli.support.candidates.ATTEMPTS", 1)
    with ExitStack() as stack:
        ways = [stack.enter_context(way_in(n, company, people, monkeypatch)) for n in FETCHED]
        actions = Actions(github, DispatchWay(company, people))
        times = ["2020-01-01T00:00:00Z"] * people
        monkeypatch.setattr(form_services, "TIMES", times)
        assert actions.hour() == 0
        for hour in range(HOURS):
            clock.forward(timedelta(hours=1))
            with monkeypatch.context() as patch:
                patch.setenv("GITHUB_API_URL", away[hour % 2])
                for place, way in enumerate(ways):
                    times[hour * 3 + place] = f"{now():%FT%TZ}"
                    way.arrive([hour * 3 + place], list)
                actions.arrive(hour * 3 + 2)
                assert actions.hour() == 2
        assert candidates_of(github) == []
        assert "@example.com" not in capsys.readouterr().err
        for _ in range(3):
            clock.forward(timedelta(hours=1))
            assert actions.hour() == 0
        issues = {issue["title"]: issue for issue in candidates_of(github)}
        said = issues.pop("Applications that wait")
        there = [n for n in range(people) if n % 3 < len(ways) or n % 3 == 2]
        assert sorted(issues) == sorted(f"Person {n} · Engineer" for n in there)
        assert len(candidates_of(github)) == len(there) + 1
        assert len(assets(github)) == len(there)
        assert "For 25 hours not all was taken in" in said["body"]
        assert actions.started.isdisjoint(github.runs(REPOSITORY))  # with what was sent
