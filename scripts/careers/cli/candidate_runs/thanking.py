"""Thanks who sent a candidate, where a person confirmed it."""

from __future__ import annotations

from collections.abc import Iterable

from careers.cli.candidate_runs.apart import apart
from careers.cli.support.candidates import now, print_plan, timestamp
from careers.github.repository import Repository
from careers.hiring.actions import Plan
from careers.hiring.applying.referrals import is_confirmed, plan_thanks
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.request import Permission


def thank(
    repository: Repository,
    candidates: Iterable[tuple[Issue, Record]],
    writer: IssueWriter,
    *,
    dry_run: bool,
) -> int:
    """Do it, each once, from a fresh read; how many."""
    done = 0
    for listed, record in candidates:
        if is_confirmed(listed, record):
            with apart(repository, listed.number):
                done += _thanked(repository, listed.number, writer, dry_run=dry_run)
    return done


def _thanked(repository: Repository, number: int, writer: IssueWriter, *, dry_run: bool) -> bool:
    issue = repository.issue(number)
    record = read_record(issue.body, number, writer.keys)
    if not record or not record.referral or not is_confirmed(issue, record):
        return False
    can_read = repository.permission(record.referral.login) >= Permission.READ
    plan = Plan(plan_thanks(issue, record, writer, timestamp(now()), can_read=can_read))
    print_plan(repository, plan, dry_run=dry_run)
    for action in () if dry_run else plan.actions:
        repository.apply(action)
    return True
