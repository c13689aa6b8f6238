"""Which jobs' issues are opened, written anew or closed; what is as it should be costs nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from careers.hiring.actions import Action, CreateIssue, EditIssue
from careers.hiring.board.job_issue import JOB_MARK, Boards
from careers.hiring.board.marker import mark, marked, ours_first
from careers.hiring.issue.quoting import title
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.labels.names import BOARD
from careers.hiring.overview.figures import ended_as
from careers.hiring.overview.job import JobFacts
from careers.hiring.overview.row import CandidateRow
from careers.process import HIRED

ALL_JOBS = "All jobs"
_ALL = "*"
"""What the mark of the list of jobs names: no posting can be called so."""
_AS_OF = re.compile(r" · as of .*$", re.MULTILINE)


@dataclass(frozen=True)
class JobBoard:
    """A job, its candidates, and its issue where there is one."""

    job: JobFacts
    rows: tuple[CandidateRow, ...]
    issue: Issue | None = None


def boards_of(
    issues: Sequence[Issue], rows: Iterable[CandidateRow], jobs: Mapping[str, JobFacts], keys: Keys
) -> list[JobBoard]:
    """Each job that anybody applied to, open ones first; the oldest of two issues is the one."""
    by_job: dict[str, list[CandidateRow]] = {}
    for row in rows:
        by_job.setdefault(row.record.posting, []).append(row)
    found: dict[str, Issue] = {}
    for issue in ours_first(issues):
        if name := marked(issue, JOB_MARK, BOARD, keys):
            found.setdefault(name, issue)
    made = [
        JobBoard(_job(slug, its, jobs), tuple(its), found.get(slug)) for slug, its in by_job.items()
    ]
    return sorted(made, key=lambda board: (not board.job.is_open, board.job.title, board.job.slug))


def plan_doubles(issues: Sequence[Issue], keys: Keys) -> list[Action]:
    """Close the later of two issues of one job: a list that lagged had one opened twice."""
    first: dict[str, int] = {}
    plans: list[Action] = []
    for issue in ours_first(issues):
        name = marked(issue, JOB_MARK, BOARD, keys)
        if name and first.setdefault(name, issue.number) != issue.number and issue.is_open:
            what = f"close it as a duplicate of #{first[name]}"
            plans.append(EditIssue(issue.number, what, closed=True, reason="duplicate"))
    return plans


def list_of_jobs(issues: Sequence[Issue], keys: Keys) -> Issue | None:
    """The issue that lists the jobs'."""
    ours = (i for i in ours_first(issues) if marked(i, JOB_MARK, BOARD, keys) == _ALL)
    return next(ours, None)


def plan_board(board: JobBoard, boards: Boards) -> Action | None:
    """The request that makes a job's issue what it should be."""
    text = boards.text(board.job, board.rows)
    done = not board.job.is_open and not any(row.under_way for row in board.rows)
    name = title(f"{board.job.title}: all candidates", 200)
    return _written(board.issue, name, text, done=done)


def plan_list(
    known: Sequence[tuple[JobBoard, int]], there: Issue | None, boards: Boards
) -> Action | None:
    """The request that makes the list of jobs what it should be; ``known`` has their numbers."""
    lines = [
        {
            "number": number,
            "here": sum(row.under_way for row in board.rows),
            "late": sum(row.unanswered and row.late > 0 for row in board.rows),
            "hired": ended_as(board.rows, HIRED),
            "openings": board.job.openings,
            "is_open": board.job.is_open,
        }
        for board, number in known
    ]
    text = boards.writer.render(
        "all_jobs",
        lines=lines,
        here=sum(line["here"] or 0 for line in lines),
        late=sum(line["late"] or 0 for line in lines),
        days=boards.patience.answer_within,
        as_of=boards.as_of,
        mornings=boards.addresses.mornings(),
        mark=mark(JOB_MARK, _ALL, boards.writer.keys.current),
    )
    return _written(there, ALL_JOBS, text, done=False)


def _written(there: Issue | None, name: str, text: str, *, done: bool) -> Action | None:
    if there is None:
        return None if done else CreateIssue(name, text, (BOARD,), (BOARD,))
    closed = done if there.is_open == done else None
    body = text if _AS_OF.sub("", text) != _AS_OF.sub("", there.body.rstrip("\n")) else None
    renamed = name if there.title != name else None
    if body is None and closed is None and renamed is None:
        return None
    reason = None if closed is None else "completed" if closed else "reopened"
    return EditIssue(
        there.number, f"write {name}", title=renamed, body=body, closed=closed, reason=reason
    )


def _job(slug: str, rows: Sequence[CandidateRow], jobs: Mapping[str, JobFacts]) -> JobFacts:
    """The job of a posting; one whose posting is gone is closed."""
    return jobs.get(slug) or JobFacts(slug, rows[-1].record.title, is_open=False)
