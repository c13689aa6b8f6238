"""A letter that goes is true of the record when it goes, whatever was done since it was asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar

from candidates.company import REPOSITORY, Run, candidates_of, labels_of, record_of
from candidates.letters import Clock
from candidates.test_exchange import bring
from candidates.test_interview_story import calendars, told
from candidates.test_interview_story import clock as _clock
from candidates.test_interview_story import office as _office
from candidates.test_letters import head, letters, said, subjects
from candidates.test_letters import settle as _settle
from candidates.test_scorecards import send
from careers import cli
from careers.sandbox import Sandbox
from mail_server import MailOffice, text_of

settle, office, clock = _settle, _office, _clock
Settle = Callable[[], None]
INTERVIEW = "/interview +5d 14:00 Europe/Berlin https://meet.example.com/k3"


@pytest.fixture
def say(github: Sandbox, settle: Settle) -> Callable[..., None]:
    """Rita comments, and the runs that this starts are over."""

    def comment(text: str, number: int = 1) -> None:
        github.act("rita").comment(REPOSITORY, number, text)
        settle()

    return comment


@pytest.fixture
def later(clock: Clock) -> Callable[[int], None]:
    """Days go by, with a run of ``tend`` each."""

    def days(count: int) -> None:
        for _ in range(count):
            clock.forward(timedelta(days=1))
            assert cli.run("tend", []) == 0

    return days


Say = Callable[..., None]
Later = Callable[[int], None]


def noes(office: MailOffice) -> list[str]:
    """The subjects of the noes that went."""
    return [subject for subject in subjects(office) if subject.endswith("our answer")]


def test_a_merge_brings_no_no_to_who_goes_on(
    apply: Run, office: MailOffice, github: Sandbox, say: Say, later: Later
) -> None:
    """The other was rejected and its no waits; this one is under way."""
    assert apply() == 0
    assert apply(name="Ada B. Example") == 0
    say("/reject skills", 2)
    say("/merge #2")
    later(9)
    assert record_of(github).stage == "applied"
    assert ("not-a-match", "stopped") in letters(github)
    assert noes(office) == []


def test_a_merge_that_takes_up_again_stops_the_no(
    apply: Run, office: MailOffice, github: Sandbox, say: Say, later: Later
) -> None:
    """Here it was ended, and the other went on."""
    assert apply() == 0
    assert apply(name="Ada B. Example") == 0
    say("/advance", 2)
    say("/reject skills")
    say("/merge #2")
    record = record_of(github)
    assert (record.stage, record.reason) == ("phone-screen", "")
    later(9)
    assert noes(office) == []


def test_of_two_noes_one_goes(apply: Run, office: MailOffice, say: Say, later: Later) -> None:
    """Both were rejected, and nobody was told."""
    assert apply() == 0
    assert apply(name="Ada B. Example") == 0
    say("/reject skills", 2)
    say("/reject skills")
    say("/merge #2")
    later(9)
    assert noes(office) == ["Engineer: our answer"]


@pytest.mark.usefixtures("office")
def test_a_merge_keeps_scorecards(apply: Run, github: Sandbox, say: Say) -> None:
    """Those of the other are this one's then, and the text shows them."""
    assert apply() == 0
    assert apply(name="Ada B. Example") == 0
    say("/stage phone-screen", 2)
    say("/merge #2")
    assert [card.who for card in record_of(github).cards] == ["mira", "jonas"]
    assert "mira" in github.issue(REPOSITORY, 1)["body"]


@pytest.mark.usefixtures("office")
def test_what_is_sent_after_a_merge_is_shown_where_they_are(
    apply: Run, github: Sandbox, say: Say
) -> None:
    """The cards were asked for in the issue that was merged; it stays a closed duplicate."""
    assert apply() == 0
    assert apply(name="Ada B. Example") == 0
    say("/stage phone-screen", 2)
    say("/merge #2")
    for card in record_of(github).cards:
        send(github, card.issue, card.who, "yes", "yes")
    say("Let us see.")
    assert all(card.done for card in record_of(github).cards)
    assert ["2 of 2 in" in text for text in said(github)] == [True]
    assert said(github, 2) == []


@pytest.mark.usefixtures("office")
def test_a_merge_asks_nobody_for_two_scorecards(apply: Run, github: Sandbox, say: Say) -> None:
    """Both stand at one stage: of two cards the one that was sent stays, the other is closed."""
    assert apply() == 0
    assert apply(name="Ada B. Example") == 0
    say("/stage phone-screen")
    say("/stage phone-screen", 2)
    first, second = record_of(github, 1).cards, record_of(github, 2).cards
    send(github, second[0].issue, "mira", "yes", "yes")
    say("/merge #2")
    kept = {card.issue for card in record_of(github).cards}
    assert kept == {second[0].issue, first[1].issue}
    gone = [first[0].issue, second[1].issue]
    assert [github.issue(REPOSITORY, number)["state"] for number in gone] == ["closed", "closed"]
    assert {card.issue for card in record_of(github).let_go} == set(gone)


@pytest.mark.parametrize("end", ["/reject skills", "/withdraw", "/hire anyway they are known"])
def test_no_receipt_goes_to_who_has_ended(  # noqa: PLR0913, PLR0917 - the whole office
    apply: Run, office: MailOffice, github: Sandbox, say: Say, later: Later, end: str
) -> None:
    """It was on its way when their process ended."""
    assert apply() == 0
    github.grant("rita", REPOSITORY, "admin")
    say(end)
    later(1)
    assert letters(github)[0] == ("received", "stopped")
    assert [subject for subject in subjects(office) if "have your application" in subject] == []


@pytest.mark.usefixtures("office")
def test_no_receipt_goes_to_who_was_invited(
    apply: Run, github: Sandbox, say: Say, later: Later
) -> None:
    """They know that it arrived, and nobody is told that the receipt did not go."""
    assert apply() == 0
    say("/advance")
    later(1)
    assert letters(github)[:2] == [("received", "stopped"), ("invited", "sent")]
    assert said(github) == []


def test_a_letter_speaks_of_the_job_it_was_asked_for(
    apply: Run, office: MailOffice, say: Say, later: Later
) -> None:
    """They applied as an engineer, whatever they are looked at for since."""
    assert apply() == 0
    say("/job designer")
    later(1)
    ((_, mail),) = office.post.taken
    assert "Engineer" in str(mail["Subject"])
    assert "Designer" not in text_of(mail)


def test_another_job_takes_up_whom_nobody_told(
    apply: Run, office: MailOffice, github: Sandbox, say: Say, later: Later
) -> None:
    """As one who has just applied there; the no of the other job does not go."""
    assert apply() == 0
    say("/reject skills")
    say("/job designer")
    record = record_of(github)
    assert (record.stage, record.reason, record.posting) == ("applied", "", "designer")
    assert {"stage:applied", "job:designer"} <= set(labels_of(github, 1))
    later(9)
    assert noes(office) == []


@pytest.fixture
def talking(apply: Run, office: MailOffice, github: Sandbox, say: Say) -> None:  # noqa: ARG001
    """A candidate whose interview is set, and who knows of it."""
    assert cli.run("labels", []) == 0
    assert apply() == 0
    assert cli.run("tend", []) == 0
    github.take_events()
    say("/stage phone-screen")
    say(INTERVIEW)


def cancellation(office: MailOffice) -> tuple[str, str]:
    """Subject and text of the newest letter, which calls a talk off."""
    mail = office.post.taken[-1][1]
    (file,) = [part for part in mail.walk() if part.get_content_type() == "text/calendar"]
    assert Calendar.from_ical(file.get_content())["method"] == "CANCEL"
    return str(mail["Subject"]), text_of(mail)


@pytest.mark.usefixtures("talking")
def test_a_rejection_is_told_by_the_no_first(
    office: MailOffice, github: Sandbox, say: Say, later: Later, clock: Clock
) -> None:
    """The interview is called off on the day of the no, and nothing before tells."""
    clock.forward(timedelta(minutes=1))
    before = len(office.post.taken)
    say("/reject skills")
    assert cli.run("tend", []) == 0
    assert len(office.post.taken) == before
    assert "[ ] <!-- do:undo -->" in github.issue(REPOSITORY, 1)["body"]
    assert "called off with the no" in github.issue(REPOSITORY, 1)["body"]
    later(4)
    assert len(subjects(office)[before:]) == 2
    assert subjects(office)[before] == "Engineer: our answer"
    subject, text = cancellation(office)
    assert subject.startswith("Engineer: Phone screen on ")
    assert "Our talk was cancelled." in text
    assert "Rejected" not in subject + text
    assert not {"Pay", "?", "You hear from us"} & set(text.split())


@pytest.mark.usefixtures("talking")
def test_an_undone_rejection_leaves_the_interview(
    office: MailOffice, github: Sandbox, say: Say, later: Later
) -> None:
    """Nothing was sent, and the same people's same scorecards are waited for."""
    cards = [(card.who, card.issue) for card in record_of(github).cards]
    before = len(office.post.taken)
    say("/reject skills")
    say("/undo")
    assert [(card.who, card.issue) for card in record_of(github).cards] == cards
    assert all(github.issue(REPOSITORY, number)["state"] == "open" for _, number in cards)
    assert [talk.status for talk in record_of(github).interviews] == ["scheduled"]
    later(1)
    assert len(office.post.taken) == before


@pytest.mark.usefixtures("talking")
def test_nobody_comes_to_a_talk_that_is_not(
    office: MailOffice, github: Sandbox, say: Say, clock: Clock
) -> None:
    """A day before it waits for no no: the letter says only that it does not take place."""
    (talk,) = record_of(github).interviews
    clock.forward(datetime.fromisoformat(talk.start) - clock.now() - timedelta(hours=3))
    say("/reject skills")
    assert cli.run("tend", []) == 0
    assert noes(office) == []
    subject, text = cancellation(office)
    assert "Rejected" not in subject + text


@pytest.mark.usefixtures("talking")
@pytest.mark.parametrize("end", ["/withdraw", "/hire anyway they are known"])
def test_other_ends_call_it_off_plainly(
    office: MailOffice, github: Sandbox, say: Say, end: str
) -> None:
    """At once, before what confirms the end; the letter asks and promises nothing."""
    github.grant("rita", REPOSITORY, "admin")
    before = len(office.post.taken)
    say(end)
    assert cli.run("tend", []) == 0
    _, mail = office.post.taken[before]
    assert str(mail["Subject"]).startswith("Engineer: Phone screen on ")
    assert "There is nothing for you to do." in text_of(mail)
    assert not {"Hired", "Withdrawn", "Pay", "hear"} & set(text_of(mail).split())
    assert [told(calendar)[0] for calendar in calendars(office)] == ["REQUEST", "CANCEL"]
    assert "did not go" not in head(github)


@pytest.mark.parametrize(
    ("reason", "letter"),
    [("closed", ("job-filled", "due")), ("spam", ("not-a-match", "stopped"))],
)
def test_another_reason_has_another_letter(  # noqa: PLR0913, PLR0917 - the whole office
    apply: Run,
    office: MailOffice,
    github: Sandbox,
    say: Say,
    reason: str,
    letter: tuple[str, str],
) -> None:
    """The no waits still, so what it says is that of the reason which stands."""
    assert apply() == 0
    say("/reject skills")
    say(f"/reject {reason}")
    assert letters(github)[-1] == letter
    assert office.post.taken == []


@pytest.mark.usefixtures("talking")
def test_an_interview_is_called_off_from_any_stage(
    office: MailOffice, github: Sandbox, say: Say
) -> None:
    """They were moved on meanwhile; the candidate's calendar has it still."""
    say("/advance anyway they are known")
    say("/interview off")
    assert [talk.off for talk in record_of(github).interviews] == [True]
    assert cancellation(office)[0].startswith("Engineer: Phone screen on ")


def test_what_is_imported_is_told_nothing(
    company: Path, office: MailOffice, github: Sandbox, later: Later
) -> None:
    """A table of candidates of long ago: under way, talked with, ended."""
    table = (
        "Name,Email,Job,Stage,Status,Reason\nAda,a@x.example,Engineer,applied,,\n"
        "Ben,b@x.example,Engineer,phone screen,,\nCy,c@x.example,Engineer,applied,rejected,skills\n"
    )
    assert cli.run("labels", []) == 0
    assert bring(company, table, "--write") == 0
    assert len(candidates_of(github)) == 3
    later(4)
    assert office.post.taken == []
