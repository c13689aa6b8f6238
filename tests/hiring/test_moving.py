"""Where a candidate stands after an event: the plans, in words."""

from __future__ import annotations

import pytest

from careers.files.candidate_templates import load_letters
from careers.hiring.actions import Comment, EditIssue, Issue
from careers.hiring.case import Asked
from careers.hiring.commands import commands_in
from careers.hiring.moving import plan_move
from careers.hiring.page import Pages
from careers.hiring.record import Entry, Record, read_record, record_block

PAGES = Pages(load_letters())
NOW = "2026-03-02T10:00:00Z"


def record(stage: str = "phone-screen") -> Record:
    """A candidate in a process of four stages."""
    entries = (
        Entry(when=NOW, who="site", to="applied"),
        Entry(when=NOW, who="rita", start="applied", to=stage, ref=7),
    )
    return Record(
        person="0123456789abcdef",
        applications=("0123456789abcdef",),
        posting="engineer",
        title="Engineer",
        stages=("applied", "phone-screen", "case-study", "offer"),
        stage=stage,
        history=entries,
    )


def decide(labels: str, asked: Asked, *, stage: str = "phone-screen", is_open: bool = True) -> str:
    """The plan as it is printed, one action after the other, comments by their first words."""
    known = record(stage)
    names = ("job:engineer", *(f"stage:{name}" for name in labels.split()))
    issue = Issue(3, "t", record_block(known), is_open, names)
    plan = plan_move(issue, known, asked, {"phone-call": "phone-screen"}, PAGES)
    said = []
    for action in plan.actions:
        words = str(action).removeprefix("issue #3: ")
        if isinstance(action, Comment):
            words = f"say: {action.body.split(chr(10))[1].split(':')[0]}"
        said.append(words)
        if isinstance(action, EditIssue) and action.body:
            found = read_record(action.body)
            assert found is not None
            assert len(found.history) == 3
    return " | ".join(said)


def labelled(name: str, action: str = "labeled") -> Asked:
    """Somebody set or took a stage's label."""
    return Asked("rita", NOW, action, f"stage:{name}")


@pytest.mark.parametrize(
    ("labels", "event", "expected"),
    [
        ("phone-screen", labelled("phone-screen"), ""),
        (
            "phone-screen case-study",
            labelled("case-study"),
            "remove label stage:phone-screen | phone-screen → case-study",
        ),
        ("case-study", labelled("case-study"), "phone-screen → case-study"),
        ("case-study", labelled("phone-screen", "unlabeled"), "phone-screen → case-study"),
        ("", labelled("phone-screen", "unlabeled"), "add label stage:phone-screen"),
        (
            "phone-screen offer",
            labelled("case-study"),
            "remove label stage:phone-screen | phone-screen → offer",
        ),
        ("phone-screen offer", labelled("phone-screen"), "remove label stage:offer"),
        (
            "applied case-study offer",
            Asked("rita", NOW, "edited"),
            "remove label stage:applied | remove label stage:case-study | phone-screen → offer",
        ),
        (
            "phone-screen garden-party",
            labelled("garden-party"),
            "say: The label `stage | remove label stage:garden-party",
        ),
        (
            "garden-party",
            labelled("garden-party"),
            (
                "say: The label `stage | add label stage:phone-screen | "
                "remove label stage:garden-party"
            ),
        ),
        (
            "phone-screen rejected",
            labelled("rejected"),
            "remove label stage:phone-screen | phone-screen → rejected and close it (not_planned)",
        ),
        (
            "phone-screen hired",
            labelled("hired"),
            "remove label stage:phone-screen | phone-screen → hired and close it (completed)",
        ),
        (
            "phone-call",
            labelled("phone-call"),
            "add label stage:phone-screen | remove label stage:phone-call",
        ),
        (
            "phone-screen Case-Study",
            labelled("Case-Study"),
            "remove label stage:phone-screen | phone-screen → case-study",
        ),
        (
            "phone-screen Case_Study",
            labelled("Case_Study"),
            (
                "add label stage:case-study | remove label stage:phone-screen | "
                "remove label stage:Case_Study | phone-screen → case-study"
            ),
        ),
    ],
)
def test_one_stage_label_stays(labels: str, event: Asked, expected: str) -> None:
    """The event's label if it is still there, else what is; labels first, the record last."""
    assert decide(labels, event) == expected


def test_closing_and_reopening_by_hand_is_taken_back() -> None:
    """The stage says whether an issue is open, and a comment says how to change it."""
    asked = Asked("rita", NOW, "closed")
    assert decide("phone-screen", asked, is_open=False) == (
        "say: Reopened | stays in phone-screen and reopen it"
    )
    asked = Asked("rita", NOW, "reopened")
    assert decide("rejected", asked, stage="rejected") == (
        "say: Closed again | stays in rejected and close it (not_planned)"
    )


def test_a_label_of_the_process_reopens() -> None:
    """Moving out of an end takes the process up again."""
    asked = labelled("offer")
    assert decide("rejected offer", asked, stage="rejected", is_open=False) == (
        "remove label stage:rejected | rejected → offer and reopen it"
    )


@pytest.mark.parametrize(
    ("stage", "comment", "expected"),
    [
        ("applied", "/advance", "phone-screen"),
        ("applied", "/stage Case study", "case-study"),
        ("applied", "/stage stage:offer", "offer"),
        ("applied", "/stage phone call", "phone-screen"),
        ("applied", "/reject no degree @rita", "rejected and close it (not_planned)"),
        ("applied", "/withdraw", "withdrawn and close it (not_planned)"),
        ("offer", "/hire", "hired and close it (completed)"),
    ],
)
def test_a_command_moves(stage: str, comment: str, expected: str) -> None:
    """The new label comes first, then the old goes, then the record follows."""
    asked = Asked("rita", NOW, comment=9, commands=tuple(commands_in(comment)), may_write=True)
    name = expected.split(maxsplit=1)[0]
    assert decide(stage, asked, stage=stage) == (
        f"add label stage:{name} | remove label stage:{stage} | {stage} → {expected}"
    )


@pytest.mark.parametrize(
    ("stage", "comment", "said"),
    [
        ("offer", "/advance", "`offer` is the last stage"),
        ("rejected", "/advance", "this candidate is `rejected`"),
        ("applied", "/reject", "wants a reason"),
        ("applied", "/stage", "wants a name"),
        ("applied", "/stage case stuy", "Did you mean `/stage case-study`?"),
        ("applied", "/stage <b>@rita</b>", "&lt;b&gt;@\u2060rita&lt;/b&gt; is no stage"),
        ("applied", "/stage applied", "is in `applied` already"),
        ("applied", "/advance\n\n/hire", "one command, and this one holds 2"),
    ],
)
def test_what_cannot_be_done_is_explained(stage: str, comment: str, said: str) -> None:
    """A comment says why, once, and nothing is written beside it."""
    asked = Asked("rita", NOW, comment=9, commands=tuple(commands_in(comment)), may_write=True)
    known = record(stage)
    issue = Issue(3, "t", record_block(known), is_open=True, labels=(f"stage:{stage}",))
    (action,) = plan_move(issue, known, asked, {}, PAGES).actions
    assert isinstance(action, Comment)
    assert said in action.body
    assert action.marker in action.body
    assert commands_in(action.body) == []


def test_commands_need_write_access() -> None:
    """Who may only read is told so."""
    asked = Asked("otto", NOW, comment=9, commands=tuple(commands_in("/hire")))
    assert decide("phone-screen", asked) == ("say: Nothing was done")


def test_a_comment_is_carried_out_once() -> None:
    """The comment's id in the history says that it was."""
    asked = Asked("rita", NOW, comment=7, commands=tuple(commands_in("/advance")), may_write=True)
    assert decide("phone-screen", asked) == ""
