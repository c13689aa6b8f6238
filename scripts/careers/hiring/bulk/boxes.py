"""The boxes of a job's issue: each asks for a plan, and a box below the plan carries it out.

Only what ``tend`` wrote into the issue counts: a tick of a box that stood there before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from careers.hiring.outbox.promises import STILL_DECIDING
from careers.hiring.overview.job import JobFacts
from careers.hiring.settings import CandidatesSettings, Reason

_BOX = re.compile(r"^([ \t]*[-*+] \[)([ xX])(\] <!-- do:(plan [a-z]+) -->)", re.MULTILINE)
OVERDUE, CLOSE = "plan overdue", "plan close"


@dataclass(frozen=True, slots=True)
class BulkBox:
    """What is asked for, as ``do:`` has it, and what ``text`` says it does."""

    act: str
    text: str


def offered(
    job: JobFacts, people: CandidatesSettings, *, late: int, here: int, filled: bool
) -> Iterator[BulkBox]:
    """The boxes of a job in which so many are late for an answer, and so many under way.

    One whose openings are ``filled`` can be closed though nobody is left in it.
    """
    if late and people.letters.sends(STILL_DECIDING):
        text = "Tell all who wait too long when they hear from us (a plan first)"
        yield BulkBox(OVERDUE, text)
    closes = closing_reason(people.reasons, filled=False)
    if closes and job.is_open and (here or filled):
        yield BulkBox(CLOSE, "Close the job: its posting first, then a plan for who is still there")
    elif closes and here:
        yield BulkBox(CLOSE, "Say no to all who are still here: the job is closed (a plan first)")


def closing_reason(reasons: Mapping[str, Reason], *, filled: bool) -> str:
    """Why those are told no who are still there when a job ends; empty where no reason says it."""
    usual = ("filled", "closed") if filled else ("closed", "filled")
    others = (name for name, reason in reasons.items() if reason.letter == "job-filled")
    return next((name for name in (*usual, *others) if name in reasons), "")


def newly_ticked(before: str, after: str) -> tuple[str, ...]:
    """The acts whose boxes an edit ticked."""
    known = {act: mark for _, mark, _, act in _BOX.findall(before)}
    found = (act for _, mark, _, act in _BOX.findall(after) if mark != " ")
    return tuple(dict.fromkeys(act for act in found if known.get(act) == " "))


def unticked(body: str) -> str:
    """The text with no such box ticked."""
    return _BOX.sub(r"\1 \3", body)
