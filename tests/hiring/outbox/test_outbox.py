"""The outbox without a world: when letters go, which a move asks for, what is promised, limits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from careers.hiring.candidate import Candidate
from careers.hiring.hashes import person_hash
from careers.hiring.issues import Issue
from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.outbox import limits
from careers.hiring.outbox.joining import joined_letters
from careers.hiring.outbox.limits import AN_HOUR, Limits, waiting
from careers.hiring.outbox.moves import gone_with, lettered
from careers.hiring.outbox.promises import with_kept_promise
from careers.hiring.outbox.queueing import KEPT, changed, queued, stopped
from careers.hiring.outbox.recipient import deliverable, is_written_to, repeated_name
from careers.hiring.outbox.settings import LettersSettings
from careers.hiring.outbox.timing import due_at
from careers.hiring.outbox.truth import holds
from careers.hiring.record.model import Entry, Record
from careers.hiring.record.outbox import LetterState
from careers.hiring.record.parts import Offer, OfferState
from careers.hiring.request import Request
from careers.hiring.rules import Rules
from careers.hiring.settings import StageRules
from careers.letters import all_kinds
from careers.letters.support.when import When
from careers.settings import CompanySettings
from careers.settings.company import Weekday
from hiring.sealing import KEYS, candidate

BERLIN = WorkingDays(CompanySettings(timezone="Europe/Berlin", holidays=(date(2026, 12, 25),)))
ON = LettersSettings(
    send=tuple(all_kinds()), sender="R", role="r", address="jobs@example.com", server="s"
)
MIDWEEK = ON.model_copy(update={"days": (Weekday.TUE, Weekday.WED, Weekday.THU)})
WEEKEND = ON.model_copy(update={"days": (Weekday.SUN,)})
RULES = Rules(letters=ON, days=BERLIN)


@pytest.mark.parametrize(
    ("now", "letters", "talks", "due"),
    [
        ("2026-11-23T10:00:00Z", ON, (), "2026-11-25T08:00:00Z"),  # Monday to Wednesday
        ("2026-11-26T10:00:00Z", ON, (), "2026-11-30T08:00:00Z"),  # over a weekend
        ("2026-11-28T10:00:00Z", ON, (), "2026-12-01T08:00:00Z"),  # from a Saturday
        ("2026-12-23T10:00:00Z", ON, (), "2026-12-28T08:00:00Z"),  # over a holiday
        ("2026-11-25T10:00:00Z", MIDWEEK, (), "2026-12-01T08:00:00Z"),  # Friday is no day for it
        ("2026-11-23T10:00:00Z", ON, ("2026-11-25",), "2026-11-26T08:00:00Z"),  # they talk that day
        ("2026-06-01T23:30:00Z", ON, (), "2026-06-04T07:00:00Z"),  # it is Tuesday there, in summer
        ("2026-11-23T10:00:00Z", WEEKEND, (), "2026-11-25T08:00:00Z"),  # no such working day
    ],
)
def test_a_no_waits_two_working_days(
    now: str, letters: LettersSettings, talks: tuple[str, ...], due: str
) -> None:
    """Until nine o'clock where the company is."""
    assert due_at(When.NEXT_DAYS, now, BERLIN, letters, talks) == due
    assert due_at(When.NOW, now, BERLIN, letters, talks) == now


def moved(start: str, to: str, reason: str = "", rules: Rules = RULES) -> list[tuple[str, str]]:
    """The letters after a move."""
    before = Candidate(Issue(3, "t", "", is_open=True), queued_received(candidate(start)), {})
    after = before.acted(before.moved_to(to, reason=reason), "rita", "2026-11-23T10:00:00Z")
    record = lettered(before, after, Request("rita", "2026-11-23T10:00:00Z", rules=rules)).record
    return [(x.kind, str(x.state)) for x in record.letters[1:]]


NOW = "2026-11-22T10:00:00Z"


def queued_received(record: Record) -> Record:
    """With the letter that all get."""
    return queued(record, "received", asked="2026-11-22T10:00:00Z")


@pytest.mark.parametrize(
    ("start", "to", "reason", "kind"),
    [
        ("applied", "phone-screen", "", "invited"),
        ("applied", "case-study", "", ""),
        ("phone-screen", "applied", "", ""),
        ("rejected", "phone-screen", "", ""),
        ("applied", "rejected", "skills", "not-a-match"),
        ("applied", "rejected", "other-candidate", "not-a-match"),
        ("phone-screen", "rejected", "other-candidate", "close-call"),
        ("applied", "rejected", "filled", "job-filled"),
        ("applied", "rejected", "pay", "withdrawn"),
        ("applied", "rejected", "no-answer", "not-a-match"),
        ("applied", "rejected", "spam", ""),
        ("applied", "rejected", "", "not-a-match"),
        ("applied", "withdrawn", "", "withdrawn"),
        ("offer", "hired", "", ""),
    ],
)
def test_the_letter_of_a_move(start: str, to: str, reason: str, kind: str) -> None:
    """By the stage, and by the reason of an end."""
    assert [name for name, _ in moved(start, to, reason)] == ([kind] if kind else [])


def test_letters_that_are_off_are_not_asked_for() -> None:
    """Each by its own name; a booking link makes any stage one to be invited to."""
    off = replace(RULES, letters=ON.model_copy(update={"send": ("invited",)}))
    assert moved("applied", "rejected", "skills", off) == []
    booked = replace(RULES, stages={"case-study": StageRules(booking="https://cal.example.com/")})
    assert moved("applied", "case-study", "", booked) == [("invited", "due")]


def test_of_two_moves_within_a_second_the_last_counts() -> None:
    """The letter of the first has gone; that of the second can still be stopped."""
    now = "2026-11-23T10:00:00Z"
    request = Request("rita", now, rules=RULES)
    before = Candidate(Issue(3, "t", "", is_open=True), candidate("applied"), {})
    moved = before.acted(before.moved_to("phone-screen"), "rita", now)
    invited = lettered(before, moved, request)
    assert gone_with(invited.with_record(sent(invited.record, 1, now))) == now
    invited = invited.with_record(sent(invited.record, 1, now))
    rejected = invited.acted(invited.moved_to("rejected", reason="skills"), "rita", now)
    assert not gone_with(lettered(invited, rejected, request))


def sent(record: Record, number: int, day: str, **values: str) -> Record:
    """After a letter went."""
    return changed(record, number, state=LetterState.SENT, day=day, values=values)


def test_a_promise_is_kept_on_its_day_at_noon() -> None:
    """Once; not where they were moved since, have ended, or a letter is on its way."""
    record = queued_received(
        candidate("applied", Entry(when="2026-11-20T10:00:00Z", who="site", to="applied"))
    )
    noon = "2026-11-27T11:00:00Z"
    assert with_kept_promise(record, "2026-12-04", BERLIN, noon) == record
    record = sent(record, 1, "2026-11-22T11:00:00Z", answer_by="2026-11-27")
    assert with_kept_promise(record, "2026-12-04", BERLIN, "2026-11-27T10:59:00Z") == record
    kept = with_kept_promise(record, "2026-12-04", BERLIN, noon)
    assert kept.letters[1].kind == "still-deciding"
    assert kept.letters[1].values == {"promised": "2026-11-27", "answer_by": "2026-12-04"}
    assert with_kept_promise(kept, "2026-12-04", BERLIN, noon) == kept
    entry = Entry(when="2026-11-25T10:00:00Z", who="rita", start="applied", to="case-study")
    for other in (record.with_entry(entry), record.model_copy(update={"stage": "rejected"})):
        assert with_kept_promise(other, "2026-12-04", BERLIN, noon) == other


def test_what_went_is_counted_from_the_records() -> None:
    """Sixty *received* an hour; one letter a day to an address, until somebody has acted."""
    now = "2026-11-23T10:00:00Z"
    record = queued_received(candidate("applied"))
    other = record.model_copy(update={"person": "f" * 32})
    (letter,) = record.letters
    went = sent(record, 1, "2026-11-23T09:30:00Z")
    assert not Limits.of([record]).waits(record, letter, now)
    assert "one letter a day" in Limits.of([went]).waits(record, letter, now)
    assert not Limits.of([went]).waits(other, letter, now)
    acted = record.with_entry(Entry(when=now, who="rita", start="applied", to="applied"))
    assert not Limits.of([went]).waits(acted, letter, now)
    assert not Limits.of([went]).waits(record, letter, "2026-11-24T10:00:00Z")
    full = Limits.of([went] * AN_HOUR)
    assert "this hour" in full.waits(other, letter, now)
    assert not full.waits(other, letter, "2026-11-23T10:31:00Z")
    assert not full.waits(other, letter.model_copy(update={"kind": "withdrawn"}), now)


def test_who_waits_for_their_turn_is_known_before_anything_goes() -> None:
    """Of this hour's the first sixty go; of two to one address the first."""
    now = "2026-11-23T10:00:00Z"
    made = [
        queued_received(candidate("applied")).model_copy(
            update={"issue": number, "person": f"{number:032x}"}
        )
        for number in range(1, AN_HOUR + 3)
    ]
    assert list(waiting(made, now)) == [AN_HOUR + 1, AN_HOUR + 2]
    again = made[1].model_copy(update={"person": made[0].person})
    assert waiting([made[0], again], now) == {2: limits.ONE_A_DAY}
    assert not waiting([made[0], again.model_copy(update={"duplicate_of": 1})], now)


def test_a_record_keeps_the_newest_letters() -> None:
    """What has not ended stays, however old."""
    record = queued_received(candidate("applied"))
    for number in range(2, KEPT + 5):
        record = queued(record, "reply", asked="2026-11-23T10:00:00Z")
        record = sent(record, number, "2026-11-23T10:00:00Z")
    assert len(record.letters) == KEPT
    assert record.letters[0].kind == "received"
    assert len({letter.id for letter in record.letters}) == KEPT


def test_two_records_become_one() -> None:
    """What went stands in it once; what both wait for goes once."""
    first, second = queued_received(candidate("applied")), queued_received(candidate("applied"))
    second = queued(second, "invited", asked="2026-11-23T10:00:00Z")
    joined = joined_letters(first, second, first)
    assert [(x.kind, str(x.state)) for x in joined] == [
        ("received", "due"),
        ("received", "stopped"),
        ("invited", "due"),
    ]
    assert [x.id for x in joined] == [1, 2, 3]
    gone = joined_letters(first, sent(second, 1, "2026-11-22T11:00:00Z"), first)
    assert [(x.kind, str(x.state)) for x in gone] == [
        ("received", "stopped"),
        ("received", "sent"),
        ("invited", "due"),
    ]


def test_what_went_is_not_stopped() -> None:
    """What waits is, and what is blocked, so that nobody sends it again."""
    now = "2026-11-23T10:00:00Z"
    record = queued_received(candidate("applied"))
    assert stopped(record, "moved", now, lambda _: True).letters[0].why == "moved"
    blocked = changed(record, 1, state=LetterState.STOPPED, why="address")
    assert blocked.letters[0].blocked
    assert not stopped(blocked, "moved", now, lambda _: True).letters[0].blocked
    for state in (LetterState.SENDING, LetterState.SENT, LetterState.UNCERTAIN):
        there = changed(record, 1, state=state)
        assert stopped(there, "moved", now, lambda _: True) == there


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("Ada@Example.com", "Ada@example.com"),
        ("ada@bücher.example", "ada@xn--bcher-kva.example"),
        ("ädä@example.com", ""),
        ("ada@example.com, bo@example.com", ""),
        ("ada@example.com\nBcc: bo@example.com", ""),
        ("on request", ""),
        ("", ""),
    ],
)
def test_an_address_is_one_that_smtp_takes(written: str, address: str) -> None:
    """Or none at all."""
    assert deliverable(written) == address


def test_after_a_correction_that_address_counts_alone() -> None:
    """Also for what comes back from where letters no longer go."""
    first, other = (person_hash(KEYS.current.hashing, f"{x}@example.com") for x in ("ada", "a.e"))
    record = candidate("applied").model_copy(update={"person": first})
    assert is_written_to(record, "ada@example.com", KEYS)
    assert not is_written_to(record, "", KEYS)
    record = record.model_copy(update={"corrected": other})
    assert not is_written_to(record, "ada@example.com", KEYS)
    assert is_written_to(record, "a.e@example.com", KEYS)


@pytest.mark.parametrize(
    ("name", "repeated"),
    [
        ("Amara Okafor", True),
        ("J. R. R. Tolkien", True),
        ("O'Brien-Nguyễn, Dr.", True),
        ("박준호", True),
        ("Visit example.com", False),
        ("http://x", False),
        ("evil\u3002com", False),
        ("YOU WON CALL +49 900 1234567", False),
        ("Ada `the` Example", False),
        ("\u0645\u06cc\u200c\u062e\u0648\u0627\u0646", True),
        ("Henry 8.", True),
        ("a\u202eb", False),
        ("<b>", False),
        ("x" * 80, True),
        ("x" * 81, False),
    ],
)
def test_a_name_is_repeated_as_it_was_written(name: str, repeated: bool) -> None:  # noqa: FBT001
    """Where it is one."""
    table = f"<!-- careers:facts -->\n\n| Candidate | {name} |\n\n<!-- /careers:facts -->"
    assert repeated_name(table) == (name if repeated else "")


@pytest.mark.parametrize(
    ("stage", "posting", "state", "goes"),
    [
        ("offer", "engineer", "sent", True),
        ("offer", "engineer", "void", False),
        ("offer", "engineer", "declined", False),
        ("offer", "designer", "sent", False),
        ("rejected", "engineer", "sent", False),
    ],
)
def test_an_offer_goes_while_it_is_out(
    stage: str, posting: str, state: OfferState, *, goes: bool
) -> None:
    """Whoever moves the candidate on to the stage *offer* meanwhile stops nothing."""
    offer = Offer(version=1, state="sent", when=NOW, file="1-offer-1.pdf")
    record = candidate("phone-screen").model_copy(update={"posting": "engineer", "offer": offer})
    record = queued(record, "offer", asked=NOW, files=(offer.file,))
    (letter,) = record.letters
    later = {"stage": stage, "posting": posting, "offer": offer.model_copy(update={"state": state})}
    assert holds(letter, record)
    assert holds(letter, record.model_copy(update=later)) is goes
