"""Two at once: the second happens wholly before each request of the first in turn.

What can run at once are a run of each group, runs by hand, and people.
"""

from __future__ import annotations

import os
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from candidates.company import REPOSITORY, labels_of, state
from candidates.test_kill import furnish, intake, moves
from careers import cli
from careers.sandbox import Sandbox

_STEP = 4
"""``make test`` takes every second place."""
Act = Callable[[], object]


@dataclass
class World:
    """A fresh company: Ada stands, and nothing is on its way."""

    github: Sandbox
    folder: Path

    def opens(self, **changes: str) -> int:
        """A run of the group ``intake``, and the job behind it."""
        return intake(self.folder, **changes)

    def opens_only(self, **changes: str) -> int:
        """The run alone."""
        return intake(self.folder, "--opens-only", **changes)

    def label(self) -> None:
        """A person sets a stage."""
        self.github.act("rita").add_label(REPOSITORY, 1, "stage:offer")

    def others(self) -> None:
        """A person sets a label of the team's and takes one off."""
        self.github.act("rita").add_label(REPOSITORY, 1, "urgent")
        self.github.act("rita").remove_label(REPOSITORY, 1, "who:05")

    def close(self) -> None:
        """A person closes the issue."""
        self.github.act("rita").close(REPOSITORY, 1)

    def advance(self) -> None:
        """A person comments."""
        self.github.act("rita").comment(REPOSITORY, 1, "/advance")

    def follow(self) -> int:
        """The runs of ``move`` for what people did."""
        job = moves(self.github, self.folder)
        try:
            return job()
        except ValueError:
            return 0  # nobody did anything

    def tend(self) -> int:
        """The hourly run."""
        return cli.run("tend", [])


Pair = tuple[Callable[[World], object], Callable[[World], object], Callable[[World], object]]
PAIRS: dict[str, Pair] = {
    "a label, and somebody applies": (
        World.label,
        World.follow,
        lambda w: w.opens_only(email="bo@example.com", name="Bo"),
    ),
    "somebody applies, and a label": (
        World.label,
        lambda w: w.opens_only(email="bo@example.com", name="Bo"),
        World.follow,
    ),
    "tend, and somebody applies": (
        lambda _: None,
        World.tend,
        lambda w: w.opens_only(email="bo@example.com", name="Bo"),
    ),
    "somebody applies, and tend": (
        lambda _: None,
        lambda w: w.opens_only(email="bo@example.com", name="Bo"),
        World.tend,
    ),
    "a letter more, left alone, and a command": (
        World.advance,
        lambda w: w.opens_only(message="More"),
        World.follow,
    ),
    "the same sent twice": (
        lambda _: None,
        lambda w: w.opens(email="bo@example.com", name="Bo"),
        lambda w: w.opens(email="bo@example.com", name="Bo"),
    ),
    "a command, and a person's label": (World.advance, World.follow, World.label),
    "a command, and other labels": (World.advance, World.follow, World.others),
    "a label, and a person's command": (World.label, World.follow, World.advance),
    "a command, and closing by hand": (World.advance, World.follow, World.close),
    "tend, and a person's label": (lambda _: None, World.tend, World.label),
}


def outcome(world: World) -> object:
    """What there is once all is at rest, but for doubles that were joined, and for numbers."""
    world.follow()
    assert world.tend() == 0
    assert world.tend() == 0
    kept = [issue for issue in state(world.github) if issue["state"][1] != "duplicate"]
    bodies = [re.sub(r'"issue":\d+', "", issue["body"]) for issue in kept]
    return [{**issue, "number": 0, "body": body} for issue, body in zip(kept, bodies, strict=True)]


@pytest.fixture
def fresh(company: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[Sandbox], World]:
    """Ada stands; nothing else."""

    def made(github: Sandbox) -> World:
        furnish(github)
        monkeypatch.setenv("GITHUB_API_URL", github.url)
        assert intake(company) == 0
        github.take_events()
        return World(github, company)

    return made


@pytest.mark.parametrize("pair", PAIRS.values(), ids=list(PAIRS))
def test_two_at_once_end_as_one_after_the_other(
    fresh: Callable[[Sandbox], World], pair: Pair
) -> None:
    """Whichever came first; nobody is lost, no wish, no label of others."""
    before, first, second = pair
    expected, count = [], 0
    for order in ((first, second), (second, first)):
        with Sandbox() as github:
            world = fresh(github)
            before(world)
            asked = len(github.requests)
            order[0](world)
            count = count or len(github.requests) - asked
            order[1](world)
            expected.append(outcome(world))
    every = 1 if os.environ.get("CAREERS_KILL") else _STEP
    for at in range(1 + zlib.crc32(repr(pair).encode()) % every, count + 1, every):
        with Sandbox() as github:
            world = fresh(github)
            before(world)
            github.meanwhile(at, lambda w=world: second(w))  # type: ignore[misc]
            assert first(world) in {0, None}
            made = outcome(world)
            assert made in expected, f"before request {at}"
            assert "who:05" in labels_of(github, 1)
