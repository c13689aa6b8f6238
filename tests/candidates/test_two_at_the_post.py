"""Two runs that send at once, as when one was started outside of the group: a letter goes once."""

from __future__ import annotations

import pytest

from candidates.company import REPOSITORY, Run
from candidates.test_letters import letters
from careers import cli
from careers.sandbox import Sandbox
from mail_server import MailOffice


@pytest.mark.parametrize("at", range(2, 17))
def test_a_letter_goes_once_though_two_send_it(
    apply: Run, office: MailOffice, github: Sandbox, at: int
) -> None:
    """Wherever the other begins and ends; that it went is known, or a person is asked about it."""
    assert apply() == 0
    github.meanwhile(at=at, act=lambda: cli.run("tend", []))
    assert cli.run("tend", []) == 0
    assert cli.run("tend", []) == 0
    ((kind, state),) = letters(github)
    asked = "arrive?" in github.issue(REPOSITORY, 1)["body"]
    assert (kind, state) == ("received", "uncertain" if asked else "sent")
    assert len(office.post.taken) in ({0, 1} if asked else {1})
