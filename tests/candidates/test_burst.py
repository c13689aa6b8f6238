"""Ten thousand apply in an hour: all stand in the end, at issue 12's pace.

In ``make test`` 170 of them; in ``make fuzz``, and by itself with ``CAREERS_BURST=10000``, all.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import form_services
from candidates.company import REPOSITORY
from candidates.letters import Clock
from candidates.machine.wire import connect_directly
from candidates.ways import way_in
from careers import cli
from careers.cli.candidate_runs.parts import SHARE
from careers.sandbox import Sandbox

MANY = int(os.environ.get("CAREERS_BURST", "0")) or 170
EVERY = 10 if MANY > 1_000 else 1
"""Hours between two looks of `tend` in this test: it looks each hour, and each costs time here."""
MOST, WRITES = 600, 300
"""Requests of an hour that open, and how many of them write."""


def spent(github: Sandbox) -> tuple[int, int]:
    """The requests since the last call, and how many wrote."""
    writes = sum(request.method != "GET" for request in github.requests)
    count = len(github.requests)
    github.requests.clear()
    github.take_events()
    github.take_mails()
    return count, writes


def test_a_burst_keeps_its_pace_and_ends(
    company: Path, github: Sandbox, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Hour after hour 80 open, with their CVs, in order; the last hours write nothing."""
    connect_directly(monkeypatch, github)
    with way_in("tally", company, MANY, monkeypatch) as way:
        times = [datetime.now(UTC) - timedelta(seconds=MANY - n) for n in range(MANY)]
        monkeypatch.setattr(form_services, "TIMES", [f"{time:%FT%TZ}" for time in times])
        way.arrive(range(MANY), list)
        spent(github)
        hours = -(-MANY // SHARE)
        for hour in range(1, hours + 1):
            looked = (0, 0)
            if hour % EVERY == 0:
                assert cli.run("fetch", ["--stands-only"]) == 0
                looked = spent(github)
            assert cli.run("fetch", ["--opens-only"]) == 0
            opened = spent(github)
            print(f"hour {hour}: {looked[0]} to look, {opened[0]} to open, {opened[1]} wrote")
            assert opened[0] <= MOST
            assert opened[1] <= WRITES
            assert looked[0] + opened[0] <= 1_000  # what GitHub gives a repository's token
            clock.forward(timedelta(hours=1))
        assert cli.run("fetch", ["--stands-only"]) == 0
        assert cli.run("fetch", ["--opens-only"]) == 0
        assert spent(github)[1] <= 1  # that more arrives than an hour takes is over
        titles = {issue["number"]: issue["title"] for issue in github.issues(REPOSITORY)}
        people = [titles[number] for number in sorted(titles) if " · " in titles[number]]
        assert people == [f"Person {n} · Engineer" for n in range(MANY)]
