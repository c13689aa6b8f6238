"""Where a candidate stands after an event: the plans, in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from careers.hiring.actions import Comment, EditIssue
from careers.hiring.candidate import Candidate
from careers.hiring.comments import near_miss, read_commands
from careers.hiring.issues import Happening, Issue
from careers.hiring.moving import plan_move
from careers.hiring.record.model import Entry, Record
from careers.hiring.record.parts import NextStep, Offer, OfferState
from careers.hiring.request import NearMiss, Permission, Request
from careers.hiring.wishes import is_stale
from hiring.sealing import WHO, WRITER, block, candidate, read

NOW = "2026-03-02T10:00:00Z"
YES = Offer(version=1, state="accepted", when=NOW)
LABELS = ("job:engineer", WHO, "stage:phone-screen")


def record(stage: str = "phone-screen") -> Record:
    """A candidate who was moved once, by comment 7, and who said yes to an offer."""
    entries = (
        Entry(when=NOW, who="site", to="applied"),
        Entry(when=NOW, who="rita", start="applied", to=stage, ref=7),
    )
    return candidate(stage, *entries).model_copy(update={"spent": (7,), "offer": YES})


def decide(
    labels: str, request: Request, *, stage: str = "phone-screen", is_open: bool = True
) -> str:
    """The plan as it is printed, one action after the other, comments by their first words."""
    before = record(stage)
    names = ("job:engineer", WHO, *(f"stage:{name}" for name in labels.split()))
    issue = Issue(3, "t", block(before), is_open, names)
    plan = plan_move(issue, before, request, {"phone-call": "phone-screen"}, WRITER)
    words = []
    for action in plan.actions:
        line = str(action).removeprefix("issue #3: ")
        if isinstance(action, Comment):
            line = f"say: {action.body.split(chr(10))[1].split(':')[0]}"
        words.append(line)
        if isinstance(action, EditIssue) and action.body:
            moved = "→" in action.what
            assert len(read(action.body).history) == 2 + moved
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
            "phone-screen → case-study",
        ),
        ("case-study", labelled("case-study"), "phone-screen → case-study"),
        ("case-study", labelled("phone-screen", "unlabeled"), "phone-screen → case-study"),
        ("", labelled("phone-screen", "unlabeled"), "stays in phone-screen"),
        (
            "phone-screen offer",
            labelled("case-study"),
            "phone-screen → offer",
        ),
        ("phone-screen offer", labelled("phone-screen"), "stays in phone-screen"),
        (
            "applied case-study offer",
            Request("rita", NOW, "edited"),
            "phone-screen → offer",
        ),
        (
            "phone-screen garden-party",
            labelled("garden-party"),
            "say: The label `stage | stays in phone-screen",
        ),
        (
            "garden-party",
            labelled("garden-party"),
            "say: The label `stage | stays in phone-screen",
        ),
        (
            "phone-screen rejected",
            labelled("rejected"),
            "phone-screen → rejected and close it (not_planned)",
        ),
        (
            "phone-screen hired",
            labelled("hired"),
            "phone-screen → hired and close it (completed)",
        ),
        (
            "phone-call",
            labelled("phone-call"),
            "stays in phone-screen",
        ),
        (
            "phone-screen Case-Study",
            labelled("Case-Study"),
            "phone-screen → case-study",
        ),
        (
            "phone-screen Case_Study",
            labelled("Case_Study"),
            "phone-screen → case-study",
        ),
    ],
)
def test_one_stage_label_stays(labels: str, event: Request, expected: str) -> None:
    """The event's label if it is still there, else what is; in one request."""
    assert decide(labels, event) == expected


@pytest.mark.parametrize(
    ("labels", "request_", "reason"),
    [
        ("phone-screen case-study", labelled("case-study"), ""),
        ("case-study", labelled("phone-screen", "unlabeled"), ""),
        ("phone-screen case-study", Request("rita", NOW, "edited"), ""),
        ("applied phone-screen case-study", labelled("case-study"), ""),
        ("applied case-study", Request("rita", NOW, "edited"), "several"),
    ],
)
def test_a_choice_among_several_is_told_in_the_history(
    labels: str, request_: Request, reason: str
) -> None:
    """The old label beside the new is what setting one leaves; more is worth a word."""
    before = record()
    names = tuple(f"stage:{name}" for name in labels.split())
    issue = Issue(3, "t", block(before), is_open=True, labels=names)
    edit = plan_move(issue, before, request_, {}, WRITER).actions[-1]
    assert isinstance(edit, EditIssue)
    assert edit.body
    after = read(edit.body)
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
        "say: Opened again | stays in phone-screen and reopen it"
    )
    request = Request("rita", NOW, "reopened")
    assert decide("rejected", request, stage="rejected") == (
        "say: Closed again | stays in rejected and close it (not_planned)"
    )


def test_a_label_of_the_process_reopens() -> None:
    """Moving out of an end takes the process up again."""
    request = labelled("offer")
    assert decide("rejected offer", request, stage="rejected", is_open=False) == (
        "rejected → offer and reopen it"
    )


def commented(text: str, by: str = "rita", comment: int = 9) -> Request:
    """A comment with commands: rita may write, otto may not."""
    may = Permission.WRITE if by == "rita" else Permission.READ
    return Request(by, NOW, comment=comment, commands=tuple(read_commands(text)), permission=may)


def explanation(request: Request) -> Comment:
    """The one comment that is all that comes of it."""
    before = record()
    issue = Issue(3, "t", block(before), is_open=True, labels=LABELS)
    actions = plan_move(issue, before, request, {}, WRITER).actions
    (action,) = (action for action in actions if isinstance(action, Comment))
    return action


def test_each_comment_is_answered_for_itself() -> None:
    """A second refusal is not taken for the first, and the same one asked again is."""
    first, second, again = (
        explanation(commented("/hire", by="otto", comment=comment)).marker for comment in (9, 10, 9)
    )
    assert first != second
    assert first == again


def foreign(label: str, before: Record) -> str:
    """The marker of the comment about a label that the process lacks."""
    issue = Issue(3, "t", block(before), is_open=True, labels=(*LABELS, label))
    request = Request("rita", NOW, "labeled", label)
    actions = plan_move(issue, before, request, {}, WRITER).actions
    return next(action.marker for action in actions if isinstance(action, Comment))


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
    assert decide("phone-screen", commented("/advance", comment=7)) == "comment: react with +1"


def happened(number: int, name: str, kind: str = "labeled", who: str = "rita") -> Happening:
    """A stage label set or taken off; ``bot`` is the one that wrote the issue."""
    return Happening(
        number, kind, who, who == "bot", f"2026-03-02T10:00:{number:02}Z", f"stage:{name}"
    )


@pytest.mark.parametrize(
    ("labels", "events", "expected"),
    [
        ("phone-screen rejected offer", [happened(11, "rejected"), happened(12, "offer")], "offer"),
        ("phone-screen rejected offer", [happened(12, "offer"), happened(11, "rejected")], "offer"),
        ("phone-screen offer applied", [happened(11, "offer"), happened(12, "applied")], "applied"),
        (
            "phone-screen",
            [happened(11, "offer"), happened(12, "offer", "unlabeled")],
            "phone-screen",
        ),
        (
            "phone-screen",
            [happened(11, "offer"), happened(12, "offer", "unlabeled", "bot")],
            "offer",
        ),
        ("phone-screen hired", [happened(9, "hired"), happened(12, "offer")], "offer"),
        ("phone-screen offer", [happened(10, "hired")], "offer"),
        ("phone-screen party", [happened(12, "party")], "phone-screen"),
        ("case-study", [happened(12, "case-study", "labeled", "bot")], "case-study"),
    ],
)
def test_the_last_wish_wins(labels: str, events: list[Happening], expected: str) -> None:
    """By the issue's events since the last decision, whatever started the run."""
    before = record().model_copy(update={"seen": 10})
    names = ("job:engineer", WHO, *(f"stage:{name}" for name in labels.split()))
    issue = Issue(3, "t", block(before), is_open=True, labels=names, author="bot", by_bot=True)
    told = next(event.label for event in reversed(events) if event.kind == "labeled")
    request = Request("mira", NOW, "labeled", told)
    plan = plan_move(issue, before, request, {}, WRITER, events)
    edits = [action for action in plan.actions if isinstance(action, EditIssue)]
    after = read(edits[0].body or "") if edits else before
    assert after.stage == expected
    if edits and any(event.label == f"stage:{expected}" for event in events):
        assert after.seen == max(event.id for event in events)
        assert after.history[-1].who == ("mira" if expected == "case-study" else "rita")


@pytest.mark.parametrize(
    ("at", "expected"), [("09", "offer case-study"), ("30", "case-study offer")]
)
def test_a_label_after_a_command_wins(at: str, expected: str) -> None:
    """And one before it is followed first; both stand in the history."""
    before = record()
    label = Happening(12, "labeled", "rita", when=f"2026-03-02T10:00:{at}Z", label="stage:offer")
    names = (*LABELS, "stage:offer")
    issue = Issue(3, "t", block(before), is_open=True, labels=names)
    request = replace(commented("/stage case-study"), when="2026-03-02T10:00:20Z")
    plan = plan_move(issue, before, request, {}, WRITER, [label])
    (edit,) = (action for action in plan.actions if isinstance(action, EditIssue))
    after = read(edit.body or "")
    assert [entry.to for entry in after.history[2:]] == expected.split()
    assert edit.labels is not None
    assert [x for x in edit.labels if x.startswith("stage:")] == [f"stage:{after.stage}"]


def test_a_command_that_comes_late_does_not_undo_a_label() -> None:
    """The label was set after the comment, and followed before the comment's run."""
    before = record("offer").model_copy(update={"seen": 12})
    label = Happening(12, "labeled", "rita", when="2026-03-02T10:00:30Z", label="stage:offer")
    names = ("job:engineer", WHO, "stage:offer")
    issue = Issue(3, "t", block(before), is_open=True, labels=names)
    request = replace(commented("/withdraw"), when="2026-03-02T10:00:20Z")
    plan = plan_move(issue, before, request, {}, WRITER, [label])
    (edit,) = (action for action in plan.actions if isinstance(action, EditIssue))
    assert [entry.to for entry in read(edit.body or "").history[2:]] == ["withdrawn", "offer"]


@pytest.mark.parametrize(
    ("events", "stale"),
    [
        ([happened(12, "offer", who="bot")], True),
        ([happened(12, "phone-screen", "unlabeled", "bot")], True),
        ([happened(12, "phone-screen", who="bot")], False),
        ([happened(12, "applied", "unlabeled", "bot")], False),
        ([happened(12, "offer")], False),
        ([happened(9, "offer", who="bot")], False),
        ([], False),
    ],
)
def test_an_older_record_is_told_by_what_the_bot_wrote_since(
    events: list[Happening], *, stale: bool
) -> None:
    """It never writes another stage than the record's in the same request."""
    kept = record().model_copy(update={"seen": 10})
    issue = Issue(3, "t", block(kept), is_open=True, labels=LABELS, author="bot", by_bot=True)
    assert is_stale(Candidate.of(issue, kept, {}), events) is stale


@pytest.mark.parametrize(
    ("comment", "near", "alone"),
    [
        ("/advnce", "advance", False),
        ("/avdance", "advance", False),
        ("/advan", "advance", False),
        ("Great call! /advance", "advance", True),
        ("- /advance", "advance", True),
        ("/advance.", "advance", True),
        ("/stage: offer", "stage", True),
        ("/rejectd", "reject", False),
        ("/ownr", "owner", False),
        ("/offr", "offer", False),
        ("/note", "", False),
        ("/wibble", "", False),
    ],
)
def test_near_misses_are_answered_and_never_acted_on(
    comment: str, near: str, *, alone: bool
) -> None:
    """A verb within two letters of one, or a right one in the wrong place."""
    assert read_commands(comment) == []
    assert near_miss(comment) == NearMiss(
        comment.rsplit(maxsplit=1)[-1].strip(".") if ":" not in comment else "/stage", near, alone
    )
    request = Request(
        "rita", NOW, comment=9, missed=near_miss(comment), permission=Permission.WRITE
    )
    said = decide("phone-screen", request)
    assert said.endswith("comment: react with confused")
    assert ("say: Not done" in said) is bool(near)


@pytest.mark.parametrize(
    "talk",
    ["/etc/hosts", "and/or", "see `/advance`", "> /advance", "```\n/advance\n```", "/table", "1/2"],
)
def test_talk_is_no_near_miss(talk: str) -> None:
    """Paths, code, quotations, what GitHub's editor offers."""
    assert near_miss(talk) is None


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("/hired", "hire"),
        ("/rejected no SQL", "reject"),
        ("/Advanced", "advance"),
        ("/no", "reject"),
    ],
)
def test_aliases(text: str, verb: str) -> None:
    """What people write for a command is the command."""
    assert [found.verb for found in read_commands(text)] == [verb]


def test_a_label_that_was_renamed_is_put_right_in_silence() -> None:
    """It stands on every issue that had it, and nobody set it on any of them."""
    before = record("phone-screen")
    issue = Issue(
        3, "t", block(before), is_open=True, labels=("job:engineer", WHO, "stage:telephone")
    )
    request = Request("careers", NOW, "tended")
    plan = plan_move(issue, before, request, {}, WRITER, [happened(4, "phone-screen")])
    (edit,) = plan.actions
    assert isinstance(edit, EditIssue)
    assert edit.labels == LABELS


ANSWER = NextStep(text="Their answer to the offer", due="2026-03-09", who="candidate")


@pytest.mark.parametrize(
    ("state", "step", "stage", "kept"),
    [
        ("sent", ANSWER, "offer", True),
        ("sent", ANSWER, "rejected", False),
        ("void", ANSWER, "offer", False),
        ("sent", NextStep(text="Call them", due="2026-03-09"), "offer", False),
        ("sent", None, "offer", False),
        ("sent", ANSWER.model_copy(update={"due": "2026-03-12"}), "offer", True),
    ],
)
def test_an_offer_that_is_out_waits_for_its_answer_wherever_they_stand(
    state: OfferState, step: NextStep | None, stage: str, *, kept: bool
) -> None:
    """Whatever else was next is over with the move."""
    offer = Offer(version=1, state=state, when=NOW, answer_by="2026-03-09")
    before = record().model_copy(update={"offer": offer, "next_step": step})
    moved = Candidate.of(Issue(3, "t", block(before), is_open=True, labels=LABELS), before, {})
    assert moved.moved_to(stage).record.next_step == (step if kept else None)
