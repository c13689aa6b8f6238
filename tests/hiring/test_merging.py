"""Two issues of one person become one: nothing of either is lost."""

from __future__ import annotations

import pytest

from careers.application import read_application
from careers.hiring.actions import Action, EditIssue
from careers.hiring.interviews.calendar import uid_of
from careers.hiring.interviews.joining import without_doubled_talks
from careers.hiring.issue.sections import section
from careers.hiring.issues import Issue
from careers.hiring.merging import merged_record, plan_merging, why_not_merged
from careers.hiring.outbox.settings import LettersSettings
from careers.hiring.record.interviewing import Interview
from careers.hiring.record.keeping import Keeping
from careers.hiring.record.model import Entry, Record
from careers.hiring.record.outbox import Letter, LetterState
from careers.hiring.record.parts import NextStep, Offer, OfferState
from careers.hiring.rules import Rules
from careers.letters import all_kinds
from hiring.sealing import WRITER, candidate, read

NOW = "2026-03-09T10:00:00Z"
LETTERS = LettersSettings(
    send=tuple(all_kinds()),
    sender="Rita Example",
    role="recruiting",
    address="jobs@example.com",
    server="smtp.example.com",
)


def entry(day: int, start: str | None, to: str, ref: int | None = None) -> Entry:
    """A line of March."""
    return Entry(when=f"2026-03-{day:02}T10:00:00Z", who="rita", start=start, to=to, ref=ref)


def person(number: int, stage: str, *entries: Entry, **changes: object) -> Record:
    """A candidate's record with an application of its own."""
    own = {"applications": (f"{number:032x}",), "person": f"{number:032x}", **changes}
    first = entry(number, None, "applied")
    return candidate(stage, first, *entries, number=number).model_copy(update=own)


def issue(record: Record, message: str) -> Issue:
    """The issue of a record."""
    told = {"posting": "engineer", "name": "Ada", "email": "ada@example.com", "message": message}
    body = WRITER.new_body(record, read_application(told), NOW).body
    labels = (f"stage:{record.stage}", "job:engineer", "urgent")
    return Issue(record.issue, "Ada", body, is_open=True, labels=labels)


def joined(here: Record, there: Record) -> Record:
    """What becomes of the first."""
    return merged_record(here, there, who="rita", now=NOW, comment=77)


@pytest.mark.parametrize(
    ("here", "there", "stage"),
    [
        ("applied", "offer", "offer"),
        ("offer", "applied", "offer"),
        ("rejected", "phone-screen", "phone-screen"),
        ("phone-screen", "withdrawn", "phone-screen"),
        ("hired", "offer", "hired"),
        ("rejected", "hired", "hired"),
    ],
)
def test_the_further_stage_is_kept(here: str, there: str, stage: str) -> None:
    """A hire, else whoever is under way and furthest, whichever issue it was."""
    first = person(1, here, entry(3, "applied", here))
    second = person(2, there, entry(4, "applied", there))
    record = joined(first, second)
    assert record.stage == record.history[-1].to == stage


def test_both_histories_stand_in_their_order_and_both_people_are_known() -> None:
    """Ends, letters and carried out comments of both; who is known by either address."""
    first = person(1, "phone-screen", entry(5, "applied", "phone-screen", 50), spent=(50,))
    second = person(2, "offer", entry(4, "applied", "offer", 40), spent=(40,), owner="bo")
    record = joined(first, second)
    days = [line.when[8:10] for line in record.history]
    assert days == ["01", "02", "04", "05", "09"]
    assert record.spent == (40, 50, 77)
    assert record.applications == (*first.applications, *second.applications)
    assert second.person in record.also
    assert record.owner == "bo"
    assert record.sequence == first.sequence + 1


def planned(first: Record, second: Record, letter: str = "Second") -> tuple[Action, ...]:
    """The plan for two issues."""
    here, there = issue(first, "First"), issue(second, letter)
    return plan_merging(here, there, joined(first, second), second, WRITER)


def test_the_other_is_closed_first_and_keeps_its_text() -> None:
    """Then one request writes all of it here."""
    first, second = person(1, "applied"), person(2, "offer", entry(4, "applied", "offer"))
    close, edit = planned(first, second)
    assert isinstance(close, EditIssue)
    assert isinstance(edit, EditIssue)
    assert (close.number, close.closed, close.reason) == (2, True, "duplicate")
    assert close.body is not None
    assert "> Second" in close.body
    assert read(close.body, 2).duplicate_of == 1
    assert edit.body is not None
    assert "> First" in section(edit.body, "application")
    assert "**From #2**" in section(edit.body, "letters")
    assert "> Second" in section(edit.body, "letters")
    assert read(edit.body, 1).stage == "offer"
    assert edit.labels == ("job:engineer", "urgent", "stage:offer", "who:00")


def test_a_letter_that_finds_no_room_goes_on_in_comments() -> None:
    """And nothing of it is lost."""
    first, second, letter = person(1, "applied"), person(2, "applied"), "a line of it\n" * 4_000
    actions = planned(first, second, letter)
    told = "".join(str(getattr(action, "body", "")) for action in actions if action != actions[0])
    assert told.count("a line of it") == issue(second, letter).body.count("a line of it") > 1_000
    assert all(len(str(getattr(action, "body", ""))) <= 65_536 for action in actions)


@pytest.mark.parametrize(
    ("here", "there", "why"),
    [
        (person(1, "applied"), person(1, "applied"), "this issue"),
        (person(1, "applied"), person(2, "applied", posting="cook"), "another job"),
        (person(1, "applied", duplicate_of=9), person(2, "applied"), "duplicate of #9"),
        (person(1, "applied"), person(2, "applied", duplicate_of=9), "duplicate of #9"),
        (person(1, "applied"), person(2, "applied", duplicate_of=1), ""),
    ],
)
def test_what_cannot_be_joined_is_said(here: Record, there: Record, why: str) -> None:
    """One that was cut off after it closed the other may go on."""
    assert why in why_not_merged(here, there)
    assert bool(why_not_merged(here, there)) == bool(why)


def test_what_went_on_in_comments_is_said_to_be_there() -> None:
    """The comments of the other issue stay where they are, and the copied words say so."""
    first, second = person(1, "applied"), person(2, "applied")
    letter = "a line of it\n" * 6_000
    assert " below._" in issue(second, letter).body
    told = "".join(str(getattr(action, "body", "")) for action in planned(first, second, letter))
    assert "of #2._" in told


def test_what_the_other_says_alone_is_taken_as_it_is() -> None:
    """A next step, a talk, a hold: parts of a record, which its text is written from."""
    step = NextStep(text="Call them", due="2026-04-01")
    first, second = person(1, "applied"), person(2, "applied", next_step=step)
    assert joined(first, second).next_step == step
    assert any("Call them" in str(getattr(a, "body", "")) for a in planned(first, second))


@pytest.mark.parametrize(
    ("here", "there", "until"),
    [
        (("2027-01-31", "2026-03-01"), ("", "2026-03-05"), ""),
        (("", "2026-03-05"), ("2027-01-31", "2026-03-01"), ""),
        (("", "2026-03-01"), ("2027-01-31", "2026-03-05"), "2027-01-31"),
        (("2027-01-31", "2026-03-01"), ("2026-12-31", "2026-03-05"), "2026-12-31"),
        (("", ""), ("2027-01-31", "2026-03-01"), "2027-01-31"),
        (("2027-01-31", ""), ("2027-02-28", ""), "2027-02-28"),
    ],
)
def test_a_consent_that_was_taken_back_is_not_revived(
    here: tuple[str, str], there: tuple[str, str], until: str
) -> None:
    """What they said last of the talent pool counts, in whichever issue they said it."""
    first, second = (
        person(number, "applied", keeping=Keeping(pool=pool, pool_said=said))
        for number, (pool, said) in enumerate((here, there), 1)
    )
    assert joined(first, second).keeping.pool == until


def talk(number: int, stage: str = "phone-screen", day: int = 20) -> Interview:
    """A talk of March."""
    return Interview(number=number, stage=stage, start=f"2026-03-{day:02}T10:00:00Z")


def heard(number: int) -> Letter:
    """The letter that told of a talk."""
    when = "2026-03-05T10:00:00Z"
    state = LetterState.SENT
    return Letter(
        id=number,
        kind="interview",
        asked=when,
        due=when,
        day=when,
        state=state,
        calendar=f"{number}",
    )


def merged_talks(here: Record, there: Record) -> Record:
    """What a command makes of both, in a company that sends all letters."""
    rules = Rules(letters=LETTERS)
    return without_doubled_talks(joined(here, there), here, rules, NOW)


def test_a_talk_keeps_its_name_in_calendars() -> None:
    """Also through a second merge: a calendar that knows another name would show it twice."""
    first = person(1, "phone-screen")
    second = person(2, "phone-screen", interviews=(talk(1),), letters=(heard(1),))
    names = []
    for here in (first, person(3, "applied")):
        second = merged_talks(here, second)
        (only,) = second.interviews
        names.append(uid_of(second, only, "jobs@example.com"))
        assert second.letters[-1].calendar == str(only.number)
    assert names == ["interview-2-1@example.com"] * 2


def test_of_two_talks_of_a_stage_the_others_is_called_off() -> None:
    """They are told where they had heard of it; a talk of another stage stands."""
    first = person(1, "phone-screen", interviews=(talk(1),), letters=(heard(1),))
    theirs = (talk(1, day=21), talk(2, "case-study", 25), talk(3, day=2))
    second = person(2, "phone-screen", interviews=theirs, letters=(heard(1),))
    record = merged_talks(first, second)
    assert [(x.number, x.off) for x in record.interviews] == [
        (1, False),
        (2, True),
        (3, False),
        (4, False),
    ]
    due = [x for x in record.letters if x.state is LetterState.DUE]
    assert [(x.calendar, x.calls_off) for x in due] == [("2", True)]
    assert uid_of(record, record.interviews[1], "jobs@example.com") == "interview-2-1@example.com"


@pytest.mark.parametrize(
    ("here", "there", "stands"),
    [
        (None, ("sent", 1), ("sent", 1)),
        (("void", 2), None, ("void", 2)),
        (("declined", 1), ("accepted", 1), ("accepted", 1)),
        (("void", 3), ("sent", 1), ("sent", 3)),
        (("sent", 1), ("accepted", 2), ("accepted", 2)),
        (("accepted", 1), ("sent", 4), ("accepted", 4)),
        (("void", 1), ("declined", 1), ("void", 1)),
    ],
)
def test_of_two_offers_the_further_stands(
    here: tuple[OfferState, int] | None,
    there: tuple[OfferState, int] | None,
    stands: tuple[str, int],
) -> None:
    """What they accepted is not lost behind one that was taken back; versions are counted on."""
    both = (
        person(n, "offer", offer=told and Offer(state=told[0], version=told[1], when=NOW))
        for n, told in ((1, here), (2, there))
    )
    offer = joined(*both).offer
    assert offer is not None
    assert (offer.state, offer.version) == stands
