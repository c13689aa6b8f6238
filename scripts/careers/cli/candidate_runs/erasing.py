"""Erases issues: reads what is on each, writes the audit first, carries the plan out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from careers.cli.support.candidates import print_plan
from careers.github.repository import Repository
from careers.hiring.actions import Action, DeleteIssue, Issue, Plan
from careers.hiring.forgetting.audit import Audit, AuditLine, find_audit, plan_audit, with_line
from careers.hiring.forgetting.erased import Erased
from careers.hiring.forgetting.keeping import Keeper
from careers.hiring.forgetting.plan import Target, comments_erased, erased_of, plan_erasing
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.record.state import open_state

Pair = tuple[Issue, Record]


@dataclass
class Erasing:
    """With what it is done; ``by`` and ``why`` stand in the audit, which ``issues`` hold."""

    repository: Repository
    keeper: Keeper
    issues: Sequence[Issue]
    by: str = "careers"
    why: str = ""
    _audit: Issue | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._audit, _ = find_audit(self.issues, self.keeper.writer.keys)

    def candidate(self, number: int, known: Sequence[Pair]) -> list[Erased]:
        """Erase a candidate's issue and, before it, those merged into it; what is left of each."""
        merged = [each.number for each, record in known if record.duplicate_of == number]
        left = []
        for each in (*merged, number):
            issue = self.repository.issue(each)
            record = read_record(issue.body, each, self.keeper.writer.keys)
            if record:
                left.append(self.one(Target(issue, record)))
        return left

    def one(self, target: Target) -> Erased:
        """Erase one issue: the audit knows of it first, its record goes last."""
        keeper, number = self.keeper, target.issue.number
        keep_hash = keeper.retention.keep_hash
        left = erased_of(target, keeper.days, keeper.today, keep_hash=keep_hash)
        self.audit(left, "erased")
        comments = self._comments(number)
        self._carry_out(plan_erasing(target, comments, left, keeper.writer))
        # What somebody said while we wrote.
        self._carry_out(comments_erased(number, self._comments(number)))
        return left

    def audit(self, left: Erased, what: str) -> None:
        """Write a line, unless it stands."""
        keys, audit = self.keeper.writer.keys, Audit()
        if self._audit:
            self._audit = self.repository.issue(self._audit.number)
            _, audit = find_audit([self._audit], keys)
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
        self._audit = self._audit or self.repository.apply(open_state(audit, keys.current))
        if self._audit:
            self._carry_out(plan_audit(told, self._audit, keys.current))

    def delete(self, left: Erased) -> None:
        """Delete an issue that stands empty, for good; the audit knows of it first."""
        self.audit(left, "deleted")
        self._carry_out((DeleteIssue(left.issue),))

    def _comments(self, number: int) -> tuple[int, ...]:
        return tuple(said.id for said in self.repository.comments(number))

    def _carry_out(self, actions: Sequence[Action]) -> None:
        if actions:
            print_plan(self.repository, Plan(tuple(actions)), dry_run=False)
        for action in actions:
            self.repository.apply(action)
