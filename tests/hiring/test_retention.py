"""How long somebody is kept: by the places of the job, by law, by what they agreed to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from careers.hiring.forgetting.clock import clock
from careers.hiring.forgetting.keeping import Keeper
from careers.hiring.forgetting.plan import Target, erased_of
from careers.hiring.forgetting.settings import RetentionSettings, differences
from careers.hiring.issues import Issue
from careers.hiring.minding.due import WROTE_AGAIN
from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.record.keeping import Keeping
from careers.hiring.record.model import Entry
from careers.hiring.record.outbox import Letter, LetterState
from careers.hiring.settings import read_candidates_settings
from careers.settings import CompanySettings
from careers.text.diagnostics import CareersError
from hiring.people import WRITER
from hiring.sealing import candidate

RULES = """
[retention.place]
DE = { most = 183 }
NL = { most = 28 }
US = { least = 365, most = 730 }
US-CA = { least = 1461, most = 1500 }
elsewhere = { most = 365 }
"""
DAYS = WorkingDays(CompanySettings())
ENDED = date(2026, 3, 2)


def retention(text: str = RULES) -> RetentionSettings:
    """The settings of a text."""
    return read_candidates_settings(text).retention


@pytest.mark.parametrize(
    ("places", "least", "most"),
    [
        (("DE",), 0, 183),
        (("DE-BE",), 0, 183),
        (("US-CA",), 1461, 1500),
        (("US-NY",), 365, 730),
        (("FR",), 0, 365),
        ((), 0, 365),
        (("",), 0, 365),
        (("DE", "NL"), 0, 28),
        (("DE", "US-NY"), 365, 365),
        (("NL", "US-CA", "DE"), 1461, 1461),
    ],
)
def test_the_rule_of_a_job(places: tuple[str, ...], least: int, most: int) -> None:
    """The region's, else the country's, else elsewhere's; of several the safest, least first."""
    rule = retention().rule(places)
    assert rule
    assert (rule.least, rule.most) == (least, most)


def test_without_a_place_there_is_no_rule() -> None:
    """Nobody is erased by itself where a company has chosen nothing, or nothing for there."""
    assert RetentionSettings().rule(("DE",)) is None
    assert retention("[retention.place]\nDE = { most = 10 }\n").rule(("FR",)) is None


@pytest.mark.parametrize(
    ("stage", "keeping", "due"),
    [
        ("rejected", {"places": ("DE",)}, ENDED + timedelta(days=183)),
        ("rejected", {"places": ("DE",), "pool": "2027-06-01"}, date(2027, 6, 1)),
        ("rejected", {"places": ("DE",), "pool": "2026-04-01"}, ENDED + timedelta(days=183)),
        ("phone-screen", {"places": ("DE",)}, None),
    ],
)
def test_the_day_of_the_erasing(stage: str, keeping: dict[str, Any], due: date | None) -> None:
    """So many days after the end, or when their consent ends; never while they are under way."""
    record = candidate(stage)
    ended = record.history[-1].model_copy(update={"when": f"{ENDED.isoformat()}T10:00:00Z"})
    record = record.model_copy(
        update={"keeping": Keeping(**keeping), "history": (*record.history[:-1], ended)}
    )
    assert clock(record, retention(), DAYS, ENDED + timedelta(days=1)).due == due


@pytest.mark.parametrize(
    "text",
    [
        "[retention.place]\nGermany = { most = 3 }\n",
        "[retention.place]\nDE = { most = 3, least = 4 }\n",
        "[retention.place]\nDE = { most = 0 }\n",
        "[retention]\nDE = 3\n",
    ],
)
def test_a_slip_is_refused(text: str) -> None:
    """Before anybody is erased by it."""
    with pytest.raises(CareersError, match="retention"):
        retention(text)


def test_where_the_two_differ_is_told() -> None:
    """Each place, and what either file says of it."""
    told = {"DE": 183, "NL": 30, "FR": 1, "US": 730, "US-CA": 1500}
    assert differences(told, retention().place) == [
        "FR: 1 day in `[privacy.keep]`, nothing in `[retention.place]`",
        "NL: 30 days in `[privacy.keep]`, 28 days in `[retention.place]`",
        "elsewhere: nothing in `[privacy.keep]`, 365 days in `[retention.place]`",
    ]


@pytest.mark.parametrize(
    ("state", "due", "waits"),
    [
        ("due", "2026-11-27T09:00:00Z", True),
        ("due", "2026-11-13T09:00:00Z", False),
        ("sent", "2026-11-27T09:00:00Z", False),
    ],
)
def test_a_letter_that_is_due_goes_first(state: LetterState, due: str, *, waits: bool) -> None:
    """And where none takes it, it holds nothing up for longer than two weeks."""
    letter = Letter(id=1, kind="not-a-match", asked=due, due=due, state=state)
    keeping = Keeping(due="2026-11-20", warned="2026-11-20")
    record = candidate("rejected").model_copy(update={"letters": (letter,), "keeping": keeping})
    keeper = Keeper(retention(), DAYS, WRITER, date(2026, 11, 28))
    assert keeper.is_due(record) is not waits


@pytest.mark.parametrize(
    ("wrote", "waits"), [("2026-11-27T09:00:00Z", True), ("2026-11-13T09:00:00Z", False)]
)
def test_who_wrote_lately_is_read_first(wrote: str, *, waits: bool) -> None:
    """A second application in the last days is not erased unread; nor does it stop it for ever."""
    keeping = Keeping(due="2026-11-20", warned="2026-11-20")
    record = candidate("rejected").model_copy(update={"keeping": keeping})
    again = Entry(when=wrote, who="site", start="rejected", to="rejected", reason=WROTE_AGAIN)
    keeper = Keeper(retention(), DAYS, WRITER, date(2026, 11, 28))
    assert keeper.is_due(record.with_entry(again)) is not waits
    asked = record.model_copy(update={"keeping": Keeping(asked_by="rita")})
    assert keeper.is_due(asked.with_entry(again))


def test_the_day_that_is_left_is_that_of_the_end() -> None:
    """Whatever was written into the history after it."""
    record = candidate("rejected").with_entry(
        Entry(when="2026-11-27T09:00:00Z", who="site", start="rejected", to="rejected")
    )
    target = Target(Issue(3, "t", "", is_open=False), record)
    left = erased_of(target, DAYS, date(2026, 11, 28), keep_hash=False)
    assert (left.applied, left.ended, left.erased) == ("2026-03-01", "2026-03-01", "2026-11-28")


@pytest.mark.parametrize(
    ("zone", "ended", "due"),
    [
        ("Europe/Berlin", "2028-02-28T22:59:59Z", date(2028, 3, 27)),
        ("Europe/Berlin", "2028-02-28T23:00:00Z", date(2028, 3, 28)),
        ("America/Los_Angeles", "2028-03-01T07:59:59Z", date(2028, 3, 28)),
        ("Pacific/Auckland", "2027-02-28T11:00:00Z", date(2027, 3, 29)),
    ],
)
def test_days_are_counted_from_the_companys_own_over_leap_days(
    zone: str, ended: str, due: date
) -> None:
    """28 days are 28 days, from the day of the end as the company's calendar had it."""
    entry = Entry(when=ended, who="rita", start="applied", to="rejected")
    record = candidate("rejected", entry).model_copy(update={"keeping": Keeping(places=("NL",))})
    days = WorkingDays(CompanySettings(timezone=zone))
    assert clock(record, retention(), days, date(2028, 1, 1)).due == due
