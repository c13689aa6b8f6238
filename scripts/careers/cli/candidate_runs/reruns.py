"""Starts intake runs again that failed, deletes those whose application stands, says who waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from careers.cli.support.candidates import now, print_plan
from careers.github.repository import Repository
from careers.github.runs import Run
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.waiting import APPLICATIONS, find_waiting, plan_waiting

_INTAKE = "intake.yml"
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
    there = find_waiting(APPLICATIONS, issues, writer.keys)
    plan = plan_waiting(APPLICATIONS, len(waiting), _page(waiting), there, writer)
    if plan.actions:
        print_plan(repository, plan, dry_run=False)
        for action in plan.actions:
            repository.apply(action)
    return done


def _page(runs: Sequence[Run]) -> str:
    """The page that lists them."""
    pages = (run.page.rpartition("/runs/")[0] for run in runs)
    here = next(filter(None, pages), "")
    return f"{here}/workflows/{_INTAKE}?query=is%3Afailure"
