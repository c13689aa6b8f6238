"""Whatever is done to a record by hand: noticed, said in one comment, restored from the history."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from candidates.company import REPOSITORY, Run, labels_of, record_of
from careers import cli
from careers.sandbox import Sandbox

BLOCK = "<!-- careers:record"
MINE = "\n\nMine: call her on Monday.\n"


def blanked(_: Sandbox, __: str) -> str:
    """All is gone."""
    return MINE


def cut(_: Sandbox, body: str) -> str:
    """The block is gone."""
    return body[: body.index(BLOCK)] + MINE


def halved(_: Sandbox, body: str) -> str:
    """The block has no end."""
    return MINE + body[:-20]


def changed(_: Sandbox, body: str) -> str:
    """A stage is typed into it."""
    return MINE + body.replace('"stage":"offer"', '"stage":"hired"')


def doubled(_: Sandbox, body: str) -> str:
    """It stands twice."""
    return body + MINE + body[body.index(BLOCK) :]


def doubled_forged(_: Sandbox, body: str) -> str:
    """A forged one stands before it."""
    return body[body.index(BLOCK) :].replace("offer", "hired") + MINE + body


def fenced(_: Sandbox, body: str) -> str:
    """It is shown, in a fence of its own."""
    at = body.index(BLOCK)
    return f"{MINE}{body[:at]}```json\n{body[at:]}\n```\n"


def fence_left_open(_: Sandbox, body: str) -> str:
    """It is shown, in a fence that nobody closed."""
    return body.replace("### Notes", f"### Notes{MINE}\n~~~~\nlog line", 1)


def begun(_: Sandbox, body: str) -> str:
    """A beginning without an end stands before it."""
    return f"{MINE}{BLOCK}\n\n{body}"


def of_another(github: Sandbox, _: str) -> str:
    """Another issue's text is copied over."""
    return str(github.issue(REPOSITORY, 2)["body"]) + MINE


def older(github: Sandbox, _: str) -> str:
    """What stood at first is put back."""
    return str(github.first_body) + MINE  # type: ignore[attr-defined]


Damage = Callable[[Sandbox, str], str]
DAMAGES = [
    blanked,
    cut,
    halved,
    changed,
    doubled,
    doubled_forged,
    fenced,
    fence_left_open,
    begun,
    of_another,
    older,
]


@pytest.mark.parametrize("told", [True, False], ids=["its event", "tend"])
@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_record_is_restored(
    apply: Run, events: Run, github: Sandbox, damage: Damage, *, told: bool
) -> None:
    """By its event or by tend, as it was; people's words stay, and nobody moves."""
    assert apply() == 0
    assert apply(email="bo@example.com", name="Bo") == 0
    github.first_body = github.issue(REPOSITORY, 1)["body"]  # type: ignore[attr-defined]
    for command in ("/advance", "/stage offer"):
        github.act("rita").comment(REPOSITORY, 1, command)
        assert events() == 0
    whole = record_of(github)
    github.take_events()
    github.act("rita").edit(REPOSITORY, 1, body=damage(github, github.issue(REPOSITORY, 1)["body"]))
    for _ in range(2):
        assert (events() if told else cli.run("tend", [])) == 0
    body = github.issue(REPOSITORY, 1)["body"]
    assert record_of(github) == whole
    assert body.count(BLOCK) == 1
    assert MINE.strip() in body
    assert "> Hi" in body
    assert "→ **offer**" in body
    assert labels_of(github, 1) == ["job:engineer", "source:site", "stage:offer", "who:05"]
    said = [c for c in github.comments(REPOSITORY, 1) if "put back" in c["body"]]
    assert len(said) == 1


def test_an_older_record_without_a_history(apply: Run, events: Run, github: Sandbox) -> None:
    """A person is asked once; the stage follows the labels, and the candidate can be moved."""
    assert apply() == 0
    first = github.issue(REPOSITORY, 1)["body"]
    github.act("rita").comment(REPOSITORY, 1, "/stage offer")
    assert events() == 0
    github.act("rita").edit(REPOSITORY, 1, body=first)
    github.act("rita").delete_edits(REPOSITORY, 1)
    github.take_events()
    for _ in range(2):
        assert cli.run("tend", []) == 0
    (said,) = [c for c in github.comments(REPOSITORY, 1) if "older one" in c["body"]]
    assert said
    assert "needs:attention" in labels_of(github, 1)
    assert record_of(github).stage == "offer"
    github.act("rita").comment(REPOSITORY, 1, "/reject skills")
    assert events() == 0
    assert record_of(github).stage == "rejected"
