"""A page's address says who sent somebody: a claim, and thanks once a person confirms it."""

from __future__ import annotations

import pytest

from candidates.company import REPOSITORY, Run, record_of
from careers import cli
from careers.sandbox import Sandbox

ROW = "| **Sent by** |"


def comments(github: Sandbox) -> list[str]:
    """What was said in the candidate's issue."""
    return [said["body"] for said in github.comments(REPOSITORY, 1)]


@pytest.mark.parametrize(("login", "said"), [("rita", "@rita, thank"), ("octocat", "`octocat` is")])
def test_a_claim_is_plain_text_and_thanked_once_it_is_confirmed(
    apply: Run, github: Sandbox, login: str, said: str
) -> None:
    """Only who can read the repository is mentioned; nobody before a person set the label."""
    assert apply(source=login) == 0
    (row,) = (x for x in github.issue(REPOSITORY, 1)["body"].splitlines() if x.startswith(ROW))
    assert f" {login}, as the page" in row
    assert f"@{login}" not in github.issue(REPOSITORY, 1)["body"]
    assert cli.run("tend", []) == 0
    assert comments(github) == []
    github.act("rita").add_label(REPOSITORY, 1, "source:referral")
    for _ in range(2):
        assert cli.run("tend", []) == 0
        (thanks,) = comments(github)
        assert said in thanks
    referral = record_of(github).referral
    assert referral
    assert referral.thanked


@pytest.mark.parametrize("source", ["site", "linkedin", "a fair in May 2026!", "x" * 60])
def test_what_is_a_source_or_no_login_names_nobody(
    apply: Run, github: Sandbox, source: str
) -> None:
    """The settings list sources; a login has a shape."""
    assert apply(source=source) == 0
    claimed = record_of(github).referral
    assert (claimed.login if claimed else "") in {"", "a-fair-in-may-2026"}
    assert (ROW in github.issue(REPOSITORY, 1)["body"]) == bool(claimed)
