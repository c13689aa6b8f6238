"""Where a candidate stands after an event: the plans, in words."""

from __future__ import annotations

import pytest

from careers.files.candidate_templates import load_candidate_templates
from careers.hiring.actions import Comment, EditIssue, Issue
from careers.hiring.comments import read_commands
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.moving import plan_move
from careers.hiring.record.block import read_record, record_block
from careers.hiring.record.model import Entry, Record
from careers.hiring.request import Permission, Request

WRITER = IssueWriter(load_candidate_templates())
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


def decide(
    labels: str, request: Request, *, stage: str = "phone-screen", is_open: bool = True
) -> str:
    """The plan as it is printed, one action after the other, comments by their first words."""
    before = record(stage)
    names = ("job:engineer", *(f"stage:{name}" for name in labels.split()))
    issue = Issue(3, "t", record_block(before), is_open, names)
    plan = plan_move(issue, before, request, {"phone-call": "phone-screen"}, WRITER)
    words = []
    for action in plan.actions:
        line = str(action).removeprefix("issue #3: ")
        if isinstance(action, Comment):
            line = f"say: {action.body.split(chr(10))[1].split(':')[0]}"
        words.append(line)
        if isinstance(action, EditIssue) and action.body:
            found = read_record(action.body)
            assert found is not None
            assert len(found.history) == 3
    return " | ".join(words)


def labelled(name: str, action: str = "labeled") -> Request:
    """Somebody set or took a stage's label."""
    return Request("rita", NOW, action, f"stage:{name}")


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
            Request("rita", NOW, "edited"),
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
def test_one_stage_label_stays(labels: str, event: Request, expected: str) -> None:
    """The event's label if it is still there, else what is; labels first, the record last."""
    assert decide(labels, event) == expected


@pytest.mark.parametrize(
    ("labels", "request_", "reason"),
    [
        ("phone-screen case-study", labelled("case-study"), ""),
        ("case-study", labelled("phone-screen", "unlabeled"), ""),
        ("phone-screen case-study", Request("rita", NOW, "edited"), ""),
        ("applied phone-screen case-study", labelled("case-study"), "several"),
        ("applied case-study", Request("rita", NOW, "edited"), "several"),
    ],
)
def test_a_choice_among_several_is_told_in_the_history(
    labels: str, request_: Request, reason: str
) -> None:
    """The old label beside the new is what setting one leaves; more is worth a word."""
    before = record()
    names = tuple(f"stage:{name}" for name in labels.split())
    issue = Issue(3, "t", record_block(before), is_open=True, labels=names)
    edit = plan_move(issue, before, request_, {}, WRITER).actions[-1]
    assert isinstance(edit, EditIssue)
    assert edit.body
    after = read_record(edit.body)
    assert after is not None
    words = "several stage labels were set" if reason else ""
    assert (after.stage, after.history[-1].reason) == ("case-study", words)


def test_the_furthest_end_is_chosen() -> None:
    """Without a word of who set what: hired before rejected before withdrawn."""
    request = Request("rita", NOW, "edited")
    assert "→ hired" in decide("withdrawn rejected hired", request)
    assert "→ rejected" in decide("withdrawn rejected offer", request)


def test_closing_and_reopening_by_hand_is_taken_back() -> None:
    """The stage says whether an issue is open, and a comment says how to change it."""
    request = Request("rita", NOW, "closed")
    assert decide("phone-screen", request, is_open=False) == (
        "say: Reopened | stays in phone-screen and reopen it"
    )
    request = Request("rita", NOW, "reopened")
    assert decide("rejected", request, stage="rejected") == (
        "say: Closed again | stays in rejected and close it (not_planned)"
    )


def test_a_label_of_the_process_reopens() -> None:
    """Moving out of an end takes the process up again."""
    request = labelled("offer")
    assert decide("rejected offer", request, stage="rejected", is_open=False) == (
        "remove label stage:rejected | rejected → offer and reopen it"
    )


def commented(text: str, by: str = "rita", comment: int = 9) -> Request:
    """A comment with commands: rita may write, otto may not."""
    may = Permission.WRITE if by == "rita" else Permission.READ
    return Request(by, NOW, comment=comment, commands=tuple(read_commands(text)), permission=may)


def explanation(request: Request) -> Comment:
    """The one comment that is all that comes of it."""
    before = record()
    issue = Issue(3, "t", record_block(before), is_open=True, labels=("stage:phone-screen",))
    (action,) = plan_move(issue, before, request, {}, WRITER).actions
    assert isinstance(action, Comment)
    return action


def test_a_comment_holds_one_command() -> None:
    """Of two, none is done, and the comment says how many there were."""
    assert "one command, and this one holds 2" in explanation(commented("/advance\n\n/hire")).body


def test_commands_need_write_access() -> None:
    """Who may only read is told so."""
    assert "`otto` has no write access" in explanation(commented("/hire", by="otto")).body


def test_each_comment_is_answered_for_itself() -> None:
    """A second refusal is not taken for the first, and the same one asked again is."""
    first, second, again = (
        explanation(commented("/hire", by="otto", comment=comment)).marker for comment in (9, 10, 9)
    )
    assert first != second
    assert first == again


def foreign(label: str, before: Record) -> str:
    """The marker of the comment about a label that the process lacks."""
    issue = Issue(3, "t", record_block(before), is_open=True, labels=("stage:phone-screen", label))
    request = Request("rita", NOW, "labeled", label)
    explained, *_ = plan_move(issue, before, request, {}, WRITER).actions
    assert isinstance(explained, Comment)
    return explained.marker


def test_what_no_comment_asked_for_is_explained_once_for_a_state() -> None:
    """The same label in the same state is explained once; another label, or after a move, anew."""
    before = record()
    entry = Entry(when=NOW, who="rita", start="applied", to="phone-screen")
    later = before.model_copy(update={"history": (*before.history, entry)})
    first = foreign("stage:party", before)
    assert first == foreign("stage:party", before)
    assert len({first, foreign("stage:picnic", before), foreign("stage:party", later)}) == 3


def test_a_comment_is_carried_out_once() -> None:
    """The comment's id in the history says that it was."""
    assert decide("phone-screen", commented("/advance", comment=7)) == ""
