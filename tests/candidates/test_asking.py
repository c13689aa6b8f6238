"""What people ask for in an issue, over HTTP: owners, holds, undoing, mending, merging, rights."""

from __future__ import annotations

from pathlib import Path

import pytest

from candidates.company import KEYS, REPOSITORY, Run, asked, labels_of, record_of
from careers import cli
from careers.hiring.explaining import NOTE
from careers.hiring.record.block import read_record
from careers.sandbox import Sandbox


@pytest.fixture(autouse=True)
def candidate(apply: Run, github: Sandbox) -> None:
    """Ada has applied, and all labels are there; mia may write, too."""
    github.add_user("mia")
    github.grant("mia", REPOSITORY, "write")
    assert cli.run("labels", []) == 0
    assert apply() == 0
    github.take_events()


def settle(events: Run) -> None:
    """Deliver events until the bot's own have nothing more to say."""
    for _ in range(4):
        assert events() == 0


def assignees(github: Sandbox, number: int = 1) -> list[str]:
    """Who is assigned."""
    return [person["login"] for person in github.issue(REPOSITORY, number)["assignees"]]


def answers(github: Sandbox, number: int = 1) -> list[str]:
    """What the bot said, without its markers."""
    said = (comment["body"] for comment in github.comments(REPOSITORY, number))
    return [text.partition("\n")[2] for text in said if text.startswith(NOTE)]


def reactions(github: Sandbox, comment: int) -> dict[str, int]:
    """The reactions to a comment that there are."""
    (said,) = (c for c in github.comments(REPOSITORY, 1) if c["id"] == comment)
    counts = {name: said["reactions"][name] for name in ("+1", "confused", "eyes")}
    return {name: count for name, count in counts.items() if count}


def test_an_owner_is_assigned_and_others_stay(events: Run, github: Sandbox) -> None:
    """By a command, by hand, taken over, taken back; who was assigned besides stays."""
    github.act("rita").comment(REPOSITORY, 1, "/take")
    settle(events)
    assert (record_of(github).owner, assignees(github)) == ("rita", ["rita"])
    github.act("rita").assign(REPOSITORY, 1, "rita", "mia")
    settle(events)
    assert (record_of(github).owner, assignees(github)) == ("mia", ["rita", "mia"])
    github.act("mia").comment(REPOSITORY, 1, "/assign @rita")
    settle(events)
    assert (record_of(github).owner, assignees(github)) == ("rita", ["rita"])
    github.act("mia").comment(REPOSITORY, 1, "/undo")
    settle(events)
    assert (record_of(github).owner, sorted(assignees(github))) == ("mia", ["mia"])
    github.act("rita").assign(REPOSITORY, 1)
    settle(events)
    assert (record_of(github).owner, assignees(github)) == ("", [])


def test_whom_github_does_not_assign_is_said(events: Run, github: Sandbox) -> None:
    """Then none of the comment's commands is done."""
    number = github.act("rita").comment(REPOSITORY, 1, "/advance\n/assign @otto")
    settle(events)
    assert labels_of(github, 1)[-1] == "who:" + record_of(github).person[:2]
    assert record_of(github).stage == "applied"
    assert reactions(github, number) == {"confused": 1}
    assert "GitHub lets nobody assign `otto` here" in answers(github)[0]


def test_a_mended_comment_is_done_and_the_answer_goes(events: Run, github: Sandbox) -> None:
    """From one fault to another the answer changes; then 😕 becomes 👍."""
    rita = github.act("rita")
    number = rita.comment(REPOSITORY, 1, "/advnce")
    settle(events)
    assert reactions(github, number) == {"confused": 1}
    rita.edit_comment(REPOSITORY, number, "/stage offr")
    settle(events)
    assert ["Did you mean `/stage offer`?" in text for text in answers(github)] == [True]
    rita.edit_comment(REPOSITORY, number, "Good talk.\n/stage offer\n")
    settle(events)
    assert (answers(github), reactions(github, number)) == ([], {"+1": 1})
    assert record_of(github).stage == "offer"


def test_a_command_that_was_withdrawn_by_an_edit(events: Run, github: Sandbox) -> None:
    """Nothing is done, and nothing is left of the answer."""
    rita = github.act("rita")
    number = rita.comment(REPOSITORY, 1, "/advnce")
    settle(events)
    rita.edit_comment(REPOSITORY, number, "Let us wait.")
    settle(events)
    assert (answers(github), reactions(github, number)) == ([], {})
    assert record_of(github).stage == "applied"


def test_reopening_takes_an_end_back(events: Run, github: Sandbox) -> None:
    """Quietly, where nothing was done since; a second time it is explained."""
    rita = github.act("rita")
    rita.comment(REPOSITORY, 1, "/stage case-study\n/take\n/next tomorrow read it")
    settle(events)
    rita.comment(REPOSITORY, 1, "/reject skills")
    settle(events)
    assert github.issue(REPOSITORY, 1)["state"] == "closed"
    github.act("mia").reopen(REPOSITORY, 1)
    settle(events)
    record = record_of(github)
    assert (record.stage, record.reason, record.owner) == ("case-study", "", "rita")
    assert record.next_step is not None
    assert record.next_step.text == "read it"
    assert (record.history[-1].who, record.history[-1].reason) == ("mia", "undo of rejected")
    assert github.issue(REPOSITORY, 1)["state"] == "open"
    assert answers(github) == []


def test_a_hold_is_a_label_that_people_can_take_off(events: Run, github: Sandbox) -> None:
    """Set by hand it is taken off again, since it names no day."""
    rita = github.act("rita")
    rita.add_label(REPOSITORY, 1, "hold")
    settle(events)
    assert "hold" not in labels_of(github, 1)
    assert "`/hold DATE words` sets both" in answers(github)[0]
    rita.comment(REPOSITORY, 1, "/hold +3d they travel")
    settle(events)
    assert "hold" in labels_of(github, 1)
    assert record_of(github).hold is not None
    rita.remove_label(REPOSITORY, 1, "hold")
    settle(events)
    assert (record_of(github).hold, "hold" in labels_of(github, 1)) == (None, False)


def test_a_hiring_manager_may_what_the_settings_say(
    events: Run, github: Sandbox, company: Path, apply: Run
) -> None:
    """On the candidates of that posting alone, and with read access."""
    assert apply(posting="designer", email="bo@example.com") == 0
    (company / "candidates.toml").write_text(
        '[roles.hiring_managers]\nengineer = ["Otto"]\n', "utf-8"
    )
    otto = github.act("otto")
    number = otto.comment(REPOSITORY, 1, "/advance")
    settle(events)
    assert (record_of(github).stage, reactions(github, number)) == ("phone-screen", {"+1": 1})
    other = otto.comment(REPOSITORY, 1, "/hire")
    otto.comment(REPOSITORY, 2, "/advance")
    settle(events)
    assert record_of(github, 2).stage == "applied"
    assert "needs write access" in answers(github, 2)[0]
    assert (record_of(github).stage, reactions(github, other)) == ("phone-screen", {"confused": 1})


def test_two_issues_become_one(events: Run, github: Sandbox, apply: Run) -> None:
    """The further stage, both histories, all letters; the other is closed as a duplicate."""
    assert apply(name="Ada E. Example", message="A letter of the other") == 0
    github.act("rita").comment(REPOSITORY, 2, "/stage offer")
    settle(events)
    number = github.act("rita").comment(REPOSITORY, 1, "/merge #2")
    settle(events)
    assert reactions(github, number) == {"+1": 1}
    record = record_of(github)
    assert (record.stage, record.history[-1].reason) == ("offer", "merged #2")
    assert "stage:offer" in labels_of(github, 1)
    assert "A letter of the other" in github.issue(REPOSITORY, 1)["body"]
    other = github.issue(REPOSITORY, 2)
    assert (other["state"], other["state_reason"]) == ("closed", "duplicate")
    closed = read_record(other["body"], 2, KEYS)
    assert closed is not None
    assert closed.duplicate_of == 1
    copied = github.issue(REPOSITORY, 1)["body"].replace('"issue":1', '"issue":3')
    forged = github.act("otto").open_issue(REPOSITORY, "Ada", copied)
    for there in (forged, 99):
        number = github.act("rita").comment(REPOSITORY, 1, f"/merge #{there}")
        settle(events)
        assert reactions(github, number) == {"confused": 1}


def test_a_candidate_is_sent_to_another_job(events: Run, github: Sandbox, company: Path) -> None:
    """Title, label, facts and process follow; what the team wrote stays; and back again."""
    text = (company / "postings/designer.md").read_text("utf-8")
    text = text.replace("**Case study:**", "**Portfolio:**")
    (company / "postings/designer.md").write_text(text, "utf-8")
    rita = github.act("rita")
    body = github.issue(REPOSITORY, 1)["body"].replace("### Notes", "### Notes\n\nMine.")
    rita.edit(REPOSITORY, 1, body=body)
    rita.comment(REPOSITORY, 1, "/stage case-study")
    settle(events)
    rita.comment(REPOSITORY, 1, "/job designer")
    settle(events)
    issue, record = github.issue(REPOSITORY, 1), record_of(github)
    assert issue["title"] == "Ada Example · Designer"
    assert (record.posting, record.stage) == ("designer", "applied")
    assert record.stages == ("applied", "phone-screen", "portfolio", "offer")
    assert {"job:designer", "stage:applied"} < set(labels_of(github, 1))
    assert "job:engineer" not in labels_of(github, 1)
    assert "| **Job** | Designer |" in issue["body"]
    assert "Mine." in issue["body"]
    number = rita.comment(REPOSITORY, 1, "/undo")
    settle(events)
    assert reactions(github, number) == {"confused": 1}
    rita.edit(REPOSITORY, 1, title="Ada, whom we met")
    rita.comment(REPOSITORY, 1, "/job Engineer")
    settle(events)
    assert github.issue(REPOSITORY, 1)["title"] == "Ada, whom we met"
    assert record_of(github).posting == "engineer"


def test_help_is_a_comment(events: Run, github: Sandbox) -> None:
    """Of the commands, stages and reasons that there are."""
    github.act("rita").comment(REPOSITORY, 1, "/help")
    settle(events)
    (said,) = answers(github)
    assert "| `/undo` |" in said
    assert "`case-study`" in said
    assert record_of(github).sequence == 1


def test_what_is_asked_costs(events: Run, github: Sandbox) -> None:
    """A command 7, one more for each who is assigned or taken off."""

    def cost(text: str) -> int:
        github.act("rita").comment(REPOSITORY, 1, text)
        before = len(github.requests)
        assert events() == 0
        github.take_events()
        return len(asked(github, before))

    assert cost("/next tomorrow read it") == 7
    assert cost("/take") == 8
    assert cost("/assign @mia\n/hold +3d\n/advance") == 9
    assert cost("/undo") == 9
    assert cost("/advance") == 7


DRAGGED = "![cv](https://github.com/user-attachments/assets/0a1b2c3d)"


def test_a_file_that_is_dragged_in_is_warned_of_once(events: Run, github: Sandbox) -> None:
    """In a comment, in the text by a person; what was there before is not said again."""
    github.act("rita").comment(REPOSITORY, 1, "See https://example.com/files/cv.pdf")
    settle(events)
    assert answers(github) == []
    said = github.act("rita").comment(REPOSITORY, 1, f"Their CV: {DRAGGED}")
    settle(events)
    (warning,) = answers(github)
    assert "can never be erased" in warning
    assert "`careers attach 1 FILE`" in warning
    github.act("rita").edit_comment(REPOSITORY, said, f"Their CV: {DRAGGED} {DRAGGED}")
    body = github.issue(REPOSITORY, 1)["body"]
    github.act("rita").edit(REPOSITORY, 1, body=body.replace("### Notes", f"### Notes\n{DRAGGED}"))
    settle(events)
    assert len(answers(github)) == 1
