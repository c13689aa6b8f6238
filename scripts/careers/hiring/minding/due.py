"""What is to be done next for a candidate, by whom, and until when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.record.model import Record
from careers.hiring.record.visits import since
from careers.hiring.settings import CandidatesSettings
from careers.process import APPLIED, TERMINAL, spoken
from careers.settings import Settings

THEIRS = "candidate"
"""Whose move it is in a next step that the candidate does."""
WROTE_AGAIN = "wrote again"


class Cause(StrEnum):
    """What makes a day the last one."""

    ANSWER = "answer"
    REPLY = "reply"
    STAGE = "stage"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class Due:
    """What is to be done, its last day, and who does it (``candidate``, a login, or nobody)."""

    why: Cause
    what: str
    day: date
    who: str = ""

    @property
    def ours(self) -> bool:
        """Whether it is the company's move."""
        return self.who != THEIRS


@dataclass(frozen=True)
class Patience:
    """What the settings say of waiting."""

    days: WorkingDays
    people: CandidatesSettings
    first_answer: int | None = None

    @classmethod
    def of(cls, settings: Settings, people: CandidatesSettings) -> Patience:
        """As the company and its candidates' settings say it."""
        return cls(WorkingDays(settings.company), people, settings.promise.first_answer)

    @classmethod
    def default(cls) -> Patience:
        """As it is where the settings say nothing."""
        return cls.of(Settings(), CandidatesSettings())

    @property
    def answer_within(self) -> int:
        """Working days until whoever applies is answered."""
        return self.first_answer or self.people.patience(APPLIED)

    def due(self, record: Record, *, unanswered: bool = False) -> Due | None:
        """What comes next; None where nothing does: ended, a duplicate, on hold.

        ``unanswered`` says that the candidate wrote last.
        """
        if record.stage in TERMINAL or record.duplicate_of or record.hold:
            return None
        owner, step = record.owner, record.next_step
        found = []
        if unanswered and (wrote := _wrote(record)):
            day = self.days.after(self.days.day_of(wrote), self.answer_within)
            found.append(Due(Cause.REPLY, "answer their letter", day, owner))
        if step and step.due:
            day = date.fromisoformat(step.due)
            found.append(Due(Cause.NEXT, step.text, day, step.who or owner))
        elif record.stage == APPLIED:
            day = self.days.after(self.days.day_of(since(record)), self.answer_within)
            found.append(Due(Cause.ANSWER, "read and answer", day, owner))
        else:
            patience = self.people.patience(record.stage)
            day = self.days.after(self.days.day_of(since(record)), patience)
            found.append(Due(Cause.STAGE, f"go on from {spoken(record.stage)}", day, owner))
        return min(found, key=lambda due: due.day)


def _wrote(record: Record) -> str:
    letters = (e.when for e in reversed(record.history) if e.reason == WROTE_AGAIN)
    return next(letters, "")
