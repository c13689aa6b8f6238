"""What is due, from what is there: the whole way, over HTTP."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from candidates.company import (
    KEY,
    KEYS,
    REPOSITORY,
    Run,
    asked,
    candidates_of,
    edit,
    labels_of,
    record_of,
)
from careers import cli
from careers.cli.candidate_runs import reruns, tend_run
from careers.hiring.keys import read_keys
from careers.hiring.record.block import read_record
from careers.sandbox import Sandbox

VERSION_1 = sorted((Path(__file__).parent / "version-1").glob("*.json"))
WRITES = {"POST", "PATCH", "PUT", "DELETE"}


def tend(*options: str) -> int:
    """Run it."""
    return cli.run("tend", [*options])


def stage_of(github: Sandbox, number: int = 1) -> list[str]:
    """The stage labels of an issue."""
    return [name for name in labels_of(github, number) if name.startswith("stage:")]


@pytest.fixture
def version_1(company: Path, github: Sandbox) -> list[dict[str, Any]]:
    """Three candidates as version 1 wrote them."""
    assert company.is_dir()
    made = [json.loads(path.read_text("utf-8")) for path in VERSION_1]
    for number, issue in enumerate(made, 1):
        github.act("careers-bot[bot]").open_issue(REPOSITORY, issue["title"], issue["body"])
        for label in issue["labels"]:
            github.act("careers-bot[bot]").add_label(REPOSITORY, number, label)
        if issue["state"] == "closed":
            github.act("careers-bot[bot]").close(REPOSITORY, number, issue["state_reason"])
    github.take_events()
    return made


def test_version_1_is_signed_once(
    version_1: list[dict[str, Any]], github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """The plan is shown; then each is bound, in its bucket, and keeps all that it had."""
    before = len(github.requests)
    assert tend("--sign", "--dry-run") == 0
    assert not [r for r in github.requests[before:] if r.method in WRITES]
    assert "issue #2: sign the record of version 1" in capsys.readouterr().out
    assert tend("--sign") == 0
    for number, old in enumerate(version_1, 1):
        record = record_of(github, number)
        kept = json.loads(old["body"].split("<!-- careers:record\n")[1].split("\n-->")[0])
        assert (record.stage, record.stages) == (kept["stage"], tuple(kept["stages"]))
        assert [entry.to for entry in record.history] == [x["to"] for x in kept["history"]]
        assert f"who:{record.person[:2]}" in labels_of(github, number)
        assert set(old["labels"]) <= set(labels_of(github, number))
        body = github.issue(REPOSITORY, number)["body"]
        assert "careers:process" not in body
        assert "[x]" not in body
        assert github.issue(REPOSITORY, number)["state"] == old["state"]
    before = len(github.requests)
    assert tend("--sign") == 0
    assert not [r for r in github.requests[before:] if r.method in WRITES]


@pytest.mark.usefixtures("version_1")
def test_who_was_signed_is_known_and_moves(apply: Run, events: Run, github: Sandbox) -> None:
    """The same application opens nothing, a new one is added, labels and commands work."""
    assert tend("--sign") == 0
    assert apply(message="One thing more.") == 0
    assert apply(message="And now?") == 0
    assert len(github.issues(REPOSITORY)) == 3
    assert github.issue(REPOSITORY, 1)["body"].count("One thing more.") == 1
    assert "> And now?" in github.issue(REPOSITORY, 1)["body"]
    github.take_events()
    github.act("rita").comment(REPOSITORY, 1, "/advance")
    github.act("rita").add_label(REPOSITORY, 3, "stage:offer")
    assert events() == 0
    assert record_of(github, 1).stage == "case-study"
    assert record_of(github, 3).stage == "offer"


@pytest.mark.usefixtures("version_1")
def test_before_it_is_signed_version_1_is_text(events: Run, github: Sandbox) -> None:
    """Nothing is changed, and nobody is asked anything."""
    bodies = [issue["body"] for issue in github.issues(REPOSITORY)]
    github.act("rita").add_label(REPOSITORY, 1, "stage:offer")
    assert events() == 0
    assert tend() == 0
    assert [issue["body"] for issue in candidates_of(github)] == bodies
    assert not any(github.comments(REPOSITORY, number) for number in (1, 2, 3))


def test_a_forged_record_of_version_1_is_not_signed(
    version_1: list[dict[str, Any]], github: Sandbox, capsys: pytest.CaptureFixture[str]
) -> None:
    """A reader's copy is not ours; one whose address is another proves nothing."""
    github.act("otto").open_issue(REPOSITORY, "x", version_1[0]["body"])
    forged = version_1[0]["body"].replace("ada@example.com", "mallory@example.com")
    edit(github, 1, forged)
    assert tend("--sign") == 0
    for number in (1, 4):
        body = github.issue(REPOSITORY, number)["body"]
        assert read_record(body, number, KEYS) is None
    assert "issue #1: its address is not that of its record" in capsys.readouterr().err


def test_a_second_run_has_nothing_to_do(apply: Run, github: Sandbox) -> None:
    """And costs what lists cost, whoever is there."""
    for who in "abc":
        assert apply(email=f"{who}@example.com", name=who) == 0
    assert tend() == 0
    before = len(github.requests)
    assert tend() == 0
    assert {r.method for r in github.requests[before:]} == {"GET"}
    assert len(asked(github, before)) == 7


def test_what_events_missed_is_made_up_for(apply: Run, github: Sandbox) -> None:
    """A label that was set, one that was taken off, an issue closed by hand."""
    for who in "abcd":
        assert apply(email=f"{who}@example.com", name=who) == 0
    rita = github.act("rita")
    rita.add_label(REPOSITORY, 1, "stage:offer")
    for name in ("stage:applied", "who:" + record_of(github, 2).person[:2]):
        rita.remove_label(REPOSITORY, 2, name)
    rita.close(REPOSITORY, 3)
    rita.edit(REPOSITORY, 4, body="oh")
    github.take_events()
    assert tend() == 0
    assert stage_of(github, 1) == ["stage:offer"]
    assert record_of(github, 1).history[-1].who == "rita"
    assert stage_of(github, 2) == ["stage:applied"]
    assert "who:" + record_of(github, 2).person[:2] in labels_of(github, 2)
    assert github.issue(REPOSITORY, 3)["state"] == "open"
    assert record_of(github, 4).stage == "applied"
    before = len(github.requests)
    assert tend() == 0
    assert {r.method for r in github.requests[before:]} == {"GET"}


def test_one_issue_alone(apply: Run, github: Sandbox) -> None:
    """By hand, or because something arrived for it."""
    for who in "ab":
        assert apply(email=f"{who}@example.com", name=who) == 0
        github.act("rita").add_label(REPOSITORY, 1 + (who == "b"), "stage:offer")
    assert tend("--issue", "2") == 0
    assert (record_of(github, 1).stage, record_of(github, 2).stage) == ("applied", "offer")


@pytest.mark.parametrize(
    ("text", "who", "change", "expected"),
    [
        ("/advance", "rita", "", "phone-screen"),
        ("/advance", "otto", "", "applied"),
        ("/advance", "rita", "edited", "applied"),
        ("/advance", "rita", "young", "applied"),
        ("/advance", "careers-bot[bot]", "", "applied"),
        ("talk of advance", "rita", "", "applied"),
    ],
)
def test_a_command_whose_event_was_lost(  # noqa: PLR0913, PLR0917 - fixtures
    apply: Run,
    github: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    who: str,
    change: str,
    expected: str,
) -> None:
    """It is carried out in its author's name, once, if it was never edited."""
    assert apply() == 0
    comment = github.act(who).comment(REPOSITORY, 1, text)
    later = timedelta(minutes=1 if change == "young" else 30)
    monkeypatch.setattr(tend_run, "now", lambda: datetime.now(UTC) + later)
    if change == "edited":
        github.wait(2)
        github.act("rita").edit_comment(REPOSITORY, comment, text + " ")
    for _ in range(2):
        assert tend() == 0
    assert record_of(github).stage == expected
    if expected != "applied":
        assert record_of(github).history[-1].who == "rita"


def test_doubles_of_one_submission_are_joined(apply: Run, github: Sandbox) -> None:
    """The later is closed as a duplicate, its text stays; two names are never joined."""
    assert apply() == 0
    github.act("rita").remove_label(REPOSITORY, 1, "who:05")
    assert apply() == 0
    assert apply(name="Another") == 0
    assert len(github.issues(REPOSITORY)) == 3
    assert tend() == 0
    second = github.issue(REPOSITORY, 2)
    assert (second["state"], second["state_reason"]) == ("closed", "duplicate")
    assert "> Hi" in second["body"]
    assert record_of(github, 2).duplicate_of == 1
    assert [github.issue(REPOSITORY, n)["state"] for n in (1, 3)] == ["open", "open"]
    assert tend() == 0
    assert github.issue(REPOSITORY, 2)["state"] == "closed"
    assert apply(message="More") == 0
    assert "> More" in github.issue(REPOSITORY, 1)["body"]


def test_a_key_is_changed(
    apply: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch, events: Run
) -> None:
    """The old one is still read; ``tend`` signs and labels anew; then the old one may go."""
    assert apply() == 0
    old = record_of(github).person
    new = "another key, long enough too"
    monkeypatch.setenv("CAREERS_KEY", new)
    monkeypatch.setenv("CAREERS_KEY_OLD", KEY)
    assert apply(message="More") == 0
    github.take_events()
    github.act("rita").comment(REPOSITORY, 1, "/advance")
    assert events() == 0
    github.take_events()
    assert tend() == 0
    monkeypatch.delenv("CAREERS_KEY_OLD")
    record = read_record(github.issue(REPOSITORY, 1)["body"], 1, read_keys(new))
    assert record is not None
    assert record.person != old
    assert record.stage == "phone-screen"
    buckets = [name for name in labels_of(github, 1) if name.startswith("who:")]
    assert buckets == [f"who:{record.person[:2]}"]
    assert apply(message="Once more") == 0
    assert len(candidates_of(github)) == 1


def test_runs_that_failed_are_started_again(apply: Run, github: Sandbox) -> None:
    """Until their application stands; then they are deleted, since they keep what was sent."""
    assert apply() == 0
    bad = github.add_run(REPOSITORY, "intake.yml", "repository_dispatch", "failure")
    lost = github.add_run(REPOSITORY, "intake.yml", "repository_dispatch", "cancelled")
    good = github.add_run(REPOSITORY, "intake.yml", "repository_dispatch", "success")
    other = github.add_run(REPOSITORY, "move.yml", "issues", "failure")
    assert tend() == 0
    runs = github.runs(REPOSITORY)
    assert good not in runs
    assert {runs[bad], runs[lost]} == {"queued"}
    assert runs[other] == "failure"


def waiting(github: Sandbox) -> list[tuple[str, str]]:
    """The issues that say how many wait: state and first line."""
    found = [x for x in github.issues(REPOSITORY) if x["title"] == "Applications that wait"]
    return [(issue["state"], issue["body"].split("\n")[1][:20]) for issue in found]


def test_who_waits_for_long_is_said_where_people_look(
    company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After three tries, in one issue that closes by itself; none of it is about a person."""
    assert company.is_dir()
    run = github.add_run(REPOSITORY, "intake.yml", "repository_dispatch", "failure")
    for attempts in range(1, 6):
        assert tend() == 0
        assert github.runs(REPOSITORY)[run] == "queued"
        github.end_run(REPOSITORY, run, "failure")
        assert len(waiting(github)) == (attempts > 2)
    assert waiting(github) == [("open", "> **1 application co")]
    github.end_run(REPOSITORY, run, "success")
    assert tend() == 0
    assert run not in github.runs(REPOSITORY)
    assert [state for state, _ in waiting(github)] == ["closed"]
    old = github.add_run(REPOSITORY, "intake.yml", "repository_dispatch", "failure")
    monkeypatch.setattr(reruns, "now", lambda: datetime.now(UTC) + timedelta(days=31))
    assert tend() == 0
    assert github.runs(REPOSITORY)[old] == "failure"


def test_an_issue_that_says_who_waits_is_opened_once(company: Path, github: Sandbox) -> None:
    """Though the answer was lost, or the run was cut off after it."""
    assert company.is_dir()
    run = github.add_run(REPOSITORY, "intake.yml", "repository_dispatch", "failure")
    for _ in range(3):
        assert tend() == 0
        github.end_run(REPOSITORY, run, "failure")
    github.fail(at=1, how="cut-after", method="POST", path=r"/issues$")
    assert tend() == 0
    assert len(waiting(github)) == 1


@pytest.mark.parametrize(("hours", "told"), [(5, 0), (25, 1)])
def test_an_outage_is_told_when_it_is_over(
    company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch, hours: int, told: int
) -> None:
    """By the gap since a run ended well, once, until somebody closes what says so, or a week."""
    assert company.is_dir()
    github.add_run(REPOSITORY, "tend.yml", "schedule", "success")
    later = datetime.now(UTC) + timedelta(hours=hours)
    monkeypatch.setattr(reruns, "now", lambda: later)
    assert tend() == 0
    found = [x for x in github.issues(REPOSITORY) if x["title"] == "Applications that wait"]
    assert len(found) == told
    if found:
        assert f"For {hours} hours not all was taken in" in found[0]["body"]
        assert "needs:attention" in [label["name"] for label in found[0]["labels"]]
        monkeypatch.setattr(reruns, "now", lambda: datetime.now(UTC))
        assert tend() == 0  # which writes its state
        before = len(github.requests)
        assert tend() == 0
        assert {r.method for r in github.requests[before:]} == {"GET"}
        for days, state in ((5, "open"), (9, "closed")):
            run = datetime.now(UTC) + timedelta(days=days)
            monkeypatch.setattr(reruns, "now", lambda run=run: run)
            monkeypatch.setattr(reruns, "_GAP", timedelta(days=30))
            assert tend() == 0
            assert github.issue(REPOSITORY, found[0]["number"])["state"] == state


def states(github: Sandbox) -> list[dict[str, Any]]:
    """The issues of what belongs to no candidate."""
    return [x for x in github.issues(REPOSITORY) if x["title"] == "State: tend"]


def test_what_belongs_to_no_candidate_stands_in_a_closed_issue(
    apply: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Signed; comments are read from where the last run ended, however long ago that was."""
    assert apply() == 0
    assert tend() == 0
    (state,) = states(github)
    assert state["state"] == "closed"
    assert "example.com" not in state["body"]
    github.wait(20 * 60)
    github.act("rita").comment(REPOSITORY, 1, "/advance")
    later = datetime.now(UTC) + timedelta(days=9)
    monkeypatch.setattr(tend_run, "now", lambda: later)
    assert tend() == 0
    assert record_of(github).stage == "phone-screen"
    assert len(states(github)) == 1


@pytest.mark.parametrize("how", ["edited", "copied", "older"])
def test_a_state_that_was_tampered_with_is_written_anew(
    apply: Run, github: Sandbox, how: str
) -> None:
    """What is not signed for its issue is text; an older one lets more be read than is needed."""
    assert apply() == 0
    assert tend() == 0
    (state,) = states(github)
    if how == "edited":
        edit(github, state["number"], state["body"].replace('"comments":"20', '"comments":"30'))
    elif how == "copied":
        github.act("otto").open_issue(REPOSITORY, "State: tend", state["body"])
    assert apply(message="More") == 0
    assert tend() == 0
    assert record_of(github).stage == "applied"
    github.act("rita").add_label(REPOSITORY, 1, "stage:offer")
    assert tend() == 0
    assert record_of(github).stage == "offer"


def test_two_issues_of_one_person_are_linked_and_a_person_is_asked(
    apply: Run, github: Sandbox
) -> None:
    """Once; neither is emptied, moved or closed."""
    assert apply() == 0
    github.act("rita").remove_label(REPOSITORY, 1, "who:05")
    github.act("rita").add_label(REPOSITORY, 1, "stage:offer")
    assert apply(message="Another letter") == 0
    for _ in range(2):
        assert tend() == 0
    (said,) = github.comments(REPOSITORY, 2)
    assert "same person as #1" in said["body"]
    assert record_of(github, 2).other_names == (1,)
    assert [issue["state"] for issue in candidates_of(github)] == ["open", "open"]
    assert record_of(github).stage == "offer"
    assert "> Hi" in github.issue(REPOSITORY, 1)["body"]


def test_what_is_done_while_tend_lists_stands(apply: Run, github: Sandbox) -> None:
    """A list is minutes old when its last issue is written: each is read anew before that."""
    assert apply() == 0
    rita = github.act("rita")
    rita.add_label(REPOSITORY, 1, "stage:offer")
    github.take_events()

    def note() -> None:
        body = github.issue(REPOSITORY, 1)["body"].replace("### Notes", "### Notes\n\nMINE", 1)
        rita.edit(REPOSITORY, 1, body=body)

    github.meanwhile(3, note)
    assert cli.run("tend", []) == 0
    assert record_of(github).stage == "offer"
    assert "MINE" in github.issue(REPOSITORY, 1)["body"]


def test_a_merge_whose_event_was_lost(
    apply: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other issue is a duplicate for the rest of that run, too."""
    assert apply() == apply(name="A. Example") == 0
    github.act("rita").comment(REPOSITORY, 1, "/merge #2")
    github.act("rita").add_label(REPOSITORY, 2, "stage:offer")
    github.take_events()
    later = datetime.now(UTC) + timedelta(minutes=30)
    monkeypatch.setattr(tend_run, "now", lambda: later)
    assert cli.run("tend", []) == 0
    assert record_of(github, 2).duplicate_of == 1
    assert github.issue(REPOSITORY, 2)["state_reason"] == "duplicate"
