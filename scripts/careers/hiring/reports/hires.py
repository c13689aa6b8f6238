"""How long it took to hire: from first contact, from the application, from the opening."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from careers.hiring.overview.figures import middle, ninetieth
from careers.hiring.overview.groups import LEAST
from careers.hiring.overview.row import CandidateRow
from careers.hiring.record.visits import visits
from careers.hiring.reports.support.facts import Facts
from careers.hiring.reports.support.table import ReportTable, Value
from careers.process import HIRED

ORDER = 30
_ALL = "all jobs"
NOTE = (
    "First contact is the person's first application to any job; the opening is the posting's "
    f"`posted:`. Days until the day of the hire; not told of fewer than {LEAST} hires."
)


def table(facts: Facts) -> ReportTable:
    """A line a job and a beginning; the last for all jobs."""
    heads = ("job", "counted from", "hires", "median days", "90th percentile")
    first = _first_contacts(facts)
    lines: list[tuple[Value, ...]] = []
    groups = [*facts.by_job(), (_ALL, list(facts.rows))]
    for job, rows in groups:
        hired = [row for row in rows if row.record.stage == HIRED]
        if hired:
            lines += [
                (job, name, len(hired), *_told(days)) for name, days in _days(hired, first, facts)
            ]
    return ReportTable("hires", "Time to hire", heads, tuple(lines), keys=2, note=NOTE)


def _told(days: Sequence[int]) -> tuple[Value, ...]:
    enough = len(days) >= LEAST
    return middle(days) if enough else None, ninetieth(days) if enough else None


def _days(
    hired: Sequence[CandidateRow], first: Mapping[str, date], facts: Facts
) -> list[tuple[str, list[int]]]:
    contact, application, opening = [], [], []
    for row in hired:
        end = facts.days.day_of(visits(row.record)[-1].start)
        if not row.record.earlier:  # else the record no longer holds the day they applied
            contact.append((end - first[row.record.person]).days)
            application.append((end - _applied(row, facts)).days)
        job = facts.jobs.get(row.record.posting)
        if job and job.posted and job.posted <= end:
            opening.append((end - job.posted).days)
    return [
        ("first contact", contact),
        ("application", application),
        ("opening", opening),
    ]


def _first_contacts(facts: Facts) -> dict[str, date]:
    found: dict[str, date] = {}
    for row in facts.rows:
        day = _applied(row, facts)
        person = row.record.person
        found[person] = min(day, found.get(person, day))
    return found


def _applied(row: CandidateRow, facts: Facts) -> date:
    return facts.days.day_of(row.record.history[0].when)
