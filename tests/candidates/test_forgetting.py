"""Candidates are erased in time, or where an admin asks: warned first, by number alone after."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from candidates.company import KEYS, REPOSITORY, Run, labels_of, record_of
from careers import cli
from careers.cli.candidate_runs import looking_after
from careers.cli.candidate_runs.letters import sending_run
from careers.github.answers import issue_of
from careers.hiring.forgetting.erased import read_erased
from careers.sandbox import Sandbox

RETENTION = "[retention.place.elsewhere]\nmost = 30\n"
TOLD = "[privacy.keep]\nelsewhere = 30\n"
LEFT = "Erasing: what a person must do"


def on(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    """So many days from now."""
    later = datetime.now(UTC) + timedelta(days=days)
    for run in (looking_after, sending_run):
        monkeypatch.setattr(run, "now", lambda: later)
    monkeypatch.setattr(looking_after, "company_day", lambda _: later.date())


def titled(github: Sandbox, title: str) -> list[dict[str, Any]]:
    """The issues of a title."""
    return [issue for issue in github.issues(REPOSITORY) if issue["title"] == title]


def said(github: Sandbox, number: int = 1) -> list[str]:
    """The comments of an issue."""
    return [str(c["body"]) for c in github.comments(REPOSITORY, number)]


def is_erased(github: Sandbox, number: int = 1) -> bool:
    """Whether nothing is left of an issue but that it was."""
    issue = github.issue(REPOSITORY, number)
    return read_erased(issue_of(issue), KEYS) is not None and "Ada" not in issue["body"]


@pytest.fixture
def settings(company: Path) -> Path:
    """The company keeps everybody for thirty days, and says so."""
    (company / "candidates.toml").write_text(RETENTION, "utf-8")
    with (company / "careers.toml").open("a", encoding="utf-8") as file:
        file.write(TOLD)
    return company


@pytest.fixture
def rejected(settings: Path, apply: Run, events: Run, github: Sandbox) -> None:
    """Ada was told no."""
    assert settings.is_dir()
    assert apply() == 0
    github.act("rita").comment(REPOSITORY, 1, "Not Ada, I fear.\n\n/reject skills")
    assert events() == 0


@pytest.mark.usefixtures("rejected")
def test_a_candidate_is_warned_of_and_then_erased(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two weeks before the day the issue says it, once; on the day all is gone but that it was."""
    assert cli.run("tend", []) == 0
    due = (datetime.now(UTC) + timedelta(days=30)).date().isoformat()
    assert record_of(github).keeping.due == due
    assert "unless held" in github.issue(REPOSITORY, 1)["body"]
    for days in (15, 16, 17, 29):
        on(monkeypatch, days)
        assert cli.run("tend", []) == 0
    assert sum("is erased on" in text for text in said(github)) == 1
    on(monkeypatch, 30)
    assert cli.run("tend", []) == 0
    issue = github.issue(REPOSITORY, 1)
    assert is_erased(github)
    assert issue["title"] == "Application 1, erased"
    assert labels_of(github, 1) == said(github) == []
    assert issue["state"] == "closed"


@pytest.mark.usefixtures("rejected")
def test_nobody_is_erased_without_a_warning(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the day has passed unsaid, it is said, and there are two weeks to object."""
    on(monkeypatch, 100)
    assert cli.run("tend", []) == 0
    assert any("is erased on" in text for text in said(github))
    on(monkeypatch, 113)
    assert cli.run("tend", []) == 0
    assert not is_erased(github)
    on(monkeypatch, 114)
    assert cli.run("tend", []) == 0
    assert is_erased(github)


@pytest.mark.usefixtures("rejected")
@pytest.mark.parametrize(
    "told", ["", "[privacy.keep]\nelsewhere = 90\n", "[privacy.keep]\nDE = 30\n"]
)
def test_where_candidates_are_told_otherwise_nobody_is_erased(
    company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    """And a person is told, in the log and in an issue that closes once the days agree."""
    settings = (company / "careers.toml").read_text("utf-8")
    (company / "careers.toml").write_text(settings.replace(TOLD, told), "utf-8")
    for days in (15, 40, 60):
        on(monkeypatch, days)
        assert cli.run("tend", []) == 0
    assert not is_erased(github)
    (issue,) = titled(github, LEFT)
    assert "**Nobody is erased:**" in issue["body"]
    (company / "careers.toml").write_text(settings, "utf-8")
    assert cli.run("tend", []) == 0
    assert is_erased(github)
    assert "Nobody is erased" not in titled(github, LEFT)[0]["body"]


@pytest.mark.usefixtures("rejected")
def test_a_legal_hold_stops_the_clock(
    events: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever may write sets it; taken off by others than an admin it is set again."""
    github.act("rita").add_label(REPOSITORY, 1, "legal-hold")
    assert events() == 0
    assert record_of(github).keeping.held_by == "rita"
    assert "must not be erased" in github.issue(REPOSITORY, 1)["body"]
    for days in (20, 60):
        on(monkeypatch, days)
        assert cli.run("tend", []) == 0
    assert not is_erased(github)
    github.act("rita").remove_label(REPOSITORY, 1, "legal-hold")
    assert events() == 0
    assert "legal-hold" in labels_of(github, 1)
    assert said(github)[-1].endswith("an admin alone takes `legal-hold` off, so it is set again.")
    github.grant("rita", REPOSITORY, "admin")
    github.act("rita").remove_label(REPOSITORY, 1, "legal-hold")
    assert events() == 0
    assert "legal-hold" not in labels_of(github, 1)
    for days in (60, 75):
        on(monkeypatch, days)
        assert cli.run("tend", []) == 0
    assert is_erased(github)


@pytest.mark.usefixtures("rejected")
def test_a_hold_whose_event_was_lost_holds_all_the_same(github: Sandbox) -> None:
    """What is there decides: a label that stands keeps, one that is gone comes back."""
    github.act("rita").add_label(REPOSITORY, 1, "legal-hold")
    github.take_events()
    assert cli.run("tend", []) == 0
    assert record_of(github).keeping.held_by == "rita"
    github.act("rita").remove_label(REPOSITORY, 1, "legal-hold")
    github.take_events()
    assert cli.run("tend", []) == 0
    assert "legal-hold" in labels_of(github, 1)


@pytest.mark.usefixtures("rejected")
def test_a_reader_who_triages_holds_nothing(events: Run, github: Sandbox) -> None:
    """GitHub lets them set any label: it is taken off again, and why is said."""
    assert cli.run("labels", []) == 0
    github.grant("otto", REPOSITORY, "triage")
    github.act("otto").add_label(REPOSITORY, 1, "legal-hold")
    assert events() == 0
    assert "legal-hold" not in labels_of(github, 1)
    assert "Taken off again" in said(github)[-1]


def tick(github: Sandbox, who: str = "rita", number: int = 1) -> None:
    """Tick the box of our question."""
    question = next(c for c in github.comments(REPOSITORY, number) if "do:confirm" in c["body"])
    github.act(who).edit_comment(REPOSITORY, question["id"], question["body"].replace("[ ]", "[x]"))


@pytest.mark.usefixtures("rejected")
def test_an_admin_erases_after_having_been_asked_back(events: Run, github: Sandbox) -> None:
    """By a box; the next run of tend does it, though the time has not come."""
    github.grant("rita", REPOSITORY, "admin")
    github.act("rita").comment(REPOSITORY, 1, "/erase")
    assert events() == 0
    assert cli.run("tend", []) == 0
    assert not is_erased(github)
    tick(github)
    assert events() == 0
    assert record_of(github).keeping.asked_by == "rita"
    assert cli.run("tend", []) == 0
    assert is_erased(github)
    assert events() == 0
    assert is_erased(github)
    assert cli.run("tend", []) == 0
    (issue,) = titled(github, LEFT)
    assert "careers erase 1\n" in issue["body"]


@pytest.mark.usefixtures("rejected")
def test_nobody_but_an_admin_confirms(events: Run, github: Sandbox) -> None:
    """Nor may who writes tick the box, copy it, or ask for it."""
    github.act("rita").comment(REPOSITORY, 1, "/erase")
    assert events() == 0
    assert "needs an admin" in said(github)[-1]
    github.add_user("anna")
    github.grant("anna", REPOSITORY, "admin")
    github.act("anna").comment(REPOSITORY, 1, "/erase")
    assert events() == 0
    tick(github)
    assert events() == 0
    assert not record_of(github).keeping.asked_by
    question = next(text for text in said(github) if "do:confirm" in text)
    github.act("rita").comment(REPOSITORY, 1, question.replace("[ ]", "[x]"))
    assert events() == 0
    copied = github.comments(REPOSITORY, 1)[-1]
    github.act("anna").edit_comment(REPOSITORY, copied["id"], copied["body"] + " ")
    assert events() == 0
    assert not record_of(github).keeping.asked_by


@pytest.mark.usefixtures("rejected")
def test_what_was_asked_for_can_be_stopped(events: Run, github: Sandbox) -> None:
    """Until the next run of tend."""
    github.grant("rita", REPOSITORY, "admin")
    for ask in (True, False):
        github.act("rita").comment(REPOSITORY, 1, "/erase" if ask else "/erase off")
        assert events() == 0
        if ask:
            tick(github)
            assert events() == 0
    assert cli.run("tend", []) == 0
    assert not is_erased(github)


@pytest.mark.usefixtures("rejected")
@pytest.mark.parametrize("ways", [["1"], ["--person", "ADA@example.com"]])
def test_an_admins_run_deletes_the_issue(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch, ways: list[str]
) -> None:
    """With their own token; the audit knows the number, the days, and who did it."""
    assert cli.run("erase", ways) == 2
    github.grant("rita", REPOSITORY, "admin")
    monkeypatch.setenv("GITHUB_TOKEN", "t-rita")
    assert cli.run("erase", ["7"]) == 2
    assert cli.run("erase", ways) == 0
    numbers = {issue["number"] for issue in github.issues(REPOSITORY)}
    assert 1 not in numbers
    (audit,) = titled(github, "State: audit")
    assert audit["state"] == "closed"
    assert re.search(r"^\| 1 \| .* \| deleted \| rita \|  \|$", audit["body"], re.MULTILINE)
    assert "Ada" not in audit["body"]
    assert cli.run("erase", ["--person", "ada@example.com"]) == 1


@pytest.mark.usefixtures("rejected")
def test_what_a_person_opened_is_found_again(
    company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The issue that says what is left is one, also where an admin's own token opened it."""
    github.grant("rita", REPOSITORY, "admin")
    settings = company / "careers.toml"
    settings.write_text(settings.read_text("utf-8").replace(TOLD, ""), "utf-8")
    monkeypatch.setenv("GITHUB_TOKEN", "t-rita")
    assert cli.run("erase", ["1"]) == 0
    monkeypatch.setenv("GITHUB_TOKEN", "t-bot")
    for _ in range(2):
        assert cli.run("tend", []) == 0
    (issue,) = titled(github, LEFT)
    assert issue["user"]["login"] == "rita"


@pytest.mark.usefixtures("rejected")
def test_what_must_be_kept_is_kept_and_rule_and_day_are_named(
    company: Path,
    events: Run,
    github: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """By the command and by the verb; an admin's --anyway goes on, and the audit says why."""
    text = "[retention.place.elsewhere]\nleast = 90\nmost = 90\n"
    (company / "candidates.toml").write_text(text, "utf-8")
    github.grant("rita", REPOSITORY, "admin")
    github.act("rita").comment(REPOSITORY, 1, "/erase")
    assert events() == 0
    assert "Not done: `[retention]` keeps it at least 90 days, until " in said(github)[-1]
    monkeypatch.setenv("GITHUB_TOKEN", "t-rita")
    assert cli.run("erase", ["1"]) == 1
    assert "#1: `[retention]` keeps it at least 90 days, until" in capsys.readouterr().out
    github.act("rita").add_label(REPOSITORY, 1, "legal-hold")
    assert cli.run("erase", ["1"]) == 1
    assert "#1: `legal-hold` stands" in capsys.readouterr().out
    assert not is_erased(github)
    assert cli.run("erase", ["1", "--anyway", "ordered by a court"]) == 0
    (audit,) = titled(github, "State: audit")
    assert "| deleted | rita | ordered by a court |" in audit["body"]


def test_the_pool_is_listed_and_brings_one_back(
    apply: Run,
    events: Run,
    github: Sandbox,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """By posting, stage and reason, who agreed; /job takes them up as one who has just applied."""
    assert apply() == 0
    assert apply(name="Ben Example", email="ben@example.com") == 0
    for number, texts in {
        1: ["/advance", "/reject skills", "/pool +30d"],
        2: ["/withdraw"],
    }.items():
        for text in texts:
            github.act("rita").comment(REPOSITORY, number, text)
            assert events() == 0
    capsys.readouterr()
    assert cli.run("candidates", ["--pool"]) == 0
    told = capsys.readouterr().out
    until = record_of(github).keeping.pool
    assert re.search(rf"Ada Example +engineer +phone-screen +rejected +skills +{until}\n", told)
    assert "Ben" not in told
    assert cli.run("candidates", ["--pool", "--format", "json", "--job", "designer"]) == 0
    assert capsys.readouterr().out == "[]\n"
    github.act("rita").comment(REPOSITORY, 1, "/job designer")
    assert events() == 0
    record, issue = record_of(github), github.issue(REPOSITORY, 1)
    assert (record.posting, record.stage, record.reason) == ("designer", "applied", "")
    assert (issue["state"], issue["title"]) == ("open", "Ada Example · Designer")


@pytest.mark.usefixtures("rejected")
def test_who_agreed_is_kept_until_that_day(
    events: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And is warned of and erased then."""
    until = (datetime.now(UTC) + timedelta(days=100)).date().isoformat()
    github.act("rita").comment(REPOSITORY, 1, f"/pool {until}")
    assert events() == 0
    for days in (20, 31, 60, 86, 99):
        on(monkeypatch, days)
        assert cli.run("tend", []) == 0
        assert not is_erased(github)
    on(monkeypatch, 100)
    assert cli.run("tend", []) == 0
    assert is_erased(github)


@pytest.mark.usefixtures("rejected")
def test_an_old_record_brings_nobody_back(
    company: Path, events: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither an event of before that comes late, nor an edit, nor a run over all."""
    before = github.issue(REPOSITORY, 1)["body"]
    github.act("rita").edit(REPOSITORY, 1, body=f"{before}\n")
    late = [event.payload for event in github.take_events() if event.name == "issues"]
    for days in (20, 40):
        on(monkeypatch, days)
        assert cli.run("tend", []) == 0
    for payload in late:
        file = company / "late.json"
        file.write_text(json.dumps(payload), "utf-8")
        assert cli.run("move", ["--event", str(file), "--event-name", "issues"]) == 0
    assert is_erased(github)
    github.act("rita").edit(REPOSITORY, 1, body=github.issue(REPOSITORY, 1)["body"] + "\nWell.")
    github.act("rita").comment(REPOSITORY, 1, "/stage applied")
    github.act("rita").reopen(REPOSITORY, 1)
    assert events() == 0
    assert cli.run("tend", []) == 0
    assert is_erased(github)


@pytest.fixture
def unsettled(settings: Path, apply: Run, events: Run, github: Sandbox) -> None:  # noqa: ARG001
    """An application to a job that is none was kept, and closed by Rita."""
    apply(posting="nope")
    github.act("rita").close(REPOSITORY, 1)
    events()


@pytest.mark.usefixtures("unsettled")
def test_what_could_not_be_taken_in_is_warned_of_too(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two weeks before; it is erased on the day that was said."""
    passed = 0
    for day, told, erased in ((1, 0, 0), (15, 0, 0), (17, 1, 0), (29, 1, 0), (32, 0, 1)):
        on(monkeypatch, day)
        github.wait((day - passed) * 86_400)
        passed = day
        cli.run("tend", [])
        assert len(said(github)) == told, day
        assert is_erased(github) == bool(erased), day


@pytest.mark.usefixtures("unsettled")
def test_a_legal_hold_keeps_whatever_carries_it(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What could not be taken in too: by time, by its number, by the person's address."""
    github.act("rita").add_label(REPOSITORY, 1, "legal-hold")
    for day in (1, 17, 32, 60):
        on(monkeypatch, day)
        cli.run("tend", [])
    assert not is_erased(github)
    github.grant("rita", REPOSITORY, "admin")
    monkeypatch.setenv("GITHUB_TOKEN", "t-rita")
    for whom in (["1"], ["--person", "ada@example.com"]):
        assert cli.run("erase", whom) == 1
        assert "#1: `legal-hold` stands" in capsys.readouterr().out
    assert "ada@" in github.issue(REPOSITORY, 1)["body"]


@pytest.mark.usefixtures("settings")
def test_of_several_who_share_an_address_none_is_erased_unnamed(
    apply: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A family's address: an admin says by number who is meant."""
    for name in ("Ada Example", "Bo Example"):
        assert apply(name=name, email="family@example.com") == 0
    github.grant("rita", REPOSITORY, "admin")
    monkeypatch.setenv("GITHUB_TOKEN", "t-rita")
    assert cli.run("erase", ["--person", "family@example.com"]) != 0
    assert "#1, #2 are of that address, and of more than one name" in capsys.readouterr().err
    assert not is_erased(github)
