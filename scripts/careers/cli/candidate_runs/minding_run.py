"""Reminds: looks over all candidates for what is late, and says it once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from careers.cli.candidate_runs.apart import apart
from careers.cli.support.candidates import print_plan
from careers.github.repository import Repository
from careers.hiring.actions import Comment, Plan
from careers.hiring.issues import Issue
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
            with apart(issue.number):
                if not self._dry_run:
                    plan = self._fresh(issue.number)
                print_plan(self._repository, plan, dry_run=self._dry_run)
                for action in () if self._dry_run else plan.actions:
                    self._repository.apply(action)
                minded += bool(plan.actions)
                said += any(isinstance(action, Comment) for action in plan.actions)
        return minded

    def _fresh(self, number: int) -> Plan:
        """What is due by what is there now: somebody may have done it since the list was made."""
        issue = self._repository.issue(number)
        record = read_record(issue.body, number, self._minding.writer.keys)
        return self._plan(issue, record) if record else Plan()

    def _plan(self, issue: Issue, record: Record) -> Plan:
        return Plan(self._minding.plan(issue, record, self._jobs.get(record.posting)))
