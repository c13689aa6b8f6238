"""Scorecards over HTTP: asked of each interviewer, taken from them alone, shown when all are in."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from candidates.company import KEYS, REPOSITORY, Run, labels_of, record_of
from careers import cli
from careers.cli.candidate_runs import move_run, tend_run
from careers.cli.candidate_runs.interviewing import cards_run, scorecards_run
from careers.hiring.scorecards.reading import Reading
from careers.hiring.scorecards.reading import read_card as read_text
from careers.hiring.scorecards.scorecard import Scorecard, read_card
from careers.sandbox import How, Sandbox
from form_services import CV

NO = "\u2013 no"
SETTINGS = """
[stage.phone-screen]
interviewers = ["mira", "jonas"]
scorecard = ["Finds the cause", "Explains plainly"]
kit = "kits/screen.md"
"""


Clock = Callable[[str], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Let the runs believe that it is another time."""

    def turn(moment: str) -> None:
        at = datetime.fromisoformat(moment)
        for module in (tend_run, cards_run, scorecards_run, move_run):
            monkeypatch.setattr(module, "now", lambda: at)

    return turn


@pytest.fixture(autouse=True)
def asked(apply: Run, events: Run, company: Path, github: Sandbox) -> None:
    """Ada stands at the phone screen, and two were asked."""
    for login in ("mira", "jonas"):
        github.add_user(login, token=f"t-{login}")
        github.grant(login, REPOSITORY, "write")
    (company / "candidates.toml").write_text(SETTINGS, "utf-8")
    (company / "kits").mkdir()
    (company / "kits/screen.md").write_text("1. Where would you look first?\n", "utf-8")
    assert cli.run("labels", []) == 0
    assert apply() == 0
    github.act("rita").add_label(REPOSITORY, 1, "stage:phone-screen")
    assert events() == 0
    github.take_events()


def body_of(github: Sandbox, number: int) -> str:
    """The text as it stands."""
    return str(github.issue(REPOSITORY, number)["body"])


def card_of(github: Sandbox, number: int) -> Scorecard:
    """What is signed in a card."""
    found = read_card(body_of(github, number), number, KEYS)
    assert found
    return found


def ticked(body: str, *ratings: str) -> str:
    """The card with these ratings, one a heading, and *Done*."""
    parts = body.split("### ")
    for number, rating in enumerate(ratings, 1):
        parts[number] = parts[number].replace(f"- [ ] {rating}\n", f"- [x] {rating}\n", 1)
    return "### ".join(parts).replace("[ ] <!-- do:submit -->", "[x] <!-- do:submit -->")


def send(github: Sandbox, number: int, who: str, *ratings: str) -> None:
    """Tick, and *Done*."""
    github.act(who).edit(REPOSITORY, number, body=ticked(body_of(github, number), *ratings))


def said(github: Sandbox, number: int) -> list[str]:
    """The comments of an issue."""
    return [str(c["body"]) for c in github.comments(REPOSITORY, number)]


def test_each_interviewer_is_asked_once(events: Run, github: Sandbox) -> None:
    """One mail each: assigned in the request that opens it, no word of the candidate in it."""
    record = record_of(github)
    assert [(c.stage, c.who, c.issue) for c in record.cards] == [
        ("phone-screen", "mira", 2),
        ("phone-screen", "jonas", 3),
    ]
    issue = github.issue(REPOSITORY, 2)
    assert issue["title"] == "Scorecard 1 · phone screen · mira"
    assert labels_of(github, 2) == ["scorecard"]
    assert [person["login"] for person in issue["assignees"]] == ["mira"]
    assert "1. Where would you look first?" in issue["body"]
    assert issue["parent_issue_url"].endswith("/issues/1")
    opened = [r for r in github.requests if r.method == "POST" and r.path.endswith("/issues")]
    assert all("Ada" not in str(request.body) for request in opened[1:])
    assert "**Scorecards: 0 of 2 in**" in body_of(github, 1)
    github.act("rita").comment(REPOSITORY, 1, "/next tomorrow")
    assert events() == 0
    assert len(github.issues(REPOSITORY)) == 3


def test_two_send_theirs_and_all_is_shown(events: Run, github: Sandbox) -> None:
    """Nothing is shown before, then one comment, pinned, and the same in the issue's text."""
    send(github, 2, "mira", "strong yes", "yes", "yes")
    assert events() == 0
    assert github.issue(REPOSITORY, 2)["state_reason"] == "completed"
    assert (card_of(github, 2).done, record_of(github).cards[0].ratings) != ("", {})
    assert "**Scorecards: 1 of 2 in**" in body_of(github, 1)
    assert "strong" not in body_of(github, 1)
    assert said(github, 1) == []
    send(github, 3, "jonas", "yes", "no", "no")
    assert events() == 0
    (summary,) = said(github, 1)
    assert f"| **Explains plainly** | + yes | {NO} ← **apart: talk about it** |" in summary
    assert f"| **In all** | **+ yes** | **{NO}** |" in summary
    assert github.issue(REPOSITORY, 1)["pinned_comment"]["body"] == summary
    assert "### Scorecards: phone screen, 2 of 2 in" in body_of(github, 1)
    step = record_of(github).next_step
    assert step
    assert step.text == "Decide"


def test_what_is_missing_is_said_on_top(events: Run, github: Sandbox) -> None:
    """Two ticks under a heading: *Done* is unticked, and nothing counts."""
    body = ticked(body_of(github, 2), "yes", "yes", "no")
    body = body.replace("- [ ] strong no\n", "- [x] strong no\n", 1)
    github.act("mira").edit(REPOSITORY, 2, body=body)
    assert events() == 0
    now = body_of(github, 2)
    assert "> *Finds the cause* has two ticks: leave one." in now
    assert "[ ] <!-- do:submit -->" in now
    assert not card_of(github, 2).done
    assert github.issue(REPOSITORY, 2)["state"] == "open"


def test_who_asks_what_is_kept_gets_them_too(company: Path) -> None:
    """By `careers export --person`, with offers; nothing that is signed."""
    (company / "offer.pdf").write_bytes(CV)
    assert cli.run("attach", ["1", "offer.pdf"]) == 0
    assert cli.run("export", ["--person", "ada@example.com", "--to", "ada.zip"]) == 0
    with zipfile.ZipFile("ada.zip") as made:
        names = {name.rpartition("/")[2]: name for name in made.namelist()}
        assert {"scorecard-2.md", "scorecard-3.md", "1-offer-1.pdf"} <= set(names)
        text = made.read(names["scorecard-2.md"]).decode()
    assert text.startswith("# Scorecard 1 · phone screen · mira\n")
    assert "### Finds the cause" in text
    assert "careers:scorecard {" not in text


@pytest.mark.parametrize("who", ["rita", "jonas"])
def test_done_counts_from_the_assignee_alone(events: Run, github: Sandbox, who: str) -> None:
    """Whoever else may write: unticked, and said."""
    send(github, 2, who, "yes", "yes", "yes")
    assert events() == 0
    assert "*Done* counts from mira alone" in body_of(github, 2)
    assert not card_of(github, 2).done


def test_a_comment_is_read_the_same(events: Run, github: Sandbox) -> None:
    """From a mail or a telephone; what others write is read by nobody."""
    github.act("mira").comment(REPOSITORY, 2, "finds the cause: yes, found the race")
    github.act("jonas").comment(REPOSITORY, 2, "in all: strong no\n\ndone")
    assert events() == 0
    assert "### Finds the cause\n- [ ] strong no\n- [ ] no\n- [ ] mixed\n- [x] yes" in body_of(
        github, 2
    )
    assert not card_of(github, 2).done
    github.act("mira").comment(REPOSITORY, 2, "In all: 4/5\ndone")
    assert events() == 0
    assert "which is no rating" in said(github, 2)[-1]
    comment = github.comments(REPOSITORY, 2)[-2]["id"]
    github.act("mira").edit_comment(REPOSITORY, comment, "In all: ++\ndone")
    assert events() == 0
    assert card_of(github, 2).ratings == {"Finds the cause": "yes", "in all": "strong_yes"}
    assert "which is no rating" not in "".join(said(github, 2))


def test_what_is_changed_later_is_said(events: Run, github: Sandbox) -> None:
    """In the comment that stands, which mails nobody."""
    for number, who in ((2, "mira"), (3, "jonas")):
        send(github, number, who, "yes", "yes", "yes")
        assert events() == 0
    body = body_of(github, 2).replace("- [x] yes", "- [ ] yes", 1)
    github.act("mira").edit(REPOSITORY, 2, body=body.replace("- [ ] no", "- [x] no", 1))
    assert events() == 0
    (summary,) = said(github, 1)
    assert f"| **Finds the cause** | {NO} | + yes ← **apart: talk about it** |" in summary
    assert "_Changed after the summary: mira, " in summary
    github.act("rita").edit(REPOSITORY, 3, body=body_of(github, 3).replace("[x] yes", "[ ] yes"))
    assert events() == 0
    assert said(github, 1) == [summary]


def test_an_issue_that_the_bot_never_made_is_no_card(events: Run, github: Sandbox) -> None:
    """With the label, a copied card, a forged one: nothing is done, nothing is said."""
    copied = body_of(github, 2)
    forged = '<!-- careers:scorecard {"version":1,"candidate":1,"issue":5,"who":"rita"} -->'
    for text in (copied, f"{copied}\n{forged}", forged, "done"):
        number = github.act("rita").open_issue(REPOSITORY, "Scorecard", text, "scorecard")
        github.take_events()
        before = record_of(github), body_of(github, number)
        send(github, number, "rita", *["yes"] * text.count("### "))
        github.act("rita").comment(REPOSITORY, number, "in all: yes\ndone\n\n/hire")
        assert events() == 0
        assert record_of(github) == before[0]
        assert len(said(github, number)) == 1
        assert cli.run("tend", []) == 0
        assert record_of(github) == before[0]


def test_a_card_that_was_damaged_is_put_right(events: Run, github: Sandbox) -> None:
    """What is signed comes back with the next edit; what was sent stays sent."""
    body = body_of(github, 2)
    github.act("rita").edit(REPOSITORY, 2, body=body.partition("<!-- careers:scorecard")[0])
    assert events() == 0
    assert card_of(github, 2).who == "mira"
    send(github, 2, "mira", "yes", "yes", "yes")
    assert events() == 0
    assert card_of(github, 2).done


def test_a_card_without_what_is_signed_is_signed_anew(github: Sandbox, events: Run) -> None:
    """By the candidate's record, which names it."""
    body = body_of(github, 2).partition("<!-- careers:scorecard")[0]
    github.act("mira").edit(REPOSITORY, 2, body=body)
    github.take_events()
    assert cli.run("tend", []) == 0
    send(github, 2, "mira", "yes", "yes", "yes")
    assert events() == 0
    assert card_of(github, 2).done
    assert record_of(github).cards[0].done


def test_a_lost_event_is_made_up_for(events: Run, github: Sandbox, clock: Clock) -> None:
    """Nobody can be named for a tick, so it is asked for again; what is in is shown."""
    send(github, 2, "mira", "yes", "yes", "yes")
    github.take_events()
    assert cli.run("tend", []) == 0
    assert "[x] <!-- do:submit -->" in body_of(github, 2)
    clock(f"{datetime.now(UTC) + timedelta(minutes=30):%Y-%m-%dT%H:%M:%SZ}")
    assert cli.run("tend", []) == 0
    assert "its event got lost, so nobody can be named for it" in body_of(github, 2)
    send(github, 2, "mira", "yes", "yes", "yes")
    assert events() == 0
    assert card_of(github, 2).done


def test_who_is_late_is_told_once_and_time_is_up(
    events: Run, github: Sandbox, clock: Clock
) -> None:
    """In the card; a working day later what is in is shown, and who is missing."""
    send(github, 2, "mira", "yes", "yes", "yes")
    assert events() == 0
    due, until = record_of(github).cards[1].due, record_of(github).cards[1].until
    for day in (due, until[:10], until[:10]):
        clock(f"{day}T12:00:00Z")
        assert cli.run("tend", []) == 0
    told = [text.partition("\n")[2] for text in said(github, 3)]
    assert told == ["@jonas, two minutes while it is fresh: tick one line each, then *Done*."]
    assert not record_of(github).shown
    clock(until)
    assert cli.run("tend", []) == 0
    (summary,) = said(github, 1)
    assert "phone screen, 1 of 2 in" in summary
    assert "Not in: [jonas](https://github.com/jonas) #3" in summary
    send(github, 3, "jonas", "no", "no", "no")
    assert events() == 0
    (summary,) = said(github, 1)
    assert f"| **In all** | **+ yes** | **{NO}** |" in summary


def test_two_who_send_at_once_lose_nothing(company: Path, github: Sandbox) -> None:
    """Each card is its own issue, and whoever comes last shows both, whatever order runs have."""
    send(github, 2, "mira", "yes", "yes", "yes")
    github.meanwhile(
        at=4, act=lambda: send(github, 3, "jonas", "no", "no", "no")
    )  # while Mira's is taken
    first = [event for event in github.take_events() if event.name == "issues"]
    for event in (*first, *first):
        move(company, event.payload)
    second = [
        event for event in github.take_events() if event.payload["sender"]["login"] == "jonas"
    ]
    for event in second:
        move(company, event.payload)
    assert [bool(card.done) for card in record_of(github).cards] == [True, True]
    (summary,) = said(github, 1)
    assert f"| **In all** | **+ yes** | **{NO}** |" in summary


def move(company: Path, payload: object) -> None:
    """One run for one event."""
    (company / "event.json").write_text(json.dumps(payload), "utf-8")
    assert cli.run("move", ["--event", "event.json", "--event-name", "issues"]) == 0


@pytest.mark.parametrize("at", range(6, 22, 2))
@pytest.mark.parametrize("how", ["cut", "cut-after"])
def test_a_run_that_is_cut_off_asks_nobody_twice(
    events: Run, github: Sandbox, company: Path, at: int, how: How
) -> None:
    """Whatever request it was: a card that was opened is taken up, and its text filled."""
    github.add_user("ngozi", token="t-ngozi")
    github.grant("ngozi", REPOSITORY, "write")
    text = SETTINGS.replace("phone-screen", "case-study").replace("mira", "ngozi")
    (company / "candidates.toml").write_text(text, "utf-8")
    github.act("rita").add_label(REPOSITORY, 1, "stage:case-study")
    github.fail(at=at, how=how)
    assert events() == 0
    assert cli.run("tend", []) == 0
    record = record_of(github)
    assert [card.who for card in record.cards if card.stage == "case-study"] == ["ngozi", "jonas"]
    for card in record.cards:
        assert card_of(github, card.issue).who == card.who
    opened = [
        issue["title"] for issue in github.issues(REPOSITORY) if "Scorecard" in issue["title"]
    ]
    assert len(opened) == len(set(opened)) == 4


def test_a_hostile_kit_and_comment_notify_nobody(
    events: Run, github: Sandbox, company: Path
) -> None:
    """A kit is text: it opens no other part, mentions nobody, and is no card."""
    (company / "kits/screen.md").write_text(
        "@octocat </details> <!-- careers:scorecard {} -->\n### In all\n- [x] yes\n", "utf-8"
    )
    text = SETTINGS.replace("phone-screen", "case-study")
    (company / "candidates.toml").write_text(text, "utf-8")
    github.act("rita").add_label(REPOSITORY, 1, "stage:case-study")
    assert events() == 0
    number = record_of(github).cards[-1].issue
    body = body_of(github, number)
    assert "@octocat" not in body
    assert body.count("</details>") == 1
    github.act("jonas").comment(REPOSITORY, number, "finds the cause: @octocat <img src=x>")
    assert events() == 0
    assert "@octocat" not in said(github, number)[-1]
    assert "<img" not in said(github, number)[-1]
    assert not read_whole_card(body).ratings


def read_whole_card(body: str) -> Reading:
    """As it is read when *Done* is ticked."""
    return read_text(body, ("Finds the cause", "Explains plainly"))


def test_others_interview_and_an_end_lets_go(events: Run, github: Sandbox) -> None:
    """Who no longer interviews is no longer waited for; nobody is once it ended."""
    github.act("rita").comment(REPOSITORY, 1, "/interview +2d 14:00 UTC @mira @rita")
    assert events() == 0
    assert [card.who for card in record_of(github).cards] == ["mira", "rita"]
    assert github.issue(REPOSITORY, 3)["state_reason"] == "not_planned"
    github.act("rita").comment(REPOSITORY, 1, "/reject skills")
    assert events() == 0
    record = record_of(github)
    assert record.cards == ()
    assert [talk.status for talk in record.interviews] == ["called off"]
    assert github.issue(REPOSITORY, 4)["state_reason"] == "not_planned"


def test_a_card_that_was_deleted_is_asked_for_anew(events: Run, github: Sandbox) -> None:
    """By the next hourly run, once; one that was sent stays as it was read."""
    send(github, 3, "jonas", "yes", "yes", "yes")
    assert events() == 0
    github.grant("rita", REPOSITORY, "admin")
    for number in (2, 3):
        github.act("rita").delete_issue(REPOSITORY, number)
    github.take_events()
    for _ in range(2):
        assert cli.run("tend", []) == 0
    assert [(card.who, card.issue, bool(card.done)) for card in record_of(github).cards] == [
        ("jonas", 3, True),
        ("mira", 4, False),
    ]
    send(github, 4, "mira", "yes", "yes", "yes")
    assert events() == 0
    assert "2 of 2 in" in said(github, 1)[-1]


def test_a_label_past_a_demand_is_taken_off(events: Run, github: Sandbox, company: Path) -> None:
    """And a box says what it waits for."""
    with (company / "candidates.toml").open("a", encoding="utf-8") as file:
        file.write("[stage.case-study]\nneeds_scorecards = 2\n")
    github.act("rita").comment(REPOSITORY, 1, "/next tomorrow")
    assert events() == 0
    assert "On to **case study** · opens when 2 more scorecards are in" in body_of(github, 1)
    github.act("rita").add_label(REPOSITORY, 1, "stage:case-study")
    assert events() == 0
    assert "stage:phone-screen" in labels_of(github, 1)
    assert (
        "`stage:case-study` was taken off again: *case study* needs 2 scorecards"
        in (said(github, 1)[-1])
    )
    for number, who in ((2, "mira"), (3, "jonas")):
        send(github, number, who, "yes", "yes", "yes")
        assert events() == 0
    github.act("rita").add_label(REPOSITORY, 1, "stage:case-study")
    assert events() == 0
    assert "stage:case-study" in labels_of(github, 1)


def test_pay_is_told_before_the_first_talk(
    apply: Run, events: Run, company: Path, github: Sandbox
) -> None:
    """Where the law of the job's place wants it, and the posting names none."""
    posting = company / "postings/designer.md"
    text = posting.read_text("utf-8")
    place = "status: open\nlocations:\n  - city: Vilnius\n    country: LT"
    posting.write_text(text.replace("status: open", place), "utf-8")
    assert apply(posting="designer", name="Bo", email="bo@example.com") == 0
    number = max(int(issue["number"]) for issue in github.issues(REPOSITORY))
    github.take_events()
    github.act("rita").comment(REPOSITORY, number, "/advance")
    assert events() == 0
    assert "before the first interview the pay must be told" in said(github, number)[-1]
    github.act("rita").add_label(REPOSITORY, number, "stage:phone-screen")
    assert events() == 0
    assert "stage:applied" in labels_of(github, number)
    pay = "salary:\n  min: 40000\n  max: 50000\n  currency: EUR\nstatus: open"
    posting.write_text(posting.read_text("utf-8").replace("status: open", pay), "utf-8")
    github.act("rita").comment(REPOSITORY, number, "/advance")
    assert events() == 0
    assert "stage:phone-screen" in labels_of(github, number)
