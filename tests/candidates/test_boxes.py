"""Boxes that people tick in an issue's text: each is a command, by whoever the event names."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from candidates.company import REPOSITORY, Run, asked, labels_of, record_of
from careers import cli
from careers.cli.candidate_runs import tend_run
from careers.hiring.issue.boxes import ticked_boxes
from careers.hiring.issue.fitting import BODY_MAX, size
from careers.sandbox import Sandbox

PHONE = "- [ ] <!-- do:stage phone-screen -->"
NO = "- [ ] <!-- do:reject experience -->"
OTHER = "<!-- careers:next -->\n- [x] <!-- do:reject spam --> x\n<!-- /careers:next -->"
SPAM = "- [ ] <!-- do:reject spam -->"


def body_of(github: Sandbox, number: int = 1) -> str:
    """The text as it stands."""
    return str(github.issue(REPOSITORY, number)["body"])


def tick(github: Sandbox, *boxes: str, who: str = "rita") -> None:
    """Tick these, as a click or an edit does."""
    body = body_of(github)
    for box in boxes:
        assert box in body
        body = body.replace(box, box.replace("[ ]", "[x]"))
    github.act(who).edit(REPOSITORY, 1, body=body)


def said(github: Sandbox) -> list[str]:
    """The comments of the issue, without their markers."""
    return [c["body"].partition("\n")[2] for c in github.comments(REPOSITORY, 1)]


@pytest.fixture(autouse=True)
def ada(apply: Run, github: Sandbox) -> None:
    """A candidate in ``applied``."""
    assert cli.run("labels", []) == 0
    assert apply() == 0
    github.take_events()


def test_a_tick_moves_them_and_is_no_more(events: Run, github: Sandbox) -> None:
    """In six requests: state, record, history and text follow; nobody is mailed."""
    tick(github, PHONE)
    before = len(github.requests)
    assert events() == 0
    assert len(asked(github, before)) <= 7
    record = record_of(github)
    assert (record.stage, record.history[-1].who) == ("phone-screen", "rita")
    assert "stage:phone-screen" in labels_of(github, 1)
    assert ticked_boxes(body_of(github)) == ()
    assert PHONE not in body_of(github)
    assert "do:stage case-study" in body_of(github)
    assert said(github) == []


def test_a_no_carries_its_reason(events: Run, github: Sandbox) -> None:
    """It ends, the issue is closed, and what is offered then is to take it back."""
    tick(github, NO)
    assert events() == 0
    assert (record_of(github).stage, record_of(github).reason) == ("rejected", "experience")
    assert github.issue(REPOSITORY, 1)["state"] == "closed"
    tick(github, "- [ ] <!-- do:undo -->")
    assert events() == 0
    assert record_of(github).stage == "applied"
    assert github.issue(REPOSITORY, 1)["state"] == "open"


def test_of_three_ticked_at_once_none_is_chosen(events: Run, github: Sandbox) -> None:
    """They are unticked, and a comment says what is wanted."""
    tick(github, PHONE, NO, SPAM)
    assert events() == 0
    assert record_of(github).stage == "applied"
    assert ticked_boxes(body_of(github)) == ()
    (comment,) = said(github)
    assert comment == "Not done: 3 boxes were ticked at once, and one is meant. Tick one."


def test_unticking_does_nothing(github: Sandbox) -> None:
    """Nothing is asked for, and nothing is written."""
    tick(github, PHONE)
    github.act("rita").edit(
        REPOSITORY, 1, body=body_of(github).replace("[x] <!-- do:", "[ ] <!-- do:")
    )
    _ticked, unticked = (e for e in github.take_events() if e.name == "issues")
    body = body_of(github)
    assert run_move(unticked.payload) == 0
    assert record_of(github).stage == "applied"
    assert body_of(github) == body


def run_move(payload: object, name: str = "issues") -> int:
    """Run ``move`` for one event."""
    path = Path("event.json")
    path.write_text(json.dumps(payload), "utf-8")
    return cli.run("move", ["--event", str(path), "--event-name", name])


def test_an_event_that_comes_twice_counts_once(github: Sandbox) -> None:
    """Though the box is offered again: what was carried out stands in the record."""
    tick(github, "- [ ] <!-- do:next +3d -->")
    (event,) = (e for e in github.take_events() if e.name == "issues")
    assert run_move(event.payload) == 0
    body = body_of(github)
    assert record_of(github).next_step is not None
    assert run_move(event.payload) == 0
    assert body_of(github) == body
    assert len(record_of(github).history) == 2


def test_two_people_at_once_both_count(github: Sandbox) -> None:
    """A tick stands in its event, though a write of ours has taken it out of the text."""
    tick(github, PHONE)
    (first,) = (e for e in github.take_events() if e.name == "issues")
    tick(github, "- [ ] <!-- do:next +3d -->")
    (second,) = (e for e in github.take_events() if e.name == "issues")
    assert run_move(first.payload) == 0
    assert ticked_boxes(body_of(github)) == ()
    assert run_move(second.payload) == 0
    record = record_of(github)
    assert record.stage == "phone-screen"
    assert record.next_step is not None


def test_who_may_not_write_moves_nobody(events: Run, github: Sandbox) -> None:
    """Somebody who may no longer: unticked, and told."""
    tick(github, PHONE)
    github.grant("rita", REPOSITORY, "read")
    assert events() == 0
    assert record_of(github).stage == "applied"
    assert ticked_boxes(body_of(github)) == ()
    assert said(github)[0].startswith("Not done: moving candidates needs write access here.")


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.replace(PHONE, "- [x] <!-- do:hire -->"),
        lambda body: body.replace(PHONE, f"{PHONE}\n- [x] <!-- do:stage offer --> On"),
        lambda body: f"- [x] <!-- do:reject spam --> x\n{body}",
        lambda body: body.replace("### Notes", "### Notes\n- [x] <!-- do:reject spam --> x"),
        lambda body: f"{body}\n{OTHER}",
    ],
    ids=["another act", "an act more", "above", "in the notes", "a second part"],
)  # fmt: skip
def test_only_what_was_offered_counts(
    events: Run, github: Sandbox, change: Callable[[str], str]
) -> None:
    """In the part that is ours, and listed by the signed record."""
    github.act("rita").edit(REPOSITORY, 1, body=change(body_of(github)))
    assert events() == 0
    assert record_of(github).stage == "applied"
    assert github.issue(REPOSITORY, 1)["state"] == "open"


@pytest.mark.parametrize("left", [0, 700])
def test_a_full_text_is_said_or_gives_way(events: Run, github: Sandbox, left: int) -> None:
    """Boxes and old history make room; where there is none, nothing is done, and it is said."""
    body = body_of(github)
    notes = "x" * (BODY_MAX - size(body) - len(PHONE) - left)
    github.act("rita").edit(REPOSITORY, 1, body=body.replace("### Notes", f"### Notes\n{notes}"))
    assert events() == 0
    github.act("rita").add_label(REPOSITORY, 1, "stage:phone-screen")
    assert events() == 0
    assert size(body_of(github)) <= BODY_MAX
    assert notes in body_of(github)
    assert record_of(github).stage == "phone-screen"
    for _ in range(3):
        github.act("rita").comment(REPOSITORY, 1, f"/advance {'w' * 400}")
        assert events() == 0
    assert size(body_of(github)) <= BODY_MAX
    assert "the issue's text is full. Move what the team wrote there" in said(github)[-1]


def test_tend_unticks_what_nobody_can_be_named_for(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its event was lost: it is said, once the event's own run is no more to be expected."""
    tick(github, PHONE)
    github.take_events()
    assert cli.run("tend", []) == 0
    assert ticked_boxes(body_of(github)) == ("stage phone-screen",)
    assert said(github) == []
    monkeypatch.setattr(tend_run, "now", lambda: datetime.now(UTC) + timedelta(minutes=30))
    for _ in range(2):
        assert cli.run("tend", []) == 0
        assert ticked_boxes(body_of(github)) == ()
        assert [text.partition(":")[0] for text in said(github)] == [
            "A box was ticked and its event got lost, so nobody can be named for it"
        ]
    assert record_of(github).stage == "applied"
