"""Erases issues: reads what is on each, writes the audit first, carries the plan out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careers.cli.support.candidates import print_plan
from careers.github.repository import Repository
from careers.hiring.actions import Action, Issue, Plan
from careers.hiring.forgetting.audit import AuditLine, find_audit, plan_audit, with_line
from careers.hiring.forgetting.erased import Erased
from careers.hiring.forgetting.keeping import Keeper
from careers.hiring.forgetting.plan import Target, comments_erased, erased_of, plan_erasing
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.record.state import open_state

Pair = tuple[Issue, Record]


@dataclass(frozen=True)
class Erasing:
    """With what it is done; ``by`` and ``why`` stand in the audit."""

    repository: Repository
    keeper: Keeper
    by: str = "careers"
    why: str = ""

    def candidate(self, issue: Issue, known: Sequence[Pair]) -> Erased | None:
        """Erase a candidate's issue and those that were merged into it; what is left of it.

        None where, by a fresh read, it is no candidate's any longer.
        """
        merged = [each for each, record in known if record.duplicate_of == issue.number]
        left = None
        for each in (*merged, self.repository.issue(issue.number)):
            record = read_record(each.body, each.number, self.keeper.writer.keys)
            if record:
                left = self.one(Target(each, self._comments(each.number), record))
        return left

    def one(self, target: Target) -> Erased:
        """Erase one issue: the audit knows of it first, its record goes last."""
        keeper, number = self.keeper, target.issue.number
        keep_hash = keeper.retention.keep_hash
        left = erased_of(target, keeper.days, keeper.today, keep_hash=keep_hash)
        self.audit(left, "erased")
        self._carry_out(plan_erasing(target, left, keeper.writer))
        # What somebody said while we wrote.
        self._carry_out(comments_erased(number, self._comments(number)))
        return left

    def audit(self, left: Erased, what: str) -> None:
        """Write a line, unless it stands."""
        keys = self.keeper.writer.keys
        issue, audit = find_audit(self.repository.issues(), keys)
        line = AuditLine(
            **left.model_dump(include={"issue", "applied", "ended", "person"}),
            day=self.keeper.today.isoformat(),
            what=what,
            by=self.by,
            why=self.why,
        )
        told = with_line(audit, line)
        if told == audit:
            return
        there = issue or self.repository.apply(open_state(audit, keys.current))
        if there:
            self._carry_out(plan_audit(told, there, keys.current))

    def _comments(self, number: int) -> tuple[int, ...]:
        return tuple(comment for comment, _ in self.repository.comments(number))

    def _carry_out(self, actions: Sequence[Action]) -> None:
        if actions:
            print_plan(self.repository, Plan(tuple(actions)), dry_run=False)
        for action in actions:
            self.repository.apply(action)
