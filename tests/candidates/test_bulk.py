"""Acts on many, from a job's issue: a plan, a box, the same for each; over HTTP."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from candidates.company import REPOSITORY, Run, asked, labels_of, record_of
from candidates.letters import Clock
from careers import cli
from careers.cli.candidate_runs import looking_after, settling
from careers.cli.candidate_runs.many import bulk_run
from careers.cli.support import candidates as sup
from careers.sandbox import Sandbox
from mail_server import MailOffice

RITA = "rita"
REJECT = "/reject-all applied filled"


@pytest.fixture
def board(apply: Run, github: Sandbox) -> int:
    """Four candidates, of whom one is elsewhere, and their job's issue."""
    for who in "abcd":
        assert apply(email=f"{who}@example.com", name=f"Person {who.upper()}") == 0
    github.act(RITA).add_label(REPOSITORY, 4, "stage:offer")
    assert cli.run("tend", []) == 0
    github.take_events()
    titles = {issue["title"]: issue["number"] for issue in github.issues(REPOSITORY)}
    return int(titles["Engineer: all candidates"])


def comments(github: Sandbox, number: int) -> list[tuple[int, str]]:
    """The comments of the job's issue that are the bot's."""
    found = github.comments(REPOSITORY, number)
    return [(c["id"], c["body"]) for c in found if c["user"]["login"] != RITA]


def reactions(github: Sandbox, number: int) -> list[str]:
    """The reactions to rita's comments, in order."""
    found = github.comments(REPOSITORY, number)
    named = ("+1", "confused", "eyes")
    return [n for c in found if c["user"]["login"] == RITA for n in named if c["reactions"][n]]


def ticked(github: Sandbox, number: int, who: str = RITA) -> None:
    """Tick the box of the newest plan, as a person does."""
    comment, text = comments(github, number)[-1]
    github.act(who).edit_comment(REPOSITORY, comment, text.replace("- [ ]", "- [x]"))


def stages(github: Sandbox) -> list[str]:
    """Where the four stand."""
    return [record_of(github, number).stage for number in range(1, 5)]


def test_all_of_a_stage_are_told_no(board: int, events: Run, github: Sandbox) -> None:
    """Planned, looked at, confirmed by a box; nobody is named."""
    github.act(RITA).comment(REPOSITORY, board, REJECT)
    assert events() == 0
    (_, plan) = comments(github, board)[-1]
    assert "say no to 3 people in *applied*, reason *filled*, no letter goes." in plan
    assert "Person" not in plan
    assert reactions(github, board) == ["eyes"]
    assert stages(github) == ["applied", "applied", "applied", "offer"]
    github.take_events()
    ticked(github, board)
    assert events() == 0
    assert stages(github) == ["rejected", "rejected", "rejected", "offer"]
    record = record_of(github, 1)
    assert (record.reason, record.history[-1].who) == ("filled", RITA)
    assert github.issue(REPOSITORY, 1)["state"] == "closed"
    assert "is done**, confirmed by `rita`: 3 people." in comments(github, board)[-1][1]
    assert "doing" not in labels_of(github, board)


def test_who_changed_meanwhile_is_left(
    board: int, apply: Run, events: Run, github: Sandbox
) -> None:
    """On hold or written since at the planning, moved until the box: each stays as they are."""
    github.act(RITA).comment(REPOSITORY, 1, "/hold 2099-12-01 on leave")
    assert events() == 0
    assert apply(email="b@example.com", name="Person B", message="One thing more") == 0
    github.take_events()
    github.act(RITA).comment(REPOSITORY, board, REJECT)
    assert events() == 0
    plan = comments(github, board)[-1][1]
    assert "say no to 1 person in *applied*" in plan
    assert "Left out: 1 who wrote last (#2), 1 on hold (#1)." in plan
    github.act(RITA).add_label(REPOSITORY, 3, "stage:phone-screen")
    assert events() == 0
    github.take_events()
    ticked(github, board)
    assert events() == 0
    assert stages(github) == ["applied", "applied", "phone-screen", "offer"]
    assert "since they changed meanwhile: #3" in comments(github, board)[-1][1]


def test_a_plan_that_is_deleted_is_taken_back(board: int, events: Run, github: Sandbox) -> None:
    """Though its box was ticked: nobody is touched, and no run fails."""
    github.act(RITA).comment(REPOSITORY, board, REJECT)
    assert events() == 0
    github.take_events()
    ticked(github, board)
    github.act(RITA).delete_comment(REPOSITORY, comments(github, board)[-1][0])
    assert events() == 0
    assert stages(github) == ["applied", "applied", "applied", "offer"]
    assert "doing" not in labels_of(github, board)


def test_a_run_that_is_cut_off_is_gone_on_with(
    board: int, events: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By ``tend``, from what is there; nobody is done to twice."""
    github.act(RITA).comment(REPOSITORY, board, REJECT)
    assert events() == 0
    github.take_events()
    ticked(github, board)
    with monkeypatch.context() as patch:
        patch.setattr(bulk_run, "_TEN_MINUTES", -1)
        assert events() == 0
    assert stages(github)[0] == "applied"
    assert "is being carried out:" in comments(github, board)[-1][1]
    assert "doing" in labels_of(github, board)
    assert cli.run("tend", []) == 0
    assert stages(github) == ["rejected", "rejected", "rejected", "offer"]
    assert "is done**" in comments(github, board)[-1][1]
    assert "doing" not in labels_of(github, board)
    assert [len(record_of(github, n).history) for n in (1, 2, 3)] == [2, 2, 2]


def test_a_copy_of_a_plan_does_nothing(
    board: int, events: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a run began stays readable in the comment's history, signed: copied it binds nobody."""
    github.act(RITA).comment(REPOSITORY, board, REJECT)
    assert events() == 0
    github.take_events()
    ticked(github, board)
    with monkeypatch.context() as patch:
        patch.setattr(bulk_run, "_TEN_MINUTES", -1)
        assert events() == 0
    begun = comments(github, board)[-1][1]
    assert '"state":"going"' in begun
    assert cli.run("tend", []) == 0
    for number in (1, 2, 3):
        github.act(RITA).comment(REPOSITORY, number, "/undo")
    assert events() == 0
    assert stages(github) == ["applied", "applied", "applied", "offer"]
    own = github.act("otto").open_issue(REPOSITORY, "hello", "")
    for issue in (own, board):
        github.act("otto").comment(REPOSITORY, issue, begun)
        github.act(RITA).add_label(REPOSITORY, issue, "doing")
    assert events() == 0
    assert cli.run("tend", []) == 0
    assert stages(github) == ["applied", "applied", "applied", "offer"]


@pytest.mark.parametrize("how", ["reader", "late", "forged", "other"])
def test_what_confirms_nothing(
    board: int, events: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    """A reader's tick, one after a day, a plan that was changed, one on another issue."""
    github.act(RITA).comment(REPOSITORY, board, REJECT)
    assert events() == 0
    github.take_events()
    comment, text = comments(github, board)[-1]
    done = text.replace("- [ ]", "- [x]")
    if how == "reader":
        github.act("otto").comment(REPOSITORY, board, done)
    elif how == "late":
        later = datetime.now(UTC) + timedelta(hours=25)
        monkeypatch.setattr(bulk_run, "now", lambda: later)
        ticked(github, board)
    elif how == "forged":
        github.act(RITA).edit_comment(REPOSITORY, comment, re.sub(r"\[1,2,3\]", "[4]", done))
    else:
        github.act(RITA).comment(REPOSITORY, 1, done)
    assert events() == 0
    assert stages(github) == ["applied", "applied", "applied", "offer"]


@pytest.mark.parametrize(
    ("text", "reaction", "said"),
    [
        ("/reject-all applied", "confused", "say why in one word: `experience`, `skills`"),
        ("/reject-all applied rude on the phone", "confused", "say why in one word"),
        ("/reject-all filled", "confused", "which stage? `applied`, `phone-screen`"),
        ("/reject-all filled", "confused", "`offer`, `not-reviewed`. "),
        ("/reject-all Not_Reviewed closed", "eyes", "3 people in *applied* whom nobody has looked"),
        ("/Reject_All applied filled", "eyes", "say no to 3 people"),
        ("/assign", "confused", "to whom?"),
        ("/assign @rita", "eyes", "give 4 people who are nobody's to [rita]"),
        ("/remind", "+1", "Nothing is overdue."),
        ("/help", "+1", "`/reject-all STAGE REASON` says no"),
        ("/advance", "confused", "that is no command here"),
        ("/remind\n\n/help", "confused", "one command a comment"),
        ("- /help", "confused", "alone on its line. Edit your comment: put `/help` on its own."),
        ("Please /remind", "confused", "put `/remind` on its own."),
        ("- /reject-all applied filled", "confused", "put `/reject-all` on its own."),
        ("/reject-all case-study filled", "+1", "there is nobody to do it to."),
        ("/remnd", "confused", "`/remnd` is no command here. Did you mean `/remind`?"),
        ("/wibble", "confused", "`/help` shows those of a job's issue."),
    ],
)
def test_what_is_answered(  # noqa: PLR0913, PLR0917 - a case and its fixtures
    board: int, events: Run, github: Sandbox, text: str, reaction: str, said: str
) -> None:
    """A reaction, and what is needed to do better."""
    github.act(RITA).comment(REPOSITORY, board, text)
    assert events() == 0
    assert reactions(github, board) == [reaction]
    assert said in comments(github, board)[-1][1]


def test_who_may_not_write_is_told(board: int, events: Run, github: Sandbox) -> None:
    """Nothing is planned for a reader."""
    github.act("otto").comment(REPOSITORY, board, REJECT)
    assert events() == 0
    assert [body for _, body in comments(github, board)][-1].endswith("needs write access here.")


def test_talk_costs_nothing_much(board: int, events: Run, github: Sandbox) -> None:
    """A comment that asks for nothing is not even read further."""
    before = len(github.requests)
    github.act(RITA).comment(REPOSITORY, board, "Let us meet and/or call.")
    assert events() == 0
    assert asked(github, before) == []


def test_all_that_is_nobodys_is_given(
    board: int, events: Run, github: Sandbox, company: Path
) -> None:
    """One owner for all four, and each is assigned."""
    assert company.is_dir()
    github.act(RITA).comment(REPOSITORY, board, "/assign @rita")
    assert events() == 0
    github.take_events()
    ticked(github, board)
    assert events() == 0
    assert {record_of(github, number).owner for number in range(1, 5)} == {RITA}


def test_whom_somebody_has_looked_at_is_left(board: int, events: Run, github: Sandbox) -> None:
    """A comment, an act or a move is a look; one who is looked at meanwhile is left, too."""
    rita = github.act(RITA)
    rita.comment(REPOSITORY, 1, "A good letter.")
    rita.comment(REPOSITORY, board, "/reject-all not-reviewed filled")
    assert events() == 0
    assert "say no to 2 people in *applied* whom nobody" in comments(github, board)[-1][1]
    rita.comment(REPOSITORY, 2, "/next +2d call")
    assert events() == 0
    github.take_events()
    ticked(github, board)
    assert events() == 0
    assert stages(github) == ["applied", "applied", "rejected", "offer"]
    assert "left as they are, since they changed meanwhile: #2" in comments(github, board)[-1][1]


def tick_issue(github: Sandbox, number: int, act: str, who: str = RITA) -> None:
    """Tick a box of the job's issue, as a person does."""
    body = str(github.issue(REPOSITORY, number)["body"])
    assert f"- [ ] <!-- do:{act} -->" in body
    body = body.replace(f"- [ ] <!-- do:{act} -->", f"- [x] <!-- do:{act} -->")
    github.act(who).edit(REPOSITORY, number, body=body)


def test_the_box_that_closes_a_job(board: int, events: Run, github: Sandbox) -> None:
    """A link or a word about the posting, a plan for all who are there, its own box; unticked."""
    before = github.issue(REPOSITORY, board)["body"]
    tick_issue(github, board, "plan close")
    assert events() == 0
    assert github.issue(REPOSITORY, board)["body"] == before
    ((_, plan),) = comments(github, board)
    assert "**To close the job:** Edit the posting: `status: closed`." in plan
    assert "say no to 4 people still here, reason *closed*, no letter goes." in plan
    tick_issue(github, board, "plan close")
    assert events() == 0
    assert len(comments(github, board)) == 1  # the same plan is asked for once
    ticked(github, board)
    assert events() == 0
    assert stages(github) == ["rejected"] * 4
    assert {record_of(github, n).reason for n in range(1, 5)} == {"closed"}
    assert cli.run("tend", []) == 0
    assert "do:plan" not in github.issue(REPOSITORY, board)["body"]


def test_who_has_an_offer_is_left_out(board: int, events: Run, github: Sandbox) -> None:
    """What was promised is taken back one by one."""
    github.act(RITA).comment(REPOSITORY, 4, "/offer accepted")
    assert events() == 0
    tick_issue(github, board, "plan close")
    assert events() == 0
    plan = comments(github, board)[-1][1]
    assert "say no to 3 people still here" in plan
    assert "Left out: 1 with an offer (#4)." in plan


def test_a_box_that_was_not_offered_plans_nothing(board: int, events: Run, github: Sandbox) -> None:
    """Written by hand, or ticked before: it is only unticked."""
    body = str(github.issue(REPOSITORY, board)["body"])
    made = body + "\n- [x] <!-- do:plan overdue --> x\n- [X] <!-- do:plan everything --> x\n"
    github.act(RITA).edit(REPOSITORY, board, body=made)
    assert events() == 0
    assert comments(github, board) == []
    assert stages(github) == ["applied", "applied", "applied", "offer"]


def test_two_who_confirm_at_once_do_it_once(board: int, events: Run, github: Sandbox) -> None:
    """The second finds it done; nobody has two lines of history."""
    github.act(RITA).comment(REPOSITORY, board, REJECT)
    assert events() == 0
    github.take_events()
    ticked(github, board)
    comment, text = comments(github, board)[-1]
    github.act("otto").react(REPOSITORY, comment, "eyes")
    github.act(RITA).edit_comment(REPOSITORY, comment, text + " ")
    assert events() == 0
    assert events() == 0
    assert stages(github) == ["rejected", "rejected", "rejected", "offer"]
    assert [len(record_of(github, n).history) for n in (1, 2, 3)] == [2, 2, 2]


def test_an_answer_goes_once_its_comment_is_mended(
    board: int, events: Run, github: Sandbox
) -> None:
    """From a fault to another the answer changes, then a plan stands in its place."""
    rita = github.act(RITA)
    number = rita.comment(REPOSITORY, board, "/reject-all filled")
    assert events() == 0
    rita.edit_comment(REPOSITORY, number, "/reject-all applied")
    assert events() == 0
    ((_, said),) = comments(github, board)
    assert "say why in one word" in said
    rita.edit_comment(REPOSITORY, number, REJECT)
    assert events() == 0
    ((_, plan),) = comments(github, board)
    assert "say no to 3 people" in plan
    assert reactions(github, board) == ["eyes"]
    rita.edit_comment(REPOSITORY, number, f"Sorry for that.\n\n{REJECT}")
    assert events() == 0
    assert len(comments(github, board)) == 1


@pytest.fixture
def silent(office: MailOffice, company: Path) -> MailOffice:
    """A company that does not say that it has received what they sent, and promises nothing."""
    settings = company / "candidates.toml"
    text = settings.read_text("utf-8").replace('"received", ', "")
    settings.write_text(text, "utf-8")
    return office


def test_the_box_that_tells_all_who_wait(  # noqa: PLR0913, PLR0917 - a story and its fixtures
    silent: MailOffice,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    board: int,
    events: Run,
    github: Sandbox,
) -> None:
    """A letter each with a day, which is their next step then; nobody is late any more."""
    clock.forward(timedelta(days=14))
    for module in (looking_after, settling):
        monkeypatch.setattr(module, "company_day", lambda _: clock.now().date())
    monkeypatch.setattr(sup, "company_day", lambda _: clock.now().date())
    assert cli.run("tend", []) == 0
    github.take_events()
    tick_issue(github, board, "plan overdue")
    assert events() == 0
    plan = comments(github, board)[-1][1]
    assert "tell 3 people who wait too long that they hear from us by **" in plan
    assert "letter *still deciding*" in plan
    ticked(github, board)
    assert events() == 0
    assert cli.run("tend", []) == 0
    told = [mail for _, mail in silent.post.taken if "we need until" in str(mail["Subject"])]
    assert len(told) == 3
    steps = [record_of(github, number).next_step for number in (1, 2, 3)]
    assert len({step.due for step in steps if step}) == 1
    assert "overdue" not in labels_of(github, 1)
    assert "do:plan overdue" not in github.issue(REPOSITORY, board)["body"]
