"""Starts intake runs again that failed, deletes those whose application stands, says who waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from careers.cli.candidate_runs import parts
from careers.cli.support.candidates import now, timestamp
from careers.cli.support.saying_what_waits import say
from careers.github.repository import Repository
from careers.github.runs import Run
from careers.hiring.applying.waiting_applications import gap_told, plan_applications
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.waiting import APPLICATIONS, find_waiting

_INTAKE, _TEND = "intake.yml", "tend.yml"
_GAP = timedelta(hours=6)
"""Without a run for so long, GitHub did more than leave an hour out, as it does."""
_TOLD = timedelta(days=7)
_SAID = 3
"""Attempts that failed before a person is told."""


def rerun(
    repository: Repository,
    issues: Sequence[Issue],
    writer: IssueWriter,
    late: Callable[[], bool],
) -> Counter[str]:
    """Do it; how many were started, and how many deleted."""
    done: Counter[str] = Counter()
    runs = repository.runs(_INTAKE)
    found, moment = runs.dispatched(), now()
    if found is None:
        return done
    for run in found:
        if late():
            return done
        if run.failed and run.is_due(moment) and runs.start_again(run):
            done["runs started again"] += 1
        elif run.conclusion == "success" and runs.delete(run):
            done["runs deleted"] += 1
    waiting = [run for run in found if run.failed and run.attempt >= _SAID]
    issue = find_waiting(APPLICATIONS, issues, writer.keys)
    news = {"runs": str(len(waiting) or ""), "page": _page(waiting) if waiting else ""}
    news |= _gap(repository.runs(_TEND).last_success(), gap_told(issue, writer.keys), moment)
    say(repository, issue, lambda here: plan_applications(news, here, writer, parts.SHARE))
    return done


def _gap(last: datetime | None, told: str, moment: datetime) -> dict[str, str]:
    """A gap that ends with this run, or that one which was told long ago is over."""
    if last and moment - last > _GAP:
        return {"gap": f"{timestamp(last)}/{timestamp(moment)}"}
    long_ago = told and moment - datetime.fromisoformat(told.partition("/")[2]) > _TOLD
    return {"gap": ""} if long_ago else {}


def _page(runs: Sequence[Run]) -> str:
    """The page that lists them."""
    pages = (run.page.rpartition("/runs/")[0] for run in runs)
    here = next(filter(None, pages), "")
    return f"{here}/workflows/{_INTAKE}?query=is%3Afailure"
