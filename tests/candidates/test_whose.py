"""What readers write and react with is never taken for the bot's own; over HTTP."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from candidates.company import REPOSITORY, Run, record_of
from careers import cli
from careers.cli.candidate_runs import tend_run
from careers.sandbox import Sandbox

READER, RITA = "otto", "rita"
LONG = "\n".join(f"line {number} " + "x" * 80 for number in range(90))


def words_of(github: Sandbox, number: int, login: str) -> list[str]:
    """The comments that somebody wrote."""
    found = github.comments(REPOSITORY, number)
    return [c["body"] for c in found if c["user"]["login"] == login]


def test_a_marker_of_a_reader_silences_nobody(apply: Run, github: Sandbox) -> None:
    """A record that was edited is restored and said, though a reader wrote the marker before."""
    assert apply() == 0
    markers = "".join(f"<!-- careers:note restored {number} -->" for number in range(9))
    github.act(READER).comment(REPOSITORY, 1, f"{markers} hi")
    body = github.issue(REPOSITORY, 1)["body"]
    changed = body.replace('"stage":"applied"', '"stage":"offer"')
    github.act(RITA).edit(REPOSITORY, 1, body=changed)
    for _ in range(2):
        assert cli.run("tend", []) == 0
    told = [c["body"] for c in github.comments(REPOSITORY, 1) if "was put back" in c["body"]]
    assert len(told) == 1


def test_a_candidates_words_are_never_written_into_a_readers_comment(
    apply: Run, github: Sandbox, events: Run
) -> None:
    """Who wrote a comment may delete it, and with it what the bot had put there."""
    for name in ("Ada Example", "Ada E. Example"):
        for letter in range(6):
            assert apply(name=name, message=f"{LONG} {name} {letter}") == 0
    forged = [f"<!-- careers:more merged 2 {part} -->" for part in range(1, 4)]
    for marker in forged:
        github.act(READER).comment(REPOSITORY, 1, f"{marker}\n_kept here_")
    github.take_events()
    github.act(RITA).comment(REPOSITORY, 1, "/merge #2")
    assert events() == 0
    assert words_of(github, 1, READER) == [f"{marker}\n_kept here_" for marker in forged]
    said = "\n".join(c["body"] for c in github.comments(REPOSITORY, 1))
    whole = github.issue(REPOSITORY, 1)["body"] + said
    assert all(f"Ada E. Example {letter}" in whole for letter in range(6))


@pytest.mark.parametrize("reaction", ["+1", "confused"])
def test_a_readers_reaction_answers_nothing(
    apply: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch, reaction: str
) -> None:
    """A command whose event was lost is carried out all the same."""
    assert apply() == 0
    comment = github.act(RITA).comment(REPOSITORY, 1, "/advance")
    github.act(READER).react(REPOSITORY, comment, reaction)
    monkeypatch.setattr(tend_run, "now", lambda: datetime.now(UTC) + timedelta(minutes=30))
    assert cli.run("tend", []) == 0
    assert record_of(github).stage == "phone-screen"


def test_our_own_no_is_not_thought_over(
    apply: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch, events: Run
) -> None:
    """A command that was refused is not tried again by itself, once it could be done."""
    assert apply() == 0
    github.take_events()
    github.act(RITA).comment(REPOSITORY, 1, "/stage offr")
    assert events() == 0
    before = len(github.comments(REPOSITORY, 1))
    monkeypatch.setattr(tend_run, "now", lambda: datetime.now(UTC) + timedelta(minutes=30))
    assert cli.run("tend", []) == 0
    assert len(github.comments(REPOSITORY, 1)) == before
