"""A label, a command or a closed issue moves a candidate: the whole way, over HTTP."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from candidates.company import REPOSITORY, ROOT, Run, asked, edit, labels_of, record_of
from careers import cli
from careers.sandbox import Sandbox


@pytest.fixture(autouse=True)
def candidate(apply: Run, github: Sandbox) -> None:
    """Ada has applied, and all labels are there."""
    assert cli.run("labels", []) == 0
    assert apply() == 0
    github.take_events()


def stages(github: Sandbox) -> list[str]:
    """Ada's stage labels."""
    return [name for name in labels_of(github, 1) if name.startswith("stage:")]


def settle(events: Run) -> None:
    """Deliver events until the bot's own have nothing more to say."""
    for _ in range(4):
        assert events() == 0


def test_a_label_moves_the_candidate(events: Run, github: Sandbox) -> None:
    """One stage label stays, checklist and record follow, one line of history is added."""
    edit(github, 1, github.issue(REPOSITORY, 1)["body"] + "\n\nTalks fast.")
    github.act("rita").add_label(REPOSITORY, 1, "stage:case-study")
    settle(events)
    assert stages(github) == ["stage:case-study"]
    record = record_of(github)
    assert record.stage == "case-study"
    assert [entry.who for entry in record.history] == ["site", "rita"]
    body = github.issue(REPOSITORY, 1)["body"]
    assert "→ ~~phone screen~~ skipped → **case study**" in body
    assert "`rita`: applied → **case-study**" in body
    assert "Talks fast." in body


def test_commands_to_the_end_and_back(events: Run, github: Sandbox) -> None:
    """A rejection closes, a stage reopens, hiring closes as completed."""
    rita = github.act("rita")
    rita.comment(REPOSITORY, 1, "Thanks!\n/advance\n")
    settle(events)
    assert stages(github) == ["stage:phone-screen"]
    rita.comment(REPOSITORY, 1, "/reject skills too @junior <!-- x")
    settle(events)
    issue = github.issue(REPOSITORY, 1)
    assert (issue["state"], issue["state_reason"]) == ("closed", "not_planned")
    assert "— skills: too @\u2060junior &lt;!-- x" in issue["body"]
    rita.comment(REPOSITORY, 1, "/stage Case study")
    settle(events)
    assert github.issue(REPOSITORY, 1)["state"] == "open"
    rita.comment(REPOSITORY, 1, "/offer accepted\n/hire")
    settle(events)
    issue = github.issue(REPOSITORY, 1)
    assert (issue["state"], issue["state_reason"]) == ("closed", "completed")
    assert [entry.to for entry in record_of(github).history] == [
        "applied",
        "phone-screen",
        "rejected",
        "case-study",
        "case-study",
        "hired",
    ]
    assert github.comments(REPOSITORY, 1)[-1]["body"] == "/offer accepted\n/hire"


def test_who_may_only_read_is_refused(events: Run, github: Sandbox) -> None:
    """With an explanation; nothing moves."""
    github.act("otto").comment(REPOSITORY, 1, "/hire")
    settle(events)
    assert stages(github) == ["stage:applied"]
    said = github.comments(REPOSITORY, 1)[-1]["body"]
    assert "Not done: moving candidates needs write access here." in said
    assert len(github.comments(REPOSITORY, 1)) == 2


def test_a_foreign_stage_is_put_back_with_an_explanation(events: Run, github: Sandbox) -> None:
    """Said once, however often the event comes."""
    github.act("rita").add_label(REPOSITORY, 1, "stage:garden-party")
    settle(events)
    assert stages(github) == ["stage:applied"]
    (comment,) = github.comments(REPOSITORY, 1)
    assert "`stage:garden-party` was taken off again" in comment["body"]


def test_a_renamed_stage_moves_with_its_candidates(
    events: Run, github: Sandbox, company: Path
) -> None:
    """The label, the record's stages and the commands know the new name."""
    text = (company / "careers.toml").read_text("utf-8")
    renamed = f'{text}\n[labels.renamed]\nphone-screen = "first-call"\n'
    (company / "careers.toml").write_text(renamed, "utf-8")
    github.act("rita").add_label(REPOSITORY, 1, "stage:phone-screen")
    settle(events)
    assert stages(github) == ["stage:first-call"]
    record = record_of(github)
    assert (record.stage, record.stages[1]) == ("first-call", "first-call")
    github.act("rita").comment(REPOSITORY, 1, "/advance")
    settle(events)
    assert stages(github) == ["stage:case-study"]


def test_the_last_label_is_put_back(events: Run, github: Sandbox) -> None:
    """An issue is never without a stage."""
    github.act("rita").remove_label(REPOSITORY, 1, "stage:applied")
    settle(events)
    assert stages(github) == ["stage:applied"]


def test_closing_by_hand_is_taken_back(events: Run, github: Sandbox) -> None:
    """With an explanation of how to end it."""
    github.act("rita").close(REPOSITORY, 1)
    settle(events)
    assert github.issue(REPOSITORY, 1)["state"] == "open"
    assert "`/reject REASON`" in github.comments(REPOSITORY, 1)[-1]["body"]


def event(name: str = "labeled", **changes: Any) -> dict[str, Any]:
    """An event as GitHub writes it, in short."""
    made = {
        "action": name,
        "issue": {"number": 1},
        "sender": {"login": "rita", "type": "User"},
        "repository": {"full_name": REPOSITORY},
    }
    return made | changes


def move(company: Path, made: object, *options: str, name: str = "issues") -> int:
    """Run ``move`` with an event."""
    file = company / "event.json"
    file.write_text(json.dumps(made), "utf-8")
    return cli.run("move", ["--event", str(file), "--event-name", name, *options])


@pytest.mark.parametrize(
    ("made", "name", "said"),
    [
        ([], "issues", "not an object"),
        ({}, "issues", "action, issue, sender"),
        (event(issue={"number": "1; rm"}), "issues", "issue.number"),
        (event(issue={"number": 0}), "issues", "issue.number"),
        (event(sender={"login": "a/../b"}), "issues", "sender.login"),
        (event(), "push", "this event moves no candidate"),
        (event(), "issue_comment", "comment is missing"),
    ],
)
def test_hostile_events_are_refused(
    company: Path, capsys: pytest.CaptureFixture[str], made: object, name: str, said: str
) -> None:
    """Only what is needed is read, and all of that is checked."""
    assert move(company, made, name=name) == 1
    assert said in capsys.readouterr().err


def test_another_repositorys_event_is_refused(
    company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The candidates' repository is the configured one, and it must be private."""
    github.requests.clear()
    other = event(repository={"full_name": "example-tools/careers"})
    assert move(company, other) == 2
    monkeypatch.setenv("GITHUB_REPOSITORY", "example-tools/careers")
    assert move(company, event()) == 2
    assert github.requests == []
    monkeypatch.setenv("CAREERS_CANDIDATES", "example-tools/careers")
    assert move(company, other) == 2
    assert [request.method for request in github.requests] == ["GET"]


def test_what_is_no_candidate_is_left_alone(
    company: Path, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """Other issues, pull requests, talk: exit status 0, nothing written."""
    github.act("otto").open_issue(REPOSITORY, "A question", "Who are they?")
    github.requests.clear()
    assert move(company, event(issue={"number": 2})) == 0
    assert "no candidate's issue" in capsys.readouterr().out
    assert move(company, event(issue={"number": 1, "pull_request": {}})) == 0
    talk = {"id": 5, "body": "Nice!", "user": {"login": "rita"}}
    assert move(company, event("created", comment=talk), name="issue_comment") == 0
    assert {request.method for request in github.requests} == {"GET"}


HAND = [
    ('"stage":"offer"', '"stage":"hired"'),
    ('"stage":"offer"', '"stage":offer'),
    ("<!-- careers:record", "<!-- careers:recrd"),
]


@pytest.mark.parametrize(("old", "new"), HAND)
@pytest.mark.parametrize("told", [True, False], ids=["its event", "another event"])
def test_a_record_edited_by_hand_is_put_back(  # noqa: PLR0913 - fixtures
    events: Run, company: Path, github: Sandbox, old: str, new: str, *, told: bool
) -> None:
    """From the text before, or from the edit history; said in one comment, and nobody moves."""
    github.act("rita").comment(REPOSITORY, 1, "/stage offer")
    settle(events)
    whole = record_of(github)
    body = github.issue(REPOSITORY, 1)["body"]
    github.act("rita").edit(REPOSITORY, 1, body=body.replace(old, new) + "\n\nMine.")
    if not told:
        github.take_events()
        assert move(company, event("labeled", label={"name": "stage:offer"})) == 0
    settle(events)
    assert record_of(github) == whole
    assert "Mine." in github.issue(REPOSITORY, 1)["body"]
    told_of = [c for c in github.comments(REPOSITORY, 1) if "put back" in c["body"]]
    assert len(told_of) == 1
    assert stages(github) == ["stage:offer"]


@pytest.mark.parametrize("told", [True, False], ids=["its event", "another event"])
def test_an_older_record_that_is_put_back_is_noticed(
    events: Run, company: Path, github: Sandbox, *, told: bool
) -> None:
    """It is signed, and disagrees with its sequence and with what the bot labelled since."""
    first = github.issue(REPOSITORY, 1)["body"]
    for command in ("/advance", "/stage offer", "/reject spam no time"):
        github.act("rita").comment(REPOSITORY, 1, command)
        settle(events)
    whole = record_of(github)
    github.act("rita").edit(REPOSITORY, 1, body=first)
    if not told:
        github.take_events()
        assert move(company, event("edited")) == 0
    settle(events)
    assert record_of(github) == whole
    assert stages(github) == ["stage:rejected"]
    assert "`rita`: offer → **rejected**" in github.issue(REPOSITORY, 1)["body"]
    assert github.issue(REPOSITORY, 1)["state"] == "closed"


def test_where_no_record_can_be_found_a_person_is_asked(company: Path, github: Sandbox) -> None:
    """Once; nothing is changed, and the issue is in the list of what needs attention."""
    edit(github, 1, "gone")
    github.act("rita").delete_edits(REPOSITORY, 1)
    github.take_events()
    for _ in range(2):
        assert move(company, event(label={"name": "stage:offer"})) == 0
    (said,) = github.comments(REPOSITORY, 1)
    assert "record of this candidate is gone" in said["body"]
    assert "needs:attention" in labels_of(github, 1)
    assert github.issue(REPOSITORY, 1)["body"] == "gone"


def test_a_copied_record_moves_nobody(events: Run, github: Sandbox, apply: Run) -> None:
    """It is bound to its issue: elsewhere it is text."""
    assert apply(email="bob@example.com", name="Bob") == 0
    github.act("rita").comment(REPOSITORY, 1, "/hire anyway they wait")
    settle(events)
    bob = record_of(github, 2)
    github.act("rita").edit(REPOSITORY, 2, body=github.issue(REPOSITORY, 1)["body"])
    settle(events)
    assert record_of(github, 2) == bob
    assert "stage:applied" in labels_of(github, 2)
    github.act("otto").open_issue(REPOSITORY, "x", github.issue(REPOSITORY, 1)["body"])
    github.act("rita").add_label(REPOSITORY, 3, "stage:offer")
    settle(events)
    assert labels_of(github, 3) == ["stage:offer"]
    assert github.comments(REPOSITORY, 3) == []


def test_the_last_label_wins(events: Run, github: Sandbox) -> None:
    """A slip that was put right at once ends where the person wanted it, and open."""
    rita = github.act("rita")
    rita.add_label(REPOSITORY, 1, "stage:rejected")
    rita.add_label(REPOSITORY, 1, "stage:case-study")
    settle(events)
    assert stages(github) == ["stage:case-study"]
    assert github.issue(REPOSITORY, 1)["state"] == "open"


def test_a_wish_that_cannot_be_done_undoes_none_before_it(events: Run, github: Sandbox) -> None:
    """Whatever came of the later one, the one before it counts; the later one is explained."""
    rita = github.act("rita")
    rita.add_label(REPOSITORY, 1, "stage:withdrawn")
    rita.add_label(REPOSITORY, 1, "stage:hired")
    settle(events)
    assert stages(github) == ["stage:withdrawn"]
    assert github.issue(REPOSITORY, 1)["state"] == "closed"
    assert "stage:hired" in github.comments(REPOSITORY, 1)[-1]["body"]


def test_a_label_after_a_command_wins(events: Run, github: Sandbox) -> None:
    """Also where the command's run comes last."""
    rita = github.act("rita")
    rita.comment(REPOSITORY, 1, "/advance")
    rita.add_label(REPOSITORY, 1, "stage:offer")
    settle(events)
    assert stages(github) == ["stage:offer"]


def test_a_command_that_comes_after_a_later_one_moves_nobody(
    company: Path, github: Sandbox
) -> None:
    """Its run was late, or its event was lost: the last wish wins, and its writer is told."""
    rita = github.act("rita")
    github.take_events()
    rita.comment(REPOSITORY, 1, "/stage offer")
    rita.comment(REPOSITORY, 1, "/reject skills")
    first, second = (e.payload for e in github.take_events() if e.name == "issue_comment")
    for payload in (second, first, first):
        assert move(company, payload, name="issue_comment") == 0
    assert record_of(github).stage == "rejected"
    said = [c["body"] for c in github.comments(REPOSITORY, 1) if "write it again" in c["body"]]
    assert len(said) == 1


def test_what_others_do_meanwhile_stays(
    company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The request that moves replaces all labels: what others set or took is looked after."""
    from careers.github.repository import Repository  # noqa: PLC0415

    real = Repository.apply
    done: list[Any] = []
    rita = github.act("rita")
    rita.add_label(REPOSITORY, 1, "old")

    def meanwhile(self: Repository, action: Any) -> Any:
        if not done:
            done.append(action)
            rita.add_label(REPOSITORY, 1, "urgent")
            rita.remove_label(REPOSITORY, 1, "old")
            rita.add_label(REPOSITORY, 1, "stage:case-study")
        return real(self, action)

    monkeypatch.setattr(Repository, "apply", meanwhile)
    rita.add_label(REPOSITORY, 1, "stage:offer")
    assert move(company, event(label={"name": "stage:offer"})) == 0
    assert stages(github) == ["stage:case-study"]
    assert "urgent" in labels_of(github, 1)
    assert "old" not in labels_of(github, 1)
    assert [entry.to for entry in record_of(github).history] == ["applied", "offer", "case-study"]


def test_an_edited_comment_is_read_again_and_spent_once(
    company: Path, events: Run, github: Sandbox
) -> None:
    """By its editor's right: whoever may write can edit other people's comments."""
    rita = github.act("rita")
    number = rita.comment(REPOSITORY, 1, "/advnce")
    settle(events)
    assert stages(github) == ["stage:applied"]
    rita.edit_comment(REPOSITORY, number, "/advance")
    settle(events)
    assert stages(github) == ["stage:phone-screen"]
    rita.edit_comment(REPOSITORY, number, "/hire anyway x")
    settle(events)
    assert stages(github) == ["stage:phone-screen"]
    other = rita.comment(REPOSITORY, 1, "talk")
    talk = {"id": other, "body": "/hire", "user": {"login": "rita"}}
    forged = event("edited", comment=talk, sender={"login": "otto"})
    assert move(company, forged, name="issue_comment") == 0
    assert stages(github) == ["stage:phone-screen"]


@pytest.mark.parametrize("moves", [True, False])
def test_whether_a_triage_users_label_moves(
    events: Run, company: Path, github: Sandbox, *, moves: bool
) -> None:
    """GitHub lets them set it; a setting says whether it counts, by default it does."""
    if not moves:
        text = "[roles]\ntriage_moves = false\n"
        (company / "candidates.toml").write_text(text, "utf-8")
    github.grant("otto", REPOSITORY, "triage")
    github.act("otto").add_label(REPOSITORY, 1, "stage:offer")
    settle(events)
    assert stages(github) == ["stage:offer" if moves else "stage:applied"]
    assert len(github.comments(REPOSITORY, 1)) == (not moves)
    github.act("rita").add_label(REPOSITORY, 1, "stage:case-study")
    settle(events)
    assert stages(github) == ["stage:case-study"]


def test_what_a_run_costs(company: Path, events: Run, github: Sandbox) -> None:
    """Label 5, command 7, nothing to do 2, chat 0; with more than a hundred events one more."""
    rita = github.act("rita")

    def cost() -> int:
        before = len(github.requests)
        assert events() == 0
        return len(asked(github, before))

    rita.add_label(REPOSITORY, 1, "stage:case-study")
    assert cost() == 5
    github.take_events()
    rita.comment(REPOSITORY, 1, "/advance")
    assert cost() == 7
    github.take_events()
    rita.comment(REPOSITORY, 1, "What a talk! and/or not")
    assert cost() == 0
    before = len(github.requests)
    assert move(company, event(label={"name": "stage:offer"})) == 0
    assert len(asked(github, before)) == 2
    for number in range(60):
        rita.add_label(REPOSITORY, 1, f"l{number}")
        rita.remove_label(REPOSITORY, 1, f"l{number}")
    github.take_events()
    rita.add_label(REPOSITORY, 1, "stage:applied")
    assert cost() == 6
    github.take_events()
    rita.comment(REPOSITORY, 1, "/reject skills")
    assert cost() == 8


def test_a_body_saved_in_the_browser_has_other_line_ends(events: Run, github: Sandbox) -> None:
    """GitHub's editor writes CRLF."""
    edit(github, 1, github.issue(REPOSITORY, 1)["body"].replace("\n", "\r\n"))
    github.act("rita").add_label(REPOSITORY, 1, "stage:offer")
    settle(events)
    assert record_of(github).stage == "offer"


def test_an_edit_of_the_text_changes_nothing(events: Run, github: Sandbox) -> None:
    """The event of a person's edit settles the issue as any other does: here all is right."""
    body = github.issue(REPOSITORY, 1)["body"] + "\n\n- [x] Talked to their lead."
    edit(github, 1, body)
    github.requests.clear()
    settle(events)
    assert {request.method for request in github.requests} == {"GET"}
    assert github.issue(REPOSITORY, 1)["body"] == body


def test_an_edit_mends_what_an_event_missed(company: Path, events: Run, github: Sandbox) -> None:
    """A label whose own event was lost is followed when somebody edits the text."""
    github.act("rita").add_label(REPOSITORY, 1, "stage:offer")
    github.take_events()
    assert move(company, event("edited", changes={"body": {"from": "before"}})) == 0
    settle(events)
    assert stages(github) == ["stage:offer"]
    assert record_of(github).history[-1].who == "rita"


def test_a_dry_run_moves_nothing(
    events: Run, github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """It prints the plan."""
    github.act("rita").comment(REPOSITORY, 1, "/advance")
    assert events("--dry-run") == 0
    assert stages(github) == ["stage:applied"]
    assert "applied → phone-screen" in capsys.readouterr().out


def test_the_script_reads_what_actions_gives(company: Path, github: Sandbox) -> None:
    """GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_REPOSITORY; no warning, no traceback."""
    github.act("rita").add_label(REPOSITORY, 1, "stage:offer")
    (company / "event.json").write_text(json.dumps(event(label={"name": "stage:offer"})))
    environment = {
        **os.environ,
        "GITHUB_EVENT_NAME": "issues",
        "GITHUB_EVENT_PATH": str(company / "event.json"),
        "GITHUB_REPOSITORY": REPOSITORY,
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", str(ROOT / "scripts/move.py")],
        capture_output=True,
        text=True,
        env=environment,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "applied → offer" in (company / "summary").read_text()
    assert stages(github) == ["stage:offer"]
