"""Reminds: looks over all candidates for what is late, and says it once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from careers.cli.candidate_runs.apart import apart
from careers.cli.support.candidates import print_plan
from careers.github.repository import Repository
from careers.hiring.actions import Action, Assign, Comment, Plan
from careers.hiring.issues import Issue
from careers.hiring.labels.names import has_label
from careers.hiring.minding.plan import Minding
from careers.hiring.overview.job import JobFacts
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record

MOST_SAID = 30
"""Comments of one run: each is a mail to all who watch; the next run goes on."""


class MindingRun:
    """One run. ``late`` tells when it is to end."""

    def __init__(
        self,
        repository: Repository,
        minding: Minding,
        jobs: Mapping[str, JobFacts],
        late: Callable[[], bool],
        *,
        dry_run: bool,
    ) -> None:
        self._repository = repository
        self._minding = minding
        self._jobs = jobs
        self._late = late
        self._dry_run = dry_run

    def over(self, candidates: Iterable[tuple[Issue, Record]]) -> int:
        """Do what is due, who waits longest first; how many were reminded of or labelled."""
        minded = said = 0
        for issue, record in sorted(candidates, key=lambda pair: pair[1].history[-1].when):
            if self._late() or said >= MOST_SAID:
                break
            plan = self._plan(issue, record)
            if not plan.actions:
                continue
            with apart(self._repository, issue.number):
                if not self._dry_run:
                    plan = self._fresh(issue.number)
                print_plan(self._repository, plan, dry_run=self._dry_run)
                for action in () if self._dry_run else self._once_assigned(issue.number, plan):
                    self._repository.apply(action)
                minded += bool(plan.actions)
                said += any(isinstance(action, Comment) for action in plan.actions)
        return minded

    def _once_assigned(self, number: int, plan: Plan) -> tuple[Action, ...]:
        """What is left once the owner is assigned; anew, where GitHub does not let them be."""
        first = next(iter(plan.actions), None)
        if not isinstance(first, Assign):
            return plan.actions
        there = self._repository.apply(first)
        if all(has_label(there.assignees if there else (), login) for login in first.logins):
            return plan.actions[1:]
        return self._fresh(number, manager="").actions

    def _fresh(self, number: int, manager: str | None = None) -> Plan:
        """What is due by what is there now: somebody may have done it since the list was made."""
        issue = self._repository.issue(number)
        record = read_record(issue.body, number, self._minding.writer.keys)
        return self._plan(issue, record, manager) if record else Plan()

    def _plan(self, issue: Issue, record: Record, manager: str | None = None) -> Plan:
        """``manager`` is who the hiring manager is taken for, where it is not the job's."""
        job = self._jobs.get(record.posting)
        if job and manager is not None:
            job = replace(job, manager=manager)
        return Plan(self._minding.plan(issue, record, job))
