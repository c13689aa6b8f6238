"""The text of a job's issue: numbers of issues, days, logins and figures; no name of anybody.

A body's edit history is kept for ever, so a name in it would outlive every erasure. GitHub shows
the title of an issue that stands alone in its list item, and follows it when it changes or goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from careers.application.files import Unkept
from careers.hiring.board.addresses import Addresses
from careers.hiring.board.marker import mark
from careers.hiring.board.waiting_for import waits_for
from careers.hiring.bulk.boxes import offered
from careers.hiring.issue.days import short_day
from careers.hiring.issue.fitting import BODY_MAX, size
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.minding.due import Patience
from careers.hiring.overview.figures import ended_as, middle, stage_figures
from careers.hiring.overview.groups import folded
from careers.hiring.overview.job import JobFacts
from careers.hiring.overview.row import CandidateRow
from careers.hiring.record.visits import visits
from careers.process import HIRED, REJECTED, WITHDRAWN, spoken

_SHOWN = (15, 8, 3, 0)
_UNANSWERED = 10
JOB_MARK = "job"


@dataclass(frozen=True)
class Boards:
    """What jobs' issues are written with; ``as_of`` is the time that they tell.

    ``letters`` says why a letter waits that is due, by the candidate's issue.
    """

    writer: IssueWriter
    patience: Patience
    addresses: Addresses
    today: date
    as_of: str
    letters: Mapping[int, str] = field(default_factory=dict)

    def text(self, job: JobFacts, rows: Sequence[CandidateRow]) -> str:
        """The whole text, within GitHub's limit however many there are."""
        for shown in _SHOWN:
            body = self._written(job, rows, shown)
            if size(body) <= BODY_MAX:
                return body
        raise AssertionError  # figures alone are some thousand characters

    def _written(self, job: JobFacts, rows: Sequence[CandidateRow], shown: int) -> str:
        here = [row for row in rows if row.under_way]
        figures = stage_figures(rows, self.patience.days)
        unanswered = [row for row in here if row.unanswered]
        late = sorted((r for r in unanswered if r.late), key=lambda r: (r.since, r.number))
        hired = ended_as(rows, HIRED)
        filled = job.openings is not None and hired >= job.openings
        return self.writer.render(
            "job_issue",
            job=job,
            as_of=self.as_of,
            days_promised=self.patience.answer_within,
            promised=self.patience.first_answer is not None,
            late=[self._line(row) for row in late[:_UNANSWERED]],
            late_count=len(late),
            oldest=short_day(late[0].since.isoformat()) if late else "",
            waiting=[row.number for row in here if self._lacks_files(row)],
            letters=self._letters(rows),
            all_late=self.addresses.unanswered(job.slug),
            figures=figures,
            middle=middle,
            hired=hired,
            in_all=middle(_until_hired(rows, self.patience)),
            no=ended_as(rows, REJECTED),
            withdrew=ended_as(rows, WITHDRAWN),
            here=len(here),
            ever=len(rows),
            funnel=_funnel(figures, hired),
            filled=filled,
            too_many=job.most is not None and len(rows) > job.most,
            stages=self._stages(job, here, figures, shown),
            boxes=[
                *offered(job, self.patience.people, late=len(late), here=len(here), filled=filled)
            ],
            reasons=folded(row.record.reason for row in rows if row.record.reason),
            sources=folded(row.record.source for row in rows),
            mark=mark(JOB_MARK, job.slug, self.writer.keys.current),
        )

    def _letters(self, rows: Sequence[CandidateRow]) -> list[tuple[str, list[int], int]]:
        """Why letters wait, the first of those who wait for them, and how many more there are."""
        by_why: dict[str, list[int]] = {}
        for number in sorted(row.number for row in rows if row.number in self.letters):
            by_why.setdefault(self.letters[number], []).append(number)
        return [
            (why, found[:_UNANSWERED], len(found[_UNANSWERED:])) for why, found in by_why.items()
        ]

    def _lacks_files(self, row: CandidateRow) -> bool:
        """Whether a file of somebody who applied before today could not be had or kept yet."""
        waits = any(file.why == Unkept.WAITING for file in row.record.files)
        return waits and row.record.history[0].when[:10] < self.today.isoformat()

    def _stages(
        self, job: JobFacts, here: Iterable[CandidateRow], figures: Sequence[Any], shown: int
    ) -> list[dict[str, Any]]:
        """Those with somebody in them, the nearest to a hire first."""
        by_stage: dict[str, list[CandidateRow]] = {}
        for row in here:
            by_stage.setdefault(row.record.stage, []).append(row)
        order = [f.stage for f in reversed(figures) if f.stage in by_stage]
        order += [stage for stage in by_stage if stage not in order]
        made = []
        for stage in order:
            rows = sorted(by_stage[stage], key=lambda r: (not r.late, r.since, r.number))
            made.append(
                {
                    "name": spoken(stage),
                    "count": len(rows),
                    "lines": [self._line(row) for row in rows[:shown]],
                    "more": len(rows[shown:]),
                    "all": self.addresses.stage(job.slug, stage),
                }
            )
        return made

    def _line(self, row: CandidateRow) -> dict[str, Any]:
        due, hold = row.due, row.record.hold
        return {
            "number": row.number,
            "since": short_day(row.since.isoformat()),
            "waits": row.waits,
            "late": row.late,
            "hold": short_day(hold.until) if hold else "",
            "what": waits_for(row),
            "by": short_day(due.day.isoformat()) if due else "",
            "who": row.owner,
        }


def _funnel(figures: Sequence[Any], hired: int) -> list[tuple[str, int, int | None]]:
    """The stages that anybody reached, with the part of the one before in percent, from 5 up."""
    steps = [(f.stage, f.reached) for f in figures if f.reached] + [(HIRED, hired)]
    told: list[tuple[str, int, int | None]] = []
    for place, (stage, count) in enumerate(steps):
        before = steps[place - 1][1] if place else 0
        part = round(100 * count / before) if before >= _TOLD and count <= before else None
        told.append((spoken(stage), count, part))
    return told


_TOLD = 5


def _until_hired(rows: Iterable[CandidateRow], patience: Patience) -> list[int]:
    """Days from the application to the hire, of those who were hired."""
    days = patience.days
    found = ((visits(row.record), row.record) for row in rows)
    return [
        (days.day_of(v[-1].start) - days.day_of(record.history[0].when)).days
        for v, record in found
        if record.stage == HIRED and not record.earlier
    ]
