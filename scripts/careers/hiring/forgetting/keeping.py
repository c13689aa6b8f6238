"""Writes when a candidate is to be erased, and says so before in their issue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from careers.hiring.actions import Action, Comment, EditIssue
from careers.hiring.explaining import NOTE
from careers.hiring.forgetting.clock import Clock, clock
from careers.hiring.forgetting.settings import RetentionSettings
from careers.hiring.issue.days import full_day
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.labels.names import LEGAL_HOLD, has_label
from careers.hiring.minding.due import WROTE_AGAIN
from careers.hiring.minding.workdays import WorkingDays
from careers.hiring.overview.job import JobFacts
from careers.hiring.record.model import Record
from careers.hiring.record.outbox import LetterState

_DUE, _SENDING = LetterState.DUE, LetterState.SENDING
_PATIENCE = timedelta(days=14)
"""For which a letter, theirs or ours, may hold up an erasing: what law says is *at most*."""


@dataclass(frozen=True)
class Keeper:
    """What the clocks of candidates are read with; ``today`` is the company's day."""

    retention: RetentionSettings
    days: WorkingDays
    writer: IssueWriter
    today: date

    def clock(self, record: Record) -> Clock:
        """The clock of one candidate."""
        return clock(record, self.retention, self.days, self.today)

    def known(self, record: Record, job: JobFacts | None) -> Record:
        """The record with the places of its job, which stay known when the posting is gone."""
        places = job.places if job else record.keeping.places
        keeping = record.keeping.model_copy(update={"places": places})
        placed = record.model_copy(update={"keeping": keeping})
        due = self.clock(placed).due
        told = {"due": due.isoformat() if due else ""}
        return placed.model_copy(update={"keeping": keeping.model_copy(update=told)})

    def may_not(self, issue: Issue, record: Record) -> str:
        """Why it may not be erased today, though time or an admin asks; empty where it may."""
        labelled = has_label(issue.labels, LEGAL_HOLD)
        return self.clock(record).why_not(record, self.today, labelled=labelled)

    def is_due(self, record: Record) -> bool:
        """Whether an admin asked for it, or its day has come and the issue had said so before.

        A letter that is on its way goes first, unless an admin asked, or it does not go at all;
        and what the candidate wrote lately is read first.
        """
        keeping = record.keeping
        if keeping.asked_by:
            return True
        told = keeping.due and keeping.warned >= keeping.due
        recent = (self.today - _PATIENCE).isoformat()
        waits = any(x.state in {_DUE, _SENDING} and x.due >= recent for x in record.letters)
        unread = any(
            entry.reason == WROTE_AGAIN and self.days.day_of(entry.when).isoformat() >= recent
            for entry in record.history
        )
        over = keeping.warned <= self.today.isoformat()
        return bool(told and over and not waits and not unread)

    def plan(self, issue: Issue, record: Record, job: JobFacts | None) -> tuple[Action, ...]:
        """What is to be written before anything is erased; nothing where all is said."""
        if not self.retention.place:
            return ()
        known = (
            self.known(record, job) if record.keeping.due or self.clock(record).ended else record
        )
        comments = [*self._warning(issue, known)]
        if comments:
            keeping = known.keeping.model_copy(update={"warned": self._day_of(known)})
            known = known.model_copy(update={"keeping": keeping})
        if known == record:
            return ()
        known = known.model_copy(update={"sequence": record.sequence + 1})
        written = self.writer.updated(issue.body, known)
        edit = EditIssue(issue.number, "write down when it is to be erased", body=written.body)
        return (*comments, *written.more, edit)

    def _day_of(self, record: Record) -> str:
        """The day of the erasing: never sooner than whoever is told can act."""
        soonest = self.today + timedelta(days=self.retention.warn)
        return max(record.keeping.due, soonest.isoformat())

    def _warning(self, issue: Issue, record: Record) -> Iterator[Comment]:
        keeping, ahead = record.keeping, self.today + timedelta(days=self.retention.warn)
        labelled = has_label(issue.labels, LEGAL_HOLD)
        if not keeping.due or keeping.due > ahead.isoformat() or keeping.held_by or labelled:
            return
        if keeping.warned >= keeping.due:
            return
        day = self._day_of(record)
        rule = self.clock(record).rule
        text = self.writer.render(
            "to_be_erased",
            owner=record.owner,
            day=day,
            most=rule.most if rule else 0,
            pool=keeping.pool,
        )
        marker = f"{NOTE}erased {day} -->"
        yield Comment(issue.number, marker, f"{marker}\n{text}")


def told_on(record: Record) -> str:
    """The day of the erasing, as people read it."""
    return full_day(max(record.keeping.due, record.keeping.warned))
