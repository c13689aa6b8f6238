"""What ``tend`` does about keeping and forgetting: warns, erases, and says what is left to do."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from careers.cli.candidate_runs.apart import apart
from careers.cli.candidate_runs.forgetting.erasing import Erasing
from careers.cli.candidate_runs.interviewing.card_desk import CardDesk
from careers.cli.support.candidates import print_plan
from careers.github.repository import Repository
from careers.hiring.actions import Plan
from careers.hiring.forgetting.erased import Erased, read_erased
from careers.hiring.forgetting.keeping import Keeper
from careers.hiring.forgetting.left import Left, find_left, plan_left
from careers.hiring.forgetting.plan import Target
from careers.hiring.forgetting.unsettled import Old, may_be_old, old, warning
from careers.hiring.issues import Issue
from careers.hiring.overview.job import JobFacts
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.tending import candidates_in

Farewell = Callable[[Issue, Record], Callable[[], bool] | None]


@dataclass(frozen=True)
class Goodbye:
    """What is done outside of GitHub about whom is erased.

    ``farewell`` makes the last letter while their address is there: what it makes sends it, and
    says if it went. ``forget_mails`` deletes their mails, and says how many.
    """

    farewell: Farewell
    forget_mails: Callable[[Issue, Record], int]


@dataclass
class ForgettingRun:
    """One run. ``differing`` is where candidates are told other days than are kept."""

    repository: Repository
    keeper: Keeper
    desk: CardDesk
    differing: Sequence[str]
    goodbye: Goodbye
    late: Callable[[], bool]
    dry_run: bool
    erased: set[int] = field(default_factory=set, init=False)
    _farewells: Counter[str] = field(default_factory=Counter, init=False)
    _mails: int = field(default=0, init=False)

    def over(self, issues: Sequence[Issue], jobs: Mapping[str, JobFacts]) -> Counter[str]:
        """Do what is due; what came of it."""
        done: Counter[str] = Counter()
        self._erasing = Erasing(self.repository, self.keeper, self.desk, issues)
        known = candidates_in(issues, self.keeper.writer.keys)
        for issue, record in known:
            if self.late():
                break
            if record.duplicate_of:
                continue
            due = self.keeper.is_due(record) and not self.keeper.may_not(issue, record)
            with self.desk.without_them(), apart(self.repository, issue.number, done):
                if due and not self.differing:
                    done["erased"] += self._erase(issue, known, jobs.get(record.posting))
                elif self._said(issue, record, jobs.get(record.posting)):
                    done["told when they are erased"] += 1
        done.update(self._settled(issues))
        done.update(self._farewells)
        done["mails deleted"] += self._mails
        if self.differing:
            for line in self.differing:
                sys.stderr.write(f"warning: nobody is erased: {line}\n")
            done["places whose days differ, so that nobody is erased"] = len(self.differing)
        with apart(self.repository):
            done["said what is left to erase"] += write_left(
                self.repository,
                self.keeper,
                issues,
                differing=self.differing,
                erased=self.erased,
                apart=self._erasing.emptied_apart(),
                dry_run=self.dry_run,
            )
        return +done

    def _erase(
        self, issue: Issue, known: Sequence[tuple[Issue, Record]], job: JobFacts | None
    ) -> int:
        """Erase one, if by a fresh read it is due still."""
        fresh = self.repository.issue(issue.number)
        record = read_record(fresh.body, fresh.number, self.keeper.writer.keys)
        if record is None:
            return 0
        record = self.keeper.known(record, job)
        if not self.keeper.is_due(record) or self.keeper.may_not(fresh, record):
            return 0
        merged = [pair for pair in known if pair[1].duplicate_of == issue.number]
        if any(self.keeper.may_not(*pair) for pair in merged):
            return 0
        theirs = ((fresh, record), *merged)
        if name := next(filter(None, (self._erasing.unreached(r) for _, r in theirs)), ""):
            sys.stderr.write(f"warning: #{issue.number} is not erased without {name}\n")
            return 0
        if not self.dry_run:
            self._erasing.by = record.keeping.asked_by or "careers"
            send = self.goodbye.farewell(fresh, record)
            for each in theirs:
                self._mails += self.goodbye.forget_mails(*each)
            left = self._erasing.candidate(fresh.number, known)
            self.erased |= {each.issue for each in left if not each.repository}
            if send:
                self._farewells["last letters sent" if send() else "erased and not told so"] += 1
        self.erased.add(issue.number)
        return 1

    def _settled(self, issues: Sequence[Issue]) -> Counter[str]:
        """Erase what could not be taken in, was closed, warned of, and is as old as may be."""
        done: Counter[str] = Counter()
        for listed in issues if not self.differing else ():
            if not self.late() and may_be_old(listed, self.keeper):
                with apart(self.repository, listed.number, done):
                    self._settle(listed.number, done)
        return done

    def _settle(self, number: int, done: Counter[str]) -> None:
        """Warn of one of them, or erase it."""
        issue = self.repository.issue(number)
        said = list(self.repository.comments(number))
        due = old(issue, said, self.keeper) if may_be_old(issue, self.keeper) else Old.NOTHING
        if due is Old.WARN:
            self._carry_out(Plan((warning(issue, self.keeper),)))
        elif due is Old.ERASE and not self.dry_run:
            self._erasing.by = "careers"
            self._erasing.one(Target(issue))
            self.erased.add(number)
        done["erased"] += due is Old.ERASE
        done["told when they are erased"] += due is Old.WARN

    def _said(self, issue: Issue, record: Record, job: JobFacts | None) -> bool:
        """Write down and say when they are erased, where it is not said."""
        if not self.keeper.plan(issue, record, job):
            return False
        fresh = self.repository.issue(issue.number)
        current = read_record(fresh.body, fresh.number, self.keeper.writer.keys)
        plan = Plan(self.keeper.plan(fresh, current, job) if current else ())
        self._carry_out(plan)
        return bool(plan.actions)

    def _carry_out(self, plan: Plan) -> None:
        print_plan(self.repository, plan, dry_run=self.dry_run)
        for action in () if self.dry_run else plan.actions:
            self.repository.apply(action)


def write_left(  # noqa: PLR0913 - what is there, and what was done
    repository: Repository,
    keeper: Keeper,
    issues: Sequence[Issue],
    *,
    differing: Sequence[str],
    erased: Collection[int] = (),
    apart: Iterable[Erased] = (),
    dry_run: bool = False,
) -> int:
    """Write what a person must do, where it is not written; whether something was.

    ``erased`` stand empty since ``issues`` were read, ``apart`` in a repository of scorecards.
    """
    keys = keeper.writer.keys
    stubs = {issue.number for issue in issues if read_erased(issue, keys)} | set(erased)
    left = Left(
        tuple(sorted(stubs)),
        tuple(differing),
        tuple(f"{each.repository}#{each.issue}" for each in apart),
    )
    there = find_left(issues, keys)
    plan = plan_left(left, there, keeper.writer)
    if not plan.actions:
        return 0
    print_plan(repository, plan, dry_run=dry_run)
    for action in () if dry_run else plan.actions:
        opened = repository.apply(action)
        for more in plan_left(left, opened, keeper.writer).actions if opened and not there else ():
            repository.apply(more)
    return 1
