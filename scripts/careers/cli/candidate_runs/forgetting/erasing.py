"""Erases issues: reads what is on each, writes the audit first, carries the plan out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from careers.cli.candidate_runs.interviewing.card_desk import CardDesk
from careers.cli.candidate_runs.interviewing.cards_about import CardsAbout
from careers.github.repository import Repository
from careers.hiring.actions import DeleteIssue
from careers.hiring.filing.keeping import release_of
from careers.hiring.filing.offers import OFFERS
from careers.hiring.forgetting.audit import Audit, AuditLine, find_audit, plan_audit, with_line
from careers.hiring.forgetting.erased import Erased, read_erased
from careers.hiring.forgetting.keeping import Keeper
from careers.hiring.forgetting.plan import ERASED, Target, comments_erased, erased_of, plan_erasing
from careers.hiring.issues import Issue
from careers.hiring.labels.names import SCORECARD, has_label
from careers.hiring.record.block import read_record
from careers.hiring.record.model import Record
from careers.hiring.record.state import open_state

Pair = tuple[Issue, Record]


@dataclass
class Erasing:
    """With what it is done; ``by`` and ``why`` stand in the audit, which ``issues`` hold."""

    repository: Repository
    keeper: Keeper
    desk: CardDesk
    issues: Sequence[Issue]
    by: str = "careers"
    why: str = ""
    _audit: Issue | None = field(default=None, init=False)
    _apart: set[str] = field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        self._audit, audit = find_audit(self.issues, self.keeper.writer.keys)
        self._about = CardsAbout(self.desk, self.issues)
        self._apart |= {self.desk.apart, *(line.repository for line in audit.lines)}

    def candidate(self, number: int, known: Sequence[Pair]) -> list[Erased]:
        """Erase a candidate's issue and, before it, those merged into it; what is left of each."""
        merged = [each.number for each, record in known if record.duplicate_of == number]
        left = []
        for each in (*merged, number):
            issue = self.repository.issue(each)
            record = read_record(issue.body, each, self.keeper.writer.keys)
            if record:
                left += self._cards(record)
                left.append(self.one(Target(issue, record)))
        return left

    def unreached(self, record: Record) -> str:
        """The repository of scorecards about them that this run cannot write; empty for none."""
        names = {ref.repository for ref in (*record.cards, *record.let_go)}
        return next((name for name in sorted(names) if self.desk.at(name) is None), "")

    def _cards(self, record: Record) -> list[Erased]:
        """Erase the scorecards about them."""
        left = []
        for name, each in self._about.places(record, self._apart):
            home = self.desk.at(name)
            issue = home.find(each) if home else None
            if issue and (known := read_erased(issue, self.keeper.writer.keys, name)):
                left.append(known)
            elif issue and (has_label(issue.labels, SCORECARD) or self.desk.read(issue, name)):
                left.append(self.one(Target(issue, kind="scorecard", repository=name)))
        return left

    def one(self, target: Target) -> Erased:
        """Erase one issue: the audit knows of it first, its record goes last."""
        keeper, number, where = self.keeper, target.issue.number, target.repository
        keep_hash = keeper.retention.keep_hash
        left = erased_of(target, keeper.days, keeper.today, keep_hash=keep_hash)
        self.audit(left, "erased", target.sent)
        self._apart.add(where)
        files = self._files(number) if not where else []
        comments = self._comments(where, number)
        self.desk.apply(plan_erasing(target, comments, files, left, keeper.writer), where)
        # What somebody said while we wrote.
        self.desk.apply(comments_erased(number, self._comments(where, number)), where)
        return left

    def emptied_apart(self) -> list[Erased]:
        """The scorecards that stand empty in a repository of their own, of today or of before."""
        keys = self.keeper.writer.keys
        left: list[Erased] = []
        for name in sorted(self._apart - {""}):
            with self.desk.without_them():
                home = self.desk.at(name)
                found = home.labelled([ERASED]) if home else []
                left += filter(None, (read_erased(issue, keys, name) for issue in found))
        return left

    def audit(self, left: Erased, what: str, sent: Sequence[str] = ()) -> None:
        """Write a line, unless it stands."""
        keys, audit = self.keeper.writer.keys, Audit()
        if self._audit:
            self._audit = self.repository.issue(self._audit.number)
            _, audit = find_audit([self._audit], keys)
        line = AuditLine(
            **left.model_dump(include={"issue", "applied", "ended", "person", "repository"}),
            day=self.keeper.today.isoformat(),
            what=what,
            by=self.by,
            why=self.why,
        )
        told = with_line(audit, line, sent)
        if told == audit:
            return
        self._audit = self._audit or self.repository.apply(open_state(audit, keys.current))
        if self._audit:
            self.desk.apply(plan_audit(told, self._audit, keys.current))

    def delete(self, left: Erased) -> None:
        """Delete an issue that stands empty, for good; the audit knows of it first."""
        self.audit(left, "deleted")
        self.desk.apply((DeleteIssue(left.issue),), left.repository)

    def _files(self, number: int) -> list[int]:
        """What is kept under its number, whatever its record says of it."""
        releases = self.repository.releases()
        found = (releases.find(release_of(number)), releases.find(OFFERS, draft=True))
        kept = (releases.assets(release, number) for release in found if release)
        return [asset.id for assets in kept for asset in assets]

    def _comments(self, where: str, number: int) -> tuple[int, ...]:
        home = self.desk.at(where)
        return tuple(said.id for said in home.comments(number)) if home else ()
