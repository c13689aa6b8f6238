"""The mails that GitHub would send: whom, and why."""

from __future__ import annotations

import pytest

from careers.sandbox import Sandbox
from repositories import PRIVATE

RITA, OTTO, WANDA = "rita", "otto", "wanda"


@pytest.fixture(autouse=True)
def wanda(github: Sandbox) -> None:
    """Somebody who watches the repository, and takes part in nothing."""
    github.add_user(WANDA)
    github.grant(WANDA, PRIVATE, "read")
    github.watch(WANDA, PRIVATE)


def told(github: Sandbox) -> list[tuple[str, str]]:
    """Who got a mail since the last time, and why."""
    return sorted((mail.to, mail.reason) for mail in github.take_mails())


def test_a_watcher_hears_what_is_opened_said_closed_and_reopened(github: Sandbox) -> None:
    """Of labels, titles and changed texts nothing."""
    rita = github.act(RITA)
    number = rita.open_issue(PRIVATE, "One", "Text", "a")
    assert told(github) == [(WANDA, "subscribed")]
    said = rita.comment(PRIVATE, number, "Hello")
    assert told(github) == [(WANDA, "subscribed")]
    rita.add_label(PRIVATE, number, "b")
    rita.edit(PRIVATE, number, title="Two", body="Another")
    rita.edit_comment(PRIVATE, said, "Good morning")
    assert told(github) == []
    rita.close(PRIVATE, number)
    rita.reopen(PRIVATE, number)
    assert told(github) == [(WANDA, "state_change")] * 2


def test_nobody_hears_of_what_they_did(github: Sandbox) -> None:
    """A bot hears of nothing."""
    bot = github.act("careers-bot[bot]")
    number = bot.open_issue(PRIVATE, "One", "Text")
    github.act(WANDA).comment(PRIVATE, number, "Hello")
    assert told(github) == [(WANDA, "subscribed")]


def test_who_takes_part_hears_what_is_said(github: Sandbox) -> None:
    """The author, who commented, who was assigned, and who is named; not in code, nor outside."""
    number = github.act(OTTO).open_issue(PRIVATE, "One", "`@rita` and <!-- @rita -->")
    assert told(github) == [(WANDA, "subscribed")]
    github.act(RITA).assign(PRIVATE, number, RITA)
    assert told(github) == []
    github.act("careers-bot[bot]").comment(PRIVATE, number, "@rita, @stranger: a@rita.example")
    assert told(github) == [(OTTO, "author"), (RITA, "mention"), (WANDA, "subscribed")]
    github.act(OTTO).comment(PRIVATE, number, "Yes")
    assert told(github) == [(RITA, "assign"), (WANDA, "subscribed")]


def test_who_is_assigned_hears_of_it(github: Sandbox) -> None:
    """Nobody else does."""
    number = github.act("careers-bot[bot]").open_issue(PRIVATE, "One", "Text")
    github.take_mails()
    github.act("careers-bot[bot]").assign(PRIVATE, number, RITA)
    assert told(github) == [(RITA, "assign")]
