"""What is due on which day: the record, the settings and the day decide, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from careers.hiring.actions import Action, AddLabel, Comment, EditIssue, RemoveLabel
from careers.hiring.issues import Issue
from careers.hiring.minding.due import Patience
from careers.hiring.minding.plan import Minding
from careers.hiring.minding.reminders import lateness
from careers.hiring.overview.job import JobFacts
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.record.parts import Hold, NextStep
from careers.hiring.settings import CandidatesSettings, StageRules
from careers.settings import CompanySettings, PromiseSettings, Settings
from hiring.people import KEYS, WRITER, issue, record

GOLDEN = Path(__file__).parent / "golden"
OWNER, MANAGER = "rita-example", "adaeze-example"
JOB = JobFacts("engineer", "Engineer", manager=MANAGER)
SETTINGS = Settings(
    company=CompanySettings(timezone="Europe/Berlin", holidays=(date(2026, 12, 3),)),
    promise=PromiseSettings(first_answer=1),
)
PEOPLE = CandidatesSettings(stage={"phone-screen": StageRules(patience=3)})
PATIENCE = Patience.of(SETTINGS, PEOPLE)
APPLIED = ("applied 2026-12-01",)  # a Tuesday, so that the answer is due on Wednesday
SCREENED = ("applied 2026-11-20", "phone-screen 2026-11-27")  # a Friday: Wednesday, 2 December
NEXT = {"next_step": NextStep(text="Send the task", due="2026-12-02")}
HELD = {"hold": Hold(until="2026-12-02", why="on leave")}
WAIT = {"next_step": NextStep(text="Wait", due="2027-01-20")}
INTERVIEWED = ("applied 2026-10-01", "interviews 2026-10-29")


def day(text: str) -> date:
    """A day of December, or a whole one."""
    return date.fromisoformat(text if "-" in text else f"2026-12-{int(text):02}")


@pytest.mark.parametrize(
    ("steps", "changes", "today", "overdue", "said"),
    [
        # A promise to answer, in working days; 3 December is a holiday, the 5th a Saturday.
        (APPLIED, {}, "1", False, ""),
        (APPLIED, {}, "2", True, ""),
        (APPLIED, {}, "3", True, ""),
        (APPLIED, {}, "4", True, "owner"),
        (APPLIED, {}, "5", True, "owner"),
        (APPLIED, {}, "7", True, "owner"),
        (APPLIED, {}, "8", True, "manager"),
        (APPLIED, {"owner": MANAGER}, "8", True, "owner"),
        (APPLIED, {"reminded": ("answer 2026-12-02 owner",)}, "7", True, ""),
        (APPLIED, {"reminded": ("answer 2026-12-02 owner",)}, "8", True, "manager"),
        (APPLIED, {"reminded": ("answer 2026-12-02 manager",)}, "31", True, ""),
        # Patience at a stage.
        (SCREENED, {}, "1", False, ""),
        (SCREENED, {}, "2", True, ""),
        (SCREENED, {}, "4", True, "owner"),
        (SCREENED, {"reminded": ("stage phone-screen 2026-12-02 owner",)}, "4", True, ""),
        (SCREENED, {"reminded": ("stage case-study 2026-12-02 owner",)}, "4", True, "owner"),
        # A day that somebody set comes before both; a new one is told anew.
        (APPLIED, {"next_step": NextStep(text="Read", due="2026-12-10")}, "9", False, ""),
        (SCREENED, NEXT, "2", True, ""),
        (SCREENED, NEXT, "4", True, "owner"),
        (SCREENED, NEXT | {"reminded": ("next 2026-12-01 owner",)}, "4", True, "owner"),
        (SCREENED, NEXT | {"reminded": ("next 2026-12-02 owner",)}, "4", True, ""),
        (SCREENED, {"next_step": NextStep(text="Call")}, "2", True, ""),
        # On hold nobody is reminded, but for what the law asks.
        (APPLIED, HELD, "1", False, ""),
        (SCREENED, {"hold": Hold(until="2027-02-01")}, "31", False, "silent-30"),
        # Ended, a duplicate: nothing.
        (("applied 2026-10-01", "rejected 2026-10-02"), {}, "31", False, ""),
        (APPLIED, {"duplicate_of": 3}, "31", False, ""),
        # 30 and 40 days after an interview.
        (INTERVIEWED, WAIT, "2026-11-27", False, ""),
        (INTERVIEWED, WAIT, "2026-11-28", False, "silent-30"),
        (INTERVIEWED, WAIT, "7", False, "silent-30"),
        (INTERVIEWED, WAIT, "8", False, "silent-40"),
        (
            INTERVIEWED,
            {
                **WAIT,
                "reminded": ("silent 2026-10-29 30", "silent 2026-10-29 40"),
            },
            "31",
            False,
            "",
        ),
        ((*INTERVIEWED, "offer 2026-12-01"), {}, "7", False, ""),
    ],
)  # fmt: skip
def test_what_is_due(
    steps: tuple[str, ...], changes: dict[str, Any], today: str, *, overdue: bool, said: str
) -> None:
    """On the day a label, a working day later the owner, three later the hiring manager."""
    made = record(1, *steps, **{"owner": OWNER, **changes})
    late = lateness(made, PATIENCE, day(today), manager=MANAGER)
    assert late.overdue is overdue
    assert [str(reminder.kind) for reminder in late.reminders] == ([said] if said else [])


def mind(known: Issue, today: date, job: JobFacts = JOB) -> tuple[Action, ...]:
    """The plan for an issue on a day."""
    found = read_record(known.body, known.number, KEYS)
    assert found is not None
    now = f"{today.isoformat()}T09:00:00Z"
    return Minding(PATIENCE, WRITER, today, now).plan(known, found, job)


def carry_out(known: Issue, plan: tuple[Action, ...]) -> Issue:
    """The issue as GitHub would have it."""
    for action in plan:
        if isinstance(action, AddLabel):
            known = replace(known, labels=(*known.labels, action.name))
        elif isinstance(action, RemoveLabel):
            known = replace(known, labels=tuple(x for x in known.labels if x != action.name))
        elif isinstance(action, EditIssue):
            known = replace(known, body=action.body or known.body)
    return known


def story(made: Record, days: int, job: JobFacts = JOB) -> tuple[list[str], str]:
    """What is done on each of so many days from 1 December on, and all that is said."""
    known, told, said = issue(made), [], ""
    for n in range(days):
        today = date(2026, 12, 1) + timedelta(days=n)
        plan = mind(known, today, job)
        told += [f"{today:%a} {today.day}: {action}" for action in plan]
        said += "".join(f"{a.body}\n\n" for a in plan if isinstance(a, Comment))
        known = carry_out(known, plan)
        assert mind(known, today, job) == ()
    return told, said


def test_nothing_is_said_twice() -> None:
    """Day after day: a label and an owner, one comment, another; a run more has nothing to do."""
    told, said = story(record(1, *APPLIED), 30)
    assert told == [
        "Wed 2: issue #1: assign somebody",
        "Wed 2: issue #1: write down what is late",
        "Wed 2: issue #1: add label overdue",
        "Fri 4: issue #1: explain in a comment",
        "Fri 4: issue #1: write down what is late",
    ]
    assert said.count("@adaeze-example, **read and answer** was due Wed 2 Dec.") == 1


def test_a_hold_ends() -> None:
    """It is taken off on its day; to go on is then what is due, and told like anything else."""
    told, said = story(record(1, *SCREENED, owner=OWNER, **HELD), 9)
    assert told == [
        "Wed 2: issue #1: write down what is late",
        "Wed 2: issue #1: add label overdue",
        "Fri 4: issue #1: explain in a comment",
        "Fri 4: issue #1: write down what is late",
        "Tue 8: issue #1: explain in a comment",
        "Tue 8: issue #1: write down what is late",
    ]
    assert "**The hold has ended: go on** was due Wed 2 Dec" in said


def test_what_is_done_is_no_longer_overdue() -> None:
    """The label comes off, of whoever moved on or ended."""
    for steps in (
        ("applied 2026-12-01", "offer 2026-12-02"),
        ("applied 2026-12-01", "hired 2026-12-02"),
    ):
        known = issue(record(1, *steps, owner=OWNER), labels=("overdue",))
        assert list(map(str, mind(known, day("3")))) == ["issue #1: remove label overdue"]


def test_a_letter_is_to_be_answered() -> None:
    """Where the candidate wrote last, within what is promised."""
    wrote = {"when": "2026-12-07T12:00:00Z", "who": "site", "from": "offer", "to": "offer"}
    made = record(1, "applied 2026-11-20", "offer 2026-12-04", owner=OWNER)
    entries = [
        *(e.model_dump(by_alias=True) for e in made.history),
        {**wrote, "reason": "wrote again"},
    ]
    made = Record.model_validate({**made.model_dump(by_alias=True), "history": entries})
    assert mind(issue(made), day("8")) == ()
    labels = [
        a for a in mind(issue(made, labels=("needs:reply",)), day("8")) if isinstance(a, AddLabel)
    ]
    assert [action.name for action in labels] == ["overdue"]


def test_nobody_is_there_to_be_told() -> None:
    """Without an owner and a hiring manager the comment says that it is nobody's."""
    told, said = story(record(1, *APPLIED), 30, replace(JOB, manager=""))
    assert not any("assign" in line for line in told)
    assert said.count("this is nobody's") == 1


def test_the_texts_are_those_that_were_blessed(request: pytest.FixtureRequest) -> None:
    """Every reminder, with and without an owner, in Ontario and elsewhere."""
    waits = {"next_step": NextStep(text="Call <b>@mona</b>", due="2027-03-02")}
    hostile = {"next_step": NextStep(text="Call <b>@mona</b> #12", due="2026-12-02")}
    cases = {
        "owner": (record(1, *APPLIED, owner=OWNER), JOB, 5),
        "hostile": (record(1, *SCREENED, owner=OWNER, **hostile), JOB, 5),
        "nobody": (record(1, *APPLIED), replace(JOB, manager=""), 30),
        "manager": (record(1, *APPLIED, owner=OWNER), JOB, 30),
        "silence": (record(1, *INTERVIEWED, owner=OWNER, **waits), JOB, 30),
        "ontario": (record(1, *INTERVIEWED, **waits), replace(JOB, in_ontario=True), 30),
    }
    said = "".join(
        f"## {name}\n\n{story(*case[:1], case[2], case[1])[1]}" for name, case in cases.items()
    )
    path = GOLDEN / "reminders.md"
    if request.config.getoption("--bless", default=False):
        path.write_text(said, "utf-8", newline="\n")
    assert said == path.read_text("utf-8")
