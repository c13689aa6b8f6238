"""Many apply by a form, and everything breaks now and then: all stand, once, with their files."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

import form_services
from candidates.company import REPOSITORY
from candidates.test_files import assets, fetch, files_row
from candidates.test_kill import How, furnish
from careers.sandbox import Sandbox
from form_services import serving

PEOPLE = 200 if os.environ.get("CAREERS_KILL") else 30
AGAIN = PEOPLE // 10
"""Those who send their application twice."""
HOW: tuple[How, ...] = ("error", "cut", "cut-after")


@pytest.fixture
def crowd(monkeypatch: pytest.MonkeyPatch) -> None:
    """More people than the stand-in has, some of them twice; the service lists all of them."""
    who = [f"Person {n}" for n in range(PEOPLE)]
    times = [f"2026-11-{1 + n % 20:02}T10:{n % 60:02}:00Z" for n in range(PEOPLE + AGAIN)]
    real = form_services.tally
    monkeypatch.setattr(form_services, "WHO", who)
    monkeypatch.setattr(form_services, "TIMES", times)
    monkeypatch.setattr(
        form_services,
        "tally",
        lambda n: {**real(n % PEOPLE), "id": f"t{n}", "submittedAt": times[n]},
    )


@pytest.mark.usefixtures("crowd")
def test_all_stand_once_with_their_files(company: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over runs that GitHub and the service break at any request; the last one writes nothing."""
    chance = random.Random(PEOPLE)  # noqa: S311 - the same faults each time
    monkeypatch.setattr("careers.cli.support.candidates.ATTEMPTS", 1)
    with Sandbox() as github, serving("tally") as server:
        furnish(github)
        monkeypatch.setenv("GITHUB_API_URL", github.url)
        server.has_files = True
        for _ in range(8):
            github.fail(chance.randrange(3, 12 * PEOPLE), chance.choice(HOW))
            server.file_faults = [chance.choice((200, 200, 500, 503)) for _ in range(PEOPLE)]
            fetch(company, server, monkeypatch, *chance.choice(([], ["--opens-only"])))
        server.file_faults = []
        for _ in range(8):  # what was ordered to break may do so still
            before = len(github.requests)
            status = fetch(company, server, monkeypatch)
            if status == 0 and {r.method for r in github.requests[before:]} == {"GET"}:
                break
        else:
            pytest.fail("it comes to no rest")
        issues = github.issues(REPOSITORY)
        assert len(issues) == len({issue["title"] for issue in issues}) == PEOPLE
        numbers = sorted(issue["number"] for issue in issues)
        kept = sorted(assets(github))
        assert kept == sorted(f"files-{n // 100 + 1}/{n}-my-cv.pdf" for n in numbers)
        assert all("](" in files_row(github, n) for n in numbers)
