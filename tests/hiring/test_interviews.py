"""Talks in calendars: one name, a number that grows; and nights in which clocks are changed."""

from __future__ import annotations

from datetime import date, time

import pytest
from icalendar import Calendar

from careers.hiring.candidate import Candidate, Decision
from careers.hiring.commands import commands_by_name
from careers.hiring.interviews.calendar import calendar_file
from careers.hiring.interviews.numbering import joined_talks
from careers.hiring.interviews.parties import Parties
from careers.hiring.interviews.times import moments_of
from careers.hiring.issues import Issue
from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import LetterState
from careers.hiring.request import Request
from careers.hiring.rules import Rules
from careers.settings import CompanySettings
from hiring.sealing import candidate
from hiring.test_offers import LETTERS as OFFERS

PARTIES = Parties("Example Tools", "Rita Example", "jobs@example.com", "ada@example.com")
BERLIN = WorkingDays(CompanySettings(timezone="Europe/Berlin"))
LETTERS = OFFERS.model_copy(update={"send": ("interview",)})
RULES = Rules(days=BERLIN, letters=LETTERS)
SENT = {"state": LetterState.SENT, "day": "2026-03-02T10:00:00Z"}

NIGHTS = [
    ("2026-03-29", "01:59", "Europe/Berlin", ["00:59"]),
    ("2026-03-29", "02:00", "Europe/Berlin", []),
    ("2026-03-29", "02:59", "Europe/Berlin", []),
    ("2026-03-29", "03:00", "Europe/Berlin", ["01:00"]),
    ("2026-10-25", "01:59", "Europe/Berlin", ["23:59"]),
    ("2026-10-25", "02:00", "Europe/Berlin", ["00:00", "01:00"]),
    ("2026-10-25", "02:59", "Europe/Berlin", ["00:59", "01:59"]),
    ("2026-10-25", "03:00", "Europe/Berlin", ["02:00"]),
    ("2026-03-08", "02:30", "America/New_York", []),
    ("2026-11-01", "01:30", "America/New_York", ["05:30", "06:30"]),
    ("2026-04-05", "01:45", "Australia/Lord_Howe", ["14:45", "15:15"]),
    ("2026-10-04", "02:15", "Australia/Lord_Howe", []),
    ("2026-10-25", "02:30", "UTC", ["02:30"]),
]


@pytest.mark.parametrize(("day", "at", "zone", "moments"), NIGHTS)
def test_a_time_of_a_night_of_changed_clocks(
    day: str, at: str, zone: str, moments: list[str]
) -> None:
    """None where it is left out, two where it comes twice, and those are told apart in UTC."""
    found = moments_of(date.fromisoformat(day), time.fromisoformat(at), zone)
    assert [f"{moment:%H:%M}" for moment in found] == moments


def said(record: Record, text: str, now: str = "2026-03-02T10:00:00Z") -> Record:
    """The record after `/interview` with that text, its letters gone."""
    one = Candidate.of(Issue(record.issue, "t", "", is_open=True), record, {})
    made = commands_by_name()["interview"].decide(one, Request("rita", now, rules=RULES), text)
    assert isinstance(made, Decision)
    letters = tuple(
        letter.model_copy(update=SENT) if letter.state.pending else letter
        for letter in made.record.letters
    )
    return made.record.model_copy(update={"letters": letters})


def event(record: Record, place: int = -1) -> dict[str, str]:
    """What the calendar file of a talk says."""
    talk = record.interviews[place]
    read = Calendar.from_ical(calendar_file(record, talk, PARTIES))
    (found,) = read.walk("VEVENT")
    return {
        "method": str(read["method"]),
        **{name: str(found[name]) for name in ("uid", "sequence", "status")},
        **{name: f"{found.decoded(name):%d %H:%M}" for name in ("dtstart", "dtend")},
    }


def first_line(record: Record) -> str:
    """What the last letter says on top."""
    return record.letters[-1].values.get("first_line", "")


def test_a_talk_keeps_its_name_and_counts_its_changes() -> None:
    """Set, moved twice, with others, in another place, called off; the next is another talk."""
    record = candidate("phone-screen")
    steps = [
        ("Wed 14:00 @mira", "0", "REQUEST", ""),
        ("Thu 14:00 @mira", "1", "REQUEST", "moved"),
        ("Fri 15:00 @mira", "2", "REQUEST", "moved"),
        ("Fri 15:00 @jonas @mira", "2", "REQUEST", "moved"),
        ("Fri 15:00 @jonas @mira https://meet.example.com/k3", "3", "REQUEST", "changed"),
        ("off", "4", "CANCEL", "cancelled"),
    ]
    for text, sequence, method, line in steps:
        record = said(record, text)
        found = event(record)
        assert (found["uid"], found["sequence"]) == ("interview-3-1@example.com", sequence), text
        assert (found["method"], first_line(record)) == (method, line), text
    assert len(record.letters) == len(steps) - 1
    again = event(said(record, "Mon 9:00 @mira"))
    assert (again["uid"], again["sequence"]) == ("interview-3-2@example.com", "0")


def test_of_a_talk_that_was_moved_back_before_they_heard_nothing_is_said() -> None:
    """They know of it as it is; the letter that would have moved it does not go."""
    record = said(candidate("phone-screen"), "Wed 14:00 @mira https://meet.example.com/k3")
    one = Candidate.of(Issue(record.issue, "t", "", is_open=True), record, {})
    request = Request("rita", "2026-03-02T10:00:00Z", rules=RULES)
    for text in (
        "Thu 14:00 @mira https://meet.example.com/k3",
        "Wed 14:00 @mira https://meet.example.com/k3",
    ):
        made = commands_by_name()["interview"].decide(one, request, text)
        assert isinstance(made, Decision)
        one = one.with_record(made.record)
    assert [letter.state for letter in one.record.letters] == ["sent", "stopped"]


def test_a_talk_over_a_change_of_clocks_is_as_long_as_any() -> None:
    """It ends an hour later by the sun; in its zone the clock says otherwise."""
    spring = event(said(candidate("phone-screen"), "2026-03-29 1:30 Berlin @mira"))
    assert (spring["dtstart"], spring["dtend"]) == ("29 00:30", "29 01:30")
    winter = event(said(candidate("phone-screen"), "2026-10-24 14:00 @mira"))
    assert (winter["dtstart"], winter["dtend"]) == ("24 12:00", "24 13:00")
    moved = said(
        said(candidate("phone-screen"), "2026-10-24 14:00 @mira"), "2026-10-26 14:00 @mira"
    )
    assert event(moved)["dtstart"] == "26 13:00"
    assert moved.letters[-1].values["time"] == "14:00 Berlin"


def test_a_talk_that_is_today_elsewhere_is_to_come() -> None:
    """After midnight in Berlin it is the day before in Honolulu, and that is not past."""
    record = said(
        candidate("phone-screen"), "1 March 23:30 Pacific/Honolulu @mira", "2026-03-02T08:00:00Z"
    )
    assert record.interviews[0].start == "2026-03-02T09:30:00Z"


def test_a_talk_of_a_merged_issue_keeps_its_name_when_it_is_moved() -> None:
    """Else the candidate had both in their calendar."""
    other = said(candidate("phone-screen", number=9), "Wed 14:00 @mira")
    mine = candidate("phone-screen")
    mine = mine.model_copy(update={"interviews": joined_talks(mine, other)})
    moved = said(mine, "Thu 14:00 @mira")
    assert event(moved)["uid"] == event(other)["uid"] == "interview-9-1@example.com"
    assert event(moved)["sequence"] == "1"
    assert event(said(moved, "off"))["uid"] == "interview-9-1@example.com"
