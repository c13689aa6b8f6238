"""Many apply by every way in, and everything breaks now and then: all stand, once, with files.

In ``make fuzz`` 1,000 people by each way. In ``make test`` 200, and 60 by those that differ from
another in what wraps an application, or how a list comes in pages: what follows is one code.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from candidates.company import REPOSITORY
from candidates.machine.wire import connect_directly
from candidates.test_files import assets, files_row
from candidates.test_kill import How, furnish
from candidates.ways import WAYS, way_in
from careers.forms import services
from careers.mail.mailbox import Mailbox
from careers.mail.trouble import CutError
from careers.sandbox import Sandbox

MANY = bool(os.environ.get("CAREERS_KILL"))
OTHERS = {*services(), "by-hand"} - {"tally", "receiver"}
KINDS = (
    ("GET", r"^/repos/[^/]+/[^/]+$"),
    ("GET", r"/issues\?|/issues$"),
    ("POST", r"/issues$"),
    ("GET", r"/issues/\d+$"),
    ("PATCH", r"/issues/\d+$"),
    ("GET", r"/releases"),
    ("POST", r"/releases$"),
    ("POST", r"/assets"),
)
HOW: tuple[How, ...] = ("error", "cut", "cut-after")
RESTS = 8
"""Runs until what was ordered to break has broken."""


@pytest.fixture
def dice() -> random.Random:
    """The same faults each time."""
    return random.Random(200)  # noqa: S311 - it makes tests, no secrets


def arrivals(dice: random.Random, people: int, rounds: int) -> list[list[int]]:
    """Who applies in which round, in any order; one in ten sends it again."""
    again = dice.sample(range(people), people // 10)
    order = [*range(people), *(people + n for n in again)]
    dice.shuffle(order)
    return [order[n::rounds] for n in range(rounds)]


@pytest.fixture
def cut_now_and_then(monkeypatch: pytest.MonkeyPatch, dice: random.Random) -> None:
    """The mailbox breaks off, before or behind what it was asked for."""
    for name in ("read", "move"):
        real = getattr(Mailbox, name)

        def cut(self: Mailbox, *given: object, real: Callable[..., object] = real) -> object:
            before, behind = dice.random() < 0.02, dice.random() < 0.02
            made = None if before else real(self, *given)
            if before or behind:
                raise CutError("cut", "again")
            return made

        monkeypatch.setattr(Mailbox, name, cut)


@pytest.mark.usefixtures("cut_now_and_then")
@pytest.mark.parametrize("name", WAYS)
def test_all_stand_once_with_their_files(
    company: Path, monkeypatch: pytest.MonkeyPatch, dice: random.Random, name: str
) -> None:
    """Each kind of request breaks in each way while they arrive; the last run writes nothing."""
    monkeypatch.setattr("careers.cli.support.candidates.ATTEMPTS", 1)
    people = 1_000 if MANY else 60 if name in OTHERS else 200
    breaks = [*product(KINDS, HOW)]
    with Sandbox() as github, way_in(name, company, people, monkeypatch) as way:
        furnish(github)
        monkeypatch.setenv("GITHUB_API_URL", github.url)
        connect_directly(monkeypatch, github)
        for come, ((method, path), how) in zip(
            arrivals(dice, people, len(breaks)), breaks, strict=True
        ):
            way.arrive(come, lambda: [dice.choice((200, 200, 500, 503)) for _ in range(3)])
            at = 1 if path == "/releases$" else dice.randint(1, 4)
            github.fail(at, how, method=method, path=path)
            way.run(*dice.choice(([], [], ["--opens-only"])))
        for _ in range(RESTS):
            before = len(github.requests)
            status = way.run()
            if status == 0 and {r.method for r in github.requests[before:]} <= {"GET"}:
                break
        else:
            pytest.fail("it comes to no rest")
        assert_all_stand(github, people)


def assert_all_stand(github: Sandbox, people: int) -> None:
    """Each of them once, with one file that is named in the issue."""
    issues = github.issues(REPOSITORY)
    assert len(issues) == people
    assert {issue["title"] for issue in issues} == {f"Person {n} · Engineer" for n in range(people)}
    numbers = sorted(issue["number"] for issue in issues)
    kept = sorted(int(name.partition("/")[2].partition("-")[0]) for name in assets(github))
    assert kept == numbers
    assert all("](" in files_row(github, n) for n in numbers)
