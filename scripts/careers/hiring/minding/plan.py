"""What is done about what is late: a label, an owner, a comment; and the record that knows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from careers.hiring.actions import Action, AddLabel, Assign, Comment, EditIssue, RemoveLabel
from careers.hiring.explaining import NOTE
from careers.hiring.issue.days import bare_day, short_day
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.labels.names import HOLD, OVERDUE, REPLY, has_label
from careers.hiring.minding.due import Patience
from careers.hiring.minding.reminders import KEPT, MUST_HEAR, Lateness, Loud, Reminder, lateness
from careers.hiring.overview.job import JobFacts
from careers.hiring.record.model import Entry, Record
from careers.hiring.record.parts import NextStep

WHO = "careers"
HOLD_ENDED = "The hold has ended: go on"


@dataclass(frozen=True)
class Minding:
    """What reminders are made with; ``now`` is in ISO 8601, ``today`` the company's day."""

    patience: Patience
    writer: IssueWriter
    today: date
    now: str

    def plan(self, issue: Issue, record: Record, job: JobFacts | None) -> tuple[Action, ...]:
        """What is due on one candidate's issue, what is said first; nothing where all is said."""
        before, record = record, self._off_hold(record)
        manager = job.manager if job else ""
        late = self._lateness(issue, record, manager)
        given: list[Action] = []
        newly = late.overdue and not has_label(issue.labels, OVERDUE)
        if newly and not record.owner and manager:
            record = record.model_copy(update={"owner": manager})
            given.append(Assign(issue.number, (manager,)))
            late = self._lateness(issue, record, manager)
        comments = [self._comment(record, reminder, job) for reminder in late.reminders]
        if keys := [key for reminder in late.reminders for key in reminder.keys]:
            kept = tuple(dict.fromkeys((*record.reminded, *keys)))[-KEPT:]
            record = record.model_copy(update={"reminded": kept})
        return (
            *given,
            *comments,
            *self._written(issue, before, record, late),
            *_labels(issue, before, record, late),
        )

    def _lateness(self, issue: Issue, record: Record, manager: str) -> Lateness:
        wrote = has_label(issue.labels, REPLY)
        return lateness(record, self.patience, self.today, manager=manager, unanswered=wrote)

    def _off_hold(self, record: Record) -> Record:
        """The record after a hold that has ended: to go on is then what is due, on that day."""
        if not lateness(record, self.patience, self.today).hold_ended or not record.hold:
            return record
        step = NextStep(text=HOLD_ENDED, due=record.hold.until)
        entry = Entry(
            when=self.now, who=WHO, start=record.stage, to=record.stage, reason="the hold ended"
        )
        return record.model_copy(update={"hold": None, "next_step": step}).with_entry(entry)

    def _written(
        self, issue: Issue, before: Record, record: Record, late: Lateness
    ) -> Iterator[Action]:
        """The record, and a text whose head says that it is late."""
        if record != before or (late.overdue and not has_label(issue.labels, OVERDUE)):
            record = record.model_copy(update={"sequence": record.sequence + 1})
            wrote = has_label(issue.labels, REPLY)
            written = self.writer.updated(issue.body, record, unanswered=wrote)
            yield from written.more
            yield EditIssue(issue.number, "write down what is late", body=written.body)

    def _comment(self, record: Record, reminder: Reminder, job: JobFacts | None) -> Comment:
        silent = reminder.kind in {Loud.SILENT_30, Loud.SILENT_40}
        day, told_by = reminder.day.isoformat(), reminder.day + timedelta(days=MUST_HEAR)
        text = self.writer.render(
            "late",
            kind=str(reminder.kind),
            owner=record.owner,
            manager=job.manager if job else "",
            what=reminder.what,
            day=bare_day(day) if silent else short_day(day),
            by=short_day(told_by.isoformat()),
            left=(told_by - self.today).days,
            can_reply=self.patience.people.letters.sends("still-deciding"),
            ontario=bool(job and job.in_ontario),
        )
        marker = f"{NOTE}late {reminder.keys[0]} -->"
        return Comment(record.issue, marker, f"{marker}\n{text}")


def _labels(issue: Issue, before: Record, record: Record, late: Lateness) -> Iterator[Action]:
    """One by one, so that what others set meanwhile stays."""
    there = has_label(issue.labels, OVERDUE)
    if late.overdue and not there:
        yield AddLabel(issue.number, OVERDUE)
    elif there and not late.overdue:
        yield RemoveLabel(issue.number, OVERDUE)
    if before.hold and not record.hold and has_label(issue.labels, HOLD):
        yield RemoveLabel(issue.number, HOLD)
