"""Scorecards in a repository of their own: another token, no secret there, and `tend` looks."""

from __future__ import annotations

import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from candidates.company import KEYS, REPOSITORY, Run, record_of
from candidates.test_scorecards import NO, SETTINGS, ticked
from careers import cli
from careers.github.answers import issue_of
from careers.hiring.forgetting.erased import read_erased
from careers.hiring.scorecards.scorecard import Scorecard, read_card
from careers.sandbox import Sandbox

APART = "acme/scorecards"
PLACES = [(APART, 1), (APART, 2)]


@pytest.fixture(autouse=True)
def asked(
    apply: Run, events: Run, company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ada stands at the phone screen; an App alone may write where the cards are."""
    github.add_repository(APART, private=True)
    github.add_user("cards[bot]", token="t-cards", type="Bot")
    github.grant("cards[bot]", APART, "write")
    github.grant("careers-bot[bot]", APART, "none")
    monkeypatch.setenv("CAREERS_SCORECARDS_TOKEN", "t-cards")
    for login in ("mira", "jonas"):
        github.add_user(login, token=f"t-{login}")
        github.grant(login, REPOSITORY, "read")
        github.grant(login, APART, "write")
    told = f'\n[scorecards]\nrepository = "{APART}"\n'
    plain = SETTINGS.replace('kit = "kits/screen.md"\n', "")
    (company / "candidates.toml").write_text(plain + told, "utf-8")
    assert cli.run("labels", []) == 0
    assert apply() == 0
    github.act("rita").add_label(REPOSITORY, 1, "stage:phone-screen")
    assert events() == 0
    github.take_events()


def body_of(github: Sandbox, number: int) -> str:
    """A card's text as it stands."""
    return str(github.issue(APART, number)["body"])


def card_of(github: Sandbox, number: int) -> Scorecard:
    """What is signed in a card."""
    found = read_card(body_of(github, number), number, KEYS, APART)
    assert found
    return found


def send(github: Sandbox, number: int, who: str, *ratings: str) -> None:
    """Tick, and *Done*."""
    body = ticked(body_of(github, number), *ratings)
    github.act(who).edit(APART, number, body=body)


def tend(github: Sandbox) -> None:
    """A run; nothing that happens in the cards' repository starts one."""
    github.take_events()
    assert cli.run("tend", []) == 0


def said(github: Sandbox, repository: str, number: int) -> list[str]:
    """The comments of an issue."""
    return [str(c["body"]) for c in github.comments(repository, number)]


def test_they_are_asked_for_and_shown_where_the_candidate_is(github: Sandbox) -> None:
    """Nothing of it stands among the candidates before all are in; references lead both ways."""
    assert [c.place for c in record_of(github).cards] == PLACES
    assert f"- {APART}#1 [mira]" in github.issue(REPOSITORY, 1)["body"]
    assert f"- {REPOSITORY}#1 (letter, CV)" in body_of(github, 1)
    assert [p["login"] for p in github.issue(APART, 1)["assignees"]] == ["mira"]
    assert len([i for i in github.issues(REPOSITORY) if "Scorecard" in i["title"]]) == 0
    send(github, 1, "mira", "strong yes", "yes", "yes")
    send(github, 2, "jonas", "yes", "no", "no")
    tend(github)
    assert [github.issue(APART, n)["state"] for n in (1, 2)] == ["closed", "closed"]
    (summary,) = said(github, REPOSITORY, 1)
    assert f"| | mira {APART}#1 | jonas {APART}#2 |" in summary
    assert f"| **In all** | **+ yes** | **{NO}** |" in summary
    before = record_of(github)
    tend(github)
    assert (record_of(github), said(github, REPOSITORY, 1)) == (before, [summary])


def test_done_counts_from_whom_it_was_asked_of_by_the_edit_history(github: Sandbox) -> None:
    """Another's tick is taken off and said; what another changes behind theirs does not count."""
    send(github, 1, "jonas", "no", "no", "no")
    tend(github)
    assert "*Done* counts from mira alone" in body_of(github, 1)
    body = body_of(github, 1).replace("- [x] no", "- [ ] no")
    github.act("mira").edit(APART, 1, body=ticked(body, "yes", "yes", "yes"))
    forged = body_of(github, 1).replace("- [x] yes", "- [ ] yes").replace("- [ ] no", "- [x] no")
    github.act("jonas").edit(APART, 1, body=forged)
    tend(github)
    assert set(card_of(github, 1).ratings.values()) == {"yes"}
    assert body_of(github, 1).count("- [x] yes") == 3


def test_by_comment_without_a_tick(github: Sandbox) -> None:
    """Theirs is answered once; a wrong one is said anew; nobody else's is read."""
    github.act("jonas").comment(APART, 1, "in all: no\ndone")
    github.act("mira").comment(APART, 1, "in all: 4/5\ndone")
    for _ in range(2):
        tend(github)
    told = [text for text in said(github, APART, 1) if "Not sent" in text]
    assert len(told) == 1
    assert "in another comment" in told[0]
    assert not card_of(github, 1).done
    github.act("mira").comment(APART, 1, "finds the cause: yes\nin all: ++\ndone")
    tend(github)
    assert card_of(github, 1).ratings == {"Finds the cause": "yes", "in all": "strong_yes"}
    assert record_of(github).cards[0].done


def test_where_there_is_no_history_a_comment_is_asked_for(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can be named for a tick, which is said."""
    monkeypatch.setattr("careers.github.client.GitHub.graphql", lambda *_: None)
    send(github, 1, "mira", "yes", "yes", "yes")
    tend(github)
    assert "so nobody can be named for it" in body_of(github, 1)
    assert not card_of(github, 1).done


def test_what_is_changed_later_is_said(github: Sandbox) -> None:
    """And what others change in a card that was sent counts for nothing."""
    for number, who in ((1, "mira"), (2, "jonas")):
        send(github, number, who, "yes", "yes", "yes")
    tend(github)
    github.act("jonas").edit(APART, 1, body=body_of(github, 1).replace("[x] yes", "[ ] yes", 1))
    tend(github)
    assert len(card_of(github, 1).ratings) == 3
    body = body_of(github, 2).replace("- [x] yes", "- [ ] yes", 1)
    github.act("jonas").edit(APART, 2, body=body.replace("- [ ] no", "- [x] no", 1))
    tend(github)
    (summary,) = said(github, REPOSITORY, 1)
    assert "_Changed after the summary: jonas, " in summary


def test_a_card_without_what_is_signed_is_signed_anew(github: Sandbox) -> None:
    """A card of the same number elsewhere, or a copy of it, is none."""
    text = body_of(github, 1)
    github.act("mira").edit(APART, 1, body=text.partition("<!-- careers:scorecard")[0])
    tend(github)
    assert card_of(github, 1).who == "mira"
    github.act("rita").open_issue(REPOSITORY, "Scorecard", text, "scorecard")
    tend(github)
    assert read_card(text, 1, KEYS) is None
    assert [c.done for c in record_of(github).cards] == ["", ""]


@pytest.mark.parametrize("token", ["", "t-careers"])
def test_without_a_way_in_nobody_is_asked_and_all_else_goes_on(  # noqa: PLR0913, PLR0917
    apply: Run,
    events: Run,
    github: Sandbox,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    token: str,
) -> None:
    """Never among the candidates, where the company does not want them."""
    monkeypatch.setenv("CAREERS_SCORECARDS_TOKEN", token)
    assert apply(name="Ben Example", email="ben@example.com") == 0
    github.act("rita").add_label(REPOSITORY, 2, "stage:phone-screen")
    assert events() == 0
    assert record_of(github, 2).stage == "phone-screen"
    assert record_of(github, 2).cards == ()
    assert f"warning: no scorecards in {APART}" in capsys.readouterr().err


def test_a_public_repository_gets_none(apply: Run, events: Run, github: Sandbox) -> None:
    """As with candidates."""
    github.add_repository(APART, private=False)
    assert apply(name="Ben Example", email="ben@example.com") == 0
    github.act("rita").add_label(REPOSITORY, 2, "stage:phone-screen")
    assert events() == 0
    assert len(github.issues(APART)) == 2


def test_who_is_late_is_reminded_there(github: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, in the card; when the time is up, what is in is shown."""
    send(github, 1, "mira", "yes", "yes", "yes")
    tend(github)
    until = datetime.fromisoformat(record_of(github).cards[1].until)
    for moment in (until - timedelta(hours=1), until):
        for run in (
            "tend_run",
            *(f"interviewing.{x}_run" for x in ("cards", "scorecards", "apart")),
        ):
            at = moment.astimezone(UTC)
            monkeypatch.setattr(f"careers.cli.candidate_runs.{run}.now", lambda at=at: at)
        tend(github)
    assert ["two minutes while it is fresh" in x for x in said(github, APART, 2)] == [True]
    assert any("1 of 2 in" in text for text in said(github, REPOSITORY, 1))


def test_they_are_erased_and_deleted_with_the_candidate(
    github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is erased without them; by an admin's run they are gone there too."""
    github.act("mira").comment(APART, 1, "Ada was kind")
    github.grant("rita", REPOSITORY, "admin")
    monkeypatch.setenv("GITHUB_TOKEN", "t-rita")
    monkeypatch.delenv("CAREERS_SCORECARDS_TOKEN")
    assert cli.run("erase", ["1"]) == 2
    assert record_of(github).stage == "phone-screen"
    github.grant("rita", APART, "admin")
    assert cli.run("erase", ["1"]) == 0
    assert github.issues(APART) == []
    (audit,) = (i for i in github.issues(REPOSITORY) if i["title"] == "State: audit")
    assert f"| {APART}#1 |" in audit["body"]


@pytest.mark.parametrize("kept", [True, False])
def test_what_tend_erases_there_is_listed_until_it_is_deleted(
    company: Path, events: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch, *, kept: bool
) -> None:
    """By the question's box; the list names each empty card, whatever the settings name now."""
    file = company / "candidates.toml"
    if not kept:
        file.write_text(file.read_text("utf-8").partition("\n[scorecards]")[0], "utf-8")
    github.grant("rita", REPOSITORY, "admin")
    github.act("rita").comment(REPOSITORY, 1, "/erase")
    assert events() == 0
    question: Any = next(
        c for c in github.comments(REPOSITORY, 1) if "do:confirm" in str(c["body"])
    )
    body = question["body"].replace("- [ ]", "- [x]")
    github.act("rita").edit_comment(REPOSITORY, question["id"], body)
    assert events() == 0
    tend(github)
    stubs = [read_erased_at(github, n) for n in (1, 2)]
    assert stubs == [True, True]
    (left,) = (i for i in github.issues(REPOSITORY) if i["title"].startswith("Erasing"))
    assert f"- {APART}#1\n- {APART}#2" in left["body"]
    github.grant("rita", APART, "admin")
    monkeypatch.setenv("GITHUB_TOKEN", "t-rita")
    monkeypatch.delenv("CAREERS_SCORECARDS_TOKEN")
    assert cli.run("erase", ["1"]) == 0
    assert github.issues(APART) == []


def read_erased_at(github: Sandbox, number: int) -> bool:
    """Whether a card stands empty, by what we signed for it there."""
    return read_erased(issue_of(github.issue(APART, number)), KEYS, APART) is not None


@pytest.mark.parametrize("now", ["", '\n[scorecards]\nrepository = "Acme/ScoreCards"\n'])
def test_cards_are_looked_at_where_they_are(company: Path, github: Sandbox, now: str) -> None:
    """Though the settings name another repository since, or spell it otherwise, or none."""
    file = company / "candidates.toml"
    file.write_text(file.read_text("utf-8").partition("\n[scorecards]")[0] + now, "utf-8")
    for number, who in ((1, "mira"), (2, "jonas")):
        send(github, number, who, "yes", "yes", "yes")
    tend(github)
    assert all(card.done for card in record_of(github).cards)
    assert "2 of 2 in" in said(github, REPOSITORY, 1)[0]
    assert len(github.issues(APART)) == 2


@pytest.mark.parametrize("status", [403, 404, 410, 500, 503])
def test_where_its_issues_are_refused_all_else_goes_on(
    apply: Run, events: Run, github: Sandbox, capsys: pytest.CaptureFixture[str], status: int
) -> None:
    """The token sees the repository, and may not read or write an issue there."""
    for who in ("Ben", "Eve"):
        assert apply(name=f"{who} Example", email=f"{who}@example.com") == 0
    github.act("rita").add_label(REPOSITORY, 2, "stage:phone-screen")
    github.fail(at=1, status=status, times=99, path=rf"{APART}/issues")
    assert events() == 0
    assert record_of(github, 2).stage == "phone-screen"
    github.act("rita").add_label(REPOSITORY, 3, "stage:offer")
    tend(github)
    assert record_of(github, 3).stage == "offer"
    assert any("all candidates" in issue["title"] for issue in github.issues(REPOSITORY))
    assert f"warning: no scorecards in {APART}: {APART}: GitHub" in capsys.readouterr().err


def test_cards_that_nobody_waits_for_are_closed_once_there_is_a_way_in(
    events: Run, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The token had expired when the candidate left."""
    monkeypatch.setenv("CAREERS_SCORECARDS_TOKEN", "t-careers")
    github.act("rita").comment(REPOSITORY, 1, "/reject skills")
    assert events() == 0
    assert record_of(github).stage == "rejected"
    assert [card.place for card in record_of(github).cards] == PLACES
    monkeypatch.setenv("CAREERS_SCORECARDS_TOKEN", "t-cards")
    tend(github)
    assert [github.issue(APART, number)["state"] for number in (1, 2)] == ["closed", "closed"]
    assert [card.place for card in record_of(github).let_go] == PLACES


def test_all_that_were_ever_asked_for_are_erased_and_exported(
    events: Run, company: Path, github: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Though a record names the newest alone, settings no repository, and a label was taken off."""
    monkeypatch.setattr("careers.hiring.scorecards.asking._LET_GO_KEPT", 1)
    for who in ("rita", "mira", "jonas", "rita"):
        github.act("rita").comment(REPOSITORY, 1, f"/interview +2d 14:00 UTC @{who}")
        events()
        github.take_events()
    record = record_of(github)
    assert len(record.let_go) == len(record.cards) == 1
    assert len(github.issues(APART)) > len(PLACES) + 1
    github.act("jonas").remove_label(APART, 2, "scorecard")
    file = company / "candidates.toml"
    file.write_text(file.read_text("utf-8").partition("\n[scorecards]")[0], "utf-8")
    assert cli.run("export", ["--person", "ada@example.com", "--to", "ada.zip"]) == 0
    with zipfile.ZipFile("ada.zip") as made:
        cards = [name for name in made.namelist() if "scorecard-scorecards-" in name]
    assert len(cards) == len(github.issues(APART))
    github.grant("rita", REPOSITORY, "admin")
    github.grant("rita", APART, "admin")
    monkeypatch.setenv("GITHUB_TOKEN", "t-rita")
    monkeypatch.delenv("CAREERS_SCORECARDS_TOKEN")
    assert cli.run("erase", ["1"]) == 0
    assert github.issues(APART) == []
