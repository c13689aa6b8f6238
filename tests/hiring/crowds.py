"""A crowd of candidates at one job, made by a rule, for lists, boards and reports."""

from __future__ import annotations

from datetime import date, timedelta

from careers.hiring.issues import Issue
from careers.hiring.record.model import Record
from careers.hiring.record.parts import Hold, NextStep
from hiring.people import STAGES, issue, record

TODAY = date(2026, 11, 28)
_ENDS = ("rejected", "hired", "withdrawn")
_SOURCES = ("site", "site", "referral", "email", "linkedin")
_REASONS = ("experience", "experience", "skills", "filled", "experience")
OWNERS = ("rita-example", "", "mira-example")


def crowd(count: int) -> list[tuple[Issue, Record]]:
    """So many, oldest first; every seventh went all the way, every third has ended."""
    return [(issue(made, f"Person {made.issue}"), made) for made in map(_made, range(1, count + 1))]


def _made(number: int) -> Record:
    applied = TODAY - timedelta(days=90 - number % 85)
    far = (0, 0, 1, 0, 2, 0, 4, 3, 0, 1)[number % 10]
    days = [applied + timedelta(days=(3 + number % 4) * n) for n in range(far + 1)]
    steps = [f"{stage} {day}" for stage, day in zip(STAGES, days, strict=False)]
    end = _ENDS[0 if far < 4 else number // 10 % 2] if number % 3 == 0 else ""
    end = "withdrawn" if end and number % 11 == 0 else end
    if end:
        steps.append(f"{end} {days[-1] + timedelta(days=2)}")
    waits = {"next_step": NextStep(text="Call Amara", due="2026-12-02", who="candidate")}
    holds = {"hold": Hold(until="2026-12-09", why="on leave")}
    extra = waits if number % 8 == 1 else holds if number % 13 == 1 else {}
    return record(
        number,
        *steps,
        source=_SOURCES[number % 5],
        owner=OWNERS[number % 3],
        reason=_REASONS[number % 5] if end == "rejected" else "",
        **({} if end else extra),
    )
