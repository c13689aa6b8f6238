"""A letter's run may end at any of its requests: the letter goes once, or a person is asked."""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from candidates.company import REPOSITORY, record_of
from candidates.test_kill import How, furnish, intake, moves
from careers import cli
from careers.cli.support import candidates as _candidates
from careers.hiring.record.outbox import LetterState
from careers.sandbox import Sandbox
from mail_server import MailOffice

_STEP = 4
"""``make test`` cuts every fourth request."""


@contextmanager
def invited(company: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Sandbox]:
    """Ada is at the phone screen, and her invitation is due."""
    with Sandbox() as github, monkeypatch.context() as patch:
        furnish(github)
        patch.setenv("GITHUB_API_URL", github.url)
        assert intake(company) == 0
        github.take_events()
        github.act("rita").comment(REPOSITORY, 1, "/advance")
        assert moves(github, company)() == 0
        yield github


@pytest.mark.parametrize("lives", [False, True], ids=["it dies", "it asks again"])
@pytest.mark.parametrize("how", ["error", "cut", "cut-after"])
def test_a_letter_goes_once_wherever_its_run_ends(
    office: MailOffice, company: Path, monkeypatch: pytest.MonkeyPatch, how: How, *, lives: bool
) -> None:
    """Never twice, never silently not; a run that lives on asks nobody."""
    with invited(company, monkeypatch) as github:
        before = len(github.requests)
        assert cli.run("tend", []) == 0
        count = len(github.requests) - before
    sent = len(office.post.taken)
    assert sent
    if not lives:
        monkeypatch.setattr(_candidates, "ATTEMPTS", 1)
    every = 1 if os.environ.get("CAREERS_KILL") else _STEP
    for at in range(1 + zlib.crc32(f"{how}{lives}".encode()) % every, count + 1, every):
        office.post.taken.clear()
        with invited(company, monkeypatch) as github:
            github.fail(at=at, how=how, status=502)
            assert cli.run("tend", []) in ({0} if lives else {0, 2})
            assert cli.run("tend", []) == 0
            assert cli.run("tend", []) == 0
            states = [letter.state for letter in record_of(github).letters]
            taken = len(office.post.taken)
            asks = "arrive?" in github.issue(REPOSITORY, 1)["body"]
        uncertain = states.count(LetterState.UNCERTAIN)
        assert set(states) <= {LetterState.SENT, LetterState.UNCERTAIN}, f"request {at}"
        assert states.count(LetterState.SENT) <= taken <= sent, f"request {at}"
        assert asks == bool(uncertain), f"request {at}"
        assert not (lives and uncertain), f"request {at}"
