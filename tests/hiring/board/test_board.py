"""A job's issue: what stands in it, that nobody is named, and that it fits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from careers.hiring.actions import CreateIssue, EditIssue
from careers.hiring.board.addresses import Addresses
from careers.hiring.board.job_issue import Boards
from careers.hiring.board.marker import mark
from careers.hiring.board.plan import (
    JobBoard,
    boards_of,
    list_of_jobs,
    plan_board,
    plan_doubles,
    plan_list,
)
from careers.hiring.board.waiting_for import waits_for
from careers.hiring.issue.fitting import BODY_MAX, size
from careers.hiring.issues import Issue
from careers.hiring.keys import read_keys
from careers.hiring.minding.due import Patience
from careers.hiring.outbox.limits import ONE_A_DAY
from careers.hiring.overview.job import JobFacts
from careers.hiring.overview.row import CandidateRow, rows_of
from careers.hiring.record.files import KeptFile
from careers.hiring.record.interviewing import Interview, ScorecardRef
from careers.hiring.record.parts import Hold, NextStep, Offer
from careers.hiring.settings import CandidatesSettings
from careers.settings import PromiseSettings, Settings
from hiring.crowds import TODAY, crowd
from hiring.people import KEYS, STAGES, WRITER, issue, record

GOLDEN = Path(__file__).parent / "golden"
PATIENCE = Patience.of(Settings(promise=PromiseSettings(first_answer=5)), CandidatesSettings())
WEB = "https://github.com/example-tools/candidates"
BOARDS = Boards(WRITER, PATIENCE, Addresses(WEB), TODAY, "Sat 28 Nov 2026, 06:00 UTC")
JOB = JobFacts(
    "engineer",
    "Engineer",
    STAGES,
    posted=date(2026, 8, 31),
    manager="adaeze-example",
    openings=3,
    edit="https://github.com/example-tools/careers/edit/main/postings/engineer.md",
    page="https://example-tools.github.io/careers/engineer/",
)


def rows(count: int) -> list[CandidateRow]:
    """A crowd as lists see it."""
    return rows_of(crowd(count), PATIENCE, TODAY)


def hired(count: int, under_way: int = 2) -> list[CandidateRow]:
    """So many hired, and some still there."""
    made = [record(n + 1, "applied 2026-11-02", "hired 2026-11-20") for n in range(count)]
    made += [record(90 + n, "applied 2026-11-25") for n in range(under_way)]
    return rows_of([(issue(one), one) for one in made], PATIENCE, TODAY)


CASES = {
    "forty": (JOB, rows(40)),
    "filled": (JOB, hired(3)),
    "one-filled-closed": (replace(JOB, openings=1, is_open=False), hired(1, 0)),
    "too-many": (replace(JOB, openings=None, most=20, posted=None), rows(21)),
    "gone": (JobFacts("engineer", "Engineer", is_open=False), hired(1, 1)),
}


@pytest.mark.parametrize("name", CASES)
def test_the_text_is_as_it_was_blessed(name: str, request: pytest.FixtureRequest) -> None:
    """As it was looked at, rendered as GitHub does."""
    text = BOARDS.text(*CASES[name]) + "\n"
    path = GOLDEN / f"{name}.md"
    if request.config.getoption("--bless", default=False):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    assert text == path.read_text("utf-8")


def test_nobody_is_named() -> None:
    """No name, no word that people wrote: a body's history is kept for ever."""
    text = BOARDS.text(JOB, rows(300))
    assert "Person" not in text
    assert "Amara" not in text
    assert "on leave" not in text


@pytest.mark.parametrize(("count", "most"), [(300, 14_800), (3_000, 14_800)])
def test_it_fits(count: int, most: int) -> None:
    """Fifteen a stage and ten unanswered; the rest by links."""
    assert size(BOARDS.text(JOB, rows(count))) <= most


def test_a_process_of_many_stages_fits() -> None:
    """Fewer a stage where there are many stages."""
    stages = ("applied", *(f"a-stage-with-a-rather-long-name-{n:02}" for n in range(60)))
    made = [
        record(n + 1, "applied 2026-11-02", f"{stages[n % 61]} 2026-11-03", stages=stages)
        for n in range(1_200)
    ]
    known = rows_of([(issue(one), one) for one in made], PATIENCE, TODAY)
    assert size(BOARDS.text(JOB, known)) <= BODY_MAX


def opened(action: object, number: int) -> Issue:
    """The issue that a request opens."""
    assert isinstance(action, CreateIssue)
    return Issue(number, action.title, action.body, is_open=True, labels=action.labels, by_bot=True)


def test_what_is_as_it_should_be_is_left_alone() -> None:
    """Opened once; another hour changes nothing, another candidate the text alone."""
    board = JobBoard(JOB, tuple(rows(5)))
    there = opened(plan_board(board, BOARDS), 50)
    assert there.labels == ("job-board",)
    later = replace(BOARDS, as_of="Sat 28 Nov 2026, 07:00 UTC")
    assert plan_board(replace(board, issue=there), later) is None
    more = plan_board(JobBoard(JOB, tuple(rows(6)), there), later)
    assert isinstance(more, EditIssue)
    assert (more.title, more.closed, more.labels) == (None, None, None)


def test_a_job_that_is_over_is_closed() -> None:
    """Where the posting is closed and nobody is left; it is opened again for who comes late."""
    over = replace(JOB, is_open=False)
    there = opened(plan_board(JobBoard(JOB, tuple(hired(1, 0))), BOARDS), 50)
    plan = plan_board(JobBoard(over, tuple(hired(1, 0)), there), BOARDS)
    assert isinstance(plan, EditIssue)
    assert (plan.closed, plan.reason) == (True, "completed")
    assert plan_board(JobBoard(over, tuple(hired(1, 0))), BOARDS) is None
    shut = replace(there, is_open=False)
    again = plan_board(JobBoard(over, tuple(hired(1, 1)), shut), BOARDS)
    assert isinstance(again, EditIssue)
    assert (again.closed, again.reason) == (False, "reopened")


def test_forged_and_doubled_issues() -> None:
    """What lacks our label or signature is nobody's; of two, the later is closed, or a person's."""
    real = opened(plan_board(JobBoard(JOB, tuple(rows(5))), BOARDS), 50)
    forged = Issue(49, "x", mark("job", "engineer", read_keys("x" * 20).current), is_open=True)
    copied = replace(real, number=48, labels=())
    double = replace(real, number=51)
    issues = [double, forged, replace(forged, labels=("job-board",)), copied, real]
    captor, bots = replace(real, number=7, by_bot=False), [replace(x, by_bot=True) for x in issues]
    assert boards_of([captor, *bots], rows(5), {"engineer": JOB}, KEYS)[0].issue == bots[-1]
    assert [plan.number for plan in plan_doubles([captor, *bots[-1:]], KEYS)] == [7]  # type: ignore[union-attr]
    board = boards_of(issues, rows(5), {"engineer": JOB}, KEYS)[0]
    assert board.issue == real
    assert [str(plan) for plan in plan_doubles(issues, KEYS)] == [
        "issue #51: close it as a duplicate of #50 and close it (duplicate)"
    ]
    assert list_of_jobs(issues, KEYS) is None


def test_the_list_of_jobs(request: pytest.FixtureRequest) -> None:
    """Open ones first, each with what a team looks for."""
    known = [
        (JobBoard(JOB, tuple(rows(40))), 50),
        (
            JobBoard(replace(JOB, title="Analyst", openings=None, is_open=False), tuple(hired(1))),
            51,
        ),
    ]
    action = plan_list(known, None, BOARDS)
    there = opened(action, 52)
    path = GOLDEN / "all-jobs.md"
    if request.config.getoption("--bless", default=False):
        path.write_text(there.body + "\n", "utf-8", newline="\n")
    assert there.body + "\n" == path.read_text("utf-8")
    assert list_of_jobs([there], KEYS) == there
    assert plan_list(known, there, BOARDS) is None


@pytest.mark.parametrize(
    ("why", "when", "told"),
    [
        ("waiting", "2026-11-26", True),
        ("waiting", TODAY.isoformat(), False),
        ("large", "2026-11-26", False),
    ],
)
def test_a_file_that_is_long_in_coming_is_said(why: str, when: str, *, told: bool) -> None:
    """By the candidate's number, from the day after it was sent."""
    one = record(7, f"applied {when}")
    one = one.model_copy(update={"files": (KeptFile(key="k", name="Ada's CV.pdf", why=why),)})
    made = rows_of([(issue(one), one)], PATIENCE, TODAY)
    text = BOARDS.text(JOB, made)
    assert ("**Files that are not here yet**" in text) is told
    assert "Ada" not in text


def test_whose_letter_waits_for_its_turn_is_said() -> None:
    """By why, the first ten of each; of other jobs' candidates nothing."""
    made = rows(14)
    numbers = [row.number for row in made]
    why = dict.fromkeys(numbers[:12], "60 went this hour") | {numbers[13]: ONE_A_DAY, 9_999: "x"}
    text = replace(BOARDS, letters=why).text(JOB, made)
    first = "\n".join(f"- #{number}" for number in numbers[:10])
    told = "**Letters that wait for their turn**: 60 went this hour. They go by themselves.\n"
    assert f"{told}{first}\n- … 2 more\n" in text
    assert f"{ONE_A_DAY}. They go by themselves.\n- #{numbers[13]}\n" in text
    assert "#9999" not in text
    assert "Letters that wait" not in BOARDS.text(JOB, made)


OFFERED = {"offer": Offer(version=1, state="sent", when="2026-11-27T12:00:00Z", file="1.pdf")}
STEP = NextStep(text="Their answer to Ada's offer", due="2026-12-02", who="candidate")
TALK = Interview(number=1, stage="interviews", start="2026-12-01T14:00:00Z")
CARDS = tuple(
    ScorecardRef(stage="interviews", who=who, issue=90 + n, done=done, until="2026-12-03T17:00:00Z")
    for n, (who, done) in enumerate((("mira", "2026-11-27T12:00:00Z"), ("jonas", "")))
)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "go on"),
        ({"next_step": NextStep(text="Call Ada", due="2026-12-02")}, "next step"),
        ({"next_step": STEP}, "their move"),
        ({"next_step": STEP, **OFFERED}, "their answer"),
        ({"cards": CARDS}, "scorecards 1 of 2, go on"),
        (
            {
                "interviews": (TALK,),
                "next_step": NextStep(text="Interview Tue, then decide", due="2026-12-04"),
            },
            "interview **Tue 1 Dec**, decide",
        ),
        ({"hold": Hold(until="2026-12-09", why="Ada is ill")}, ""),
    ],
)
def test_what_each_waits_for_is_said_in_our_words(changes: dict[str, object], told: str) -> None:
    """Nothing that people wrote stands in it."""
    made = record(1, "applied 2026-11-20", "interviews 2026-11-25", **changes)
    (row,) = rows_of([(issue(made), made)], PATIENCE, TODAY)
    assert waits_for(row) == told
