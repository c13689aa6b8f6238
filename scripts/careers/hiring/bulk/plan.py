"""A plan for many: what is to be done to whom, signed, in a comment of a job's issue."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from careers.hiring.issue.writer import IssueWriter
from careers.hiring.keys import Keys
from careers.hiring.labels.names import REPLY, has_label
from careers.hiring.overview.row import CandidateRow
from careers.hiring.record.block import read_signed, signed
from careers.hiring.request import Invocation

MOST = 200
"""People of one plan."""
GOOD_FOR = timedelta(hours=24)
GOES_ON_FOR = timedelta(days=3)
"""How long after it was asked for a plan that was begun is gone on with."""
ASKED, GOING, FINISHED = "asked", "going", "finished"
_MARK = re.compile(r"^<!-- careers:plan (\{.*\}) -->$", re.MULTILINE)
_TICKED = re.compile(r"^[ \t]*[-*+] \[[xX]\] <!-- do:confirm ([0-9a-f]{4}) -->", re.MULTILINE)


@dataclass(frozen=True)
class BulkPlan:
    """``verb`` and ``text`` are a candidate's command; ``stage`` is where they must still be.

    ``unread`` takes those alone whom nobody has looked at.

    ``made`` is in ISO 8601. Once it is confirmed it is bound to the ``comment`` and the ``issue``
    that it stands in: its older texts stay readable in the comment's history, and a copy of one
    must do nothing. ``wrote`` and ``held`` were left out: they wrote last, or are on hold;
    ``over`` counts those beyond the most that one plan takes.
    """

    id: str
    job: str
    verb: str
    text: str
    made: str
    stage: str = ""
    unread: bool = False
    numbers: tuple[int, ...] = ()
    wrote: tuple[int, ...] = ()
    held: tuple[int, ...] = ()
    over: int = 0
    state: str = ASKED
    by: str = ""
    issue: int = 0
    comment: int = 0
    done: tuple[int, ...] = field(default=())
    skipped: tuple[int, ...] = field(default=())

    @property
    def invocation(self) -> Invocation:
        """The command for each."""
        return Invocation(self.verb, self.text)

    def is_good(self, now: str) -> bool:
        """Whether it may still be confirmed."""
        age = datetime.fromisoformat(now) - datetime.fromisoformat(self.made)
        return self.state == ASKED and age <= GOOD_FOR

    def goes_on(self, issue: int, comment: int, now: str) -> bool:
        """Whether a run began it there, not long ago, and did not end it."""
        age = datetime.fromisoformat(now) - datetime.fromisoformat(self.made)
        here = (self.issue, self.comment) == (issue, comment)
        return self.state == GOING and here and age <= GOES_ON_FOR

    def takes(self, row: CandidateRow) -> bool:
        """Whether somebody is still where the plan found them."""
        return self.is_about(row) and not _is_left(row)

    def is_about(self, row: CandidateRow) -> bool:
        """Whether somebody stands where the plan says."""
        here = row.record.stage == self.stage if self.stage else not row.record.owner
        return row.under_way and here and (row.unread or not self.unread)

    def written(self, writer: IssueWriter) -> str:
        """The comment: what is to be done, to how many, and the box; nobody is named."""
        block = signed(asdict(self), writer.keys.current)
        return writer.render("plan", plan=self, mark=f"<!-- careers:plan {block} -->")


def read_plan(comment: str, keys: Keys) -> BulkPlan | None:
    """The plan that a comment of ours holds; None where it holds none that we signed."""
    for text in _MARK.findall(comment)[:1]:
        fields = read_signed(text, keys)
        try:
            lists = {k: tuple(v) for k, v in (fields or {}).items() if isinstance(v, list)}
            return BulkPlan(**{**(fields or {}), **lists}) if fields else None
        except TypeError:
            return None
    return None


def confirmed(comment: str, plan: BulkPlan) -> bool:
    """Whether the plan's own box is ticked."""
    return plan.id in _TICKED.findall(comment)


def is_confirming(comment: str) -> bool:
    """Whether any such box is ticked, of a plan or not."""
    return bool(_TICKED.search(comment))


def chosen(plan: BulkPlan, rows: Iterable[CandidateRow]) -> BulkPlan:
    """The plan with those it is about, oldest first."""
    about = [row for row in rows if plan.is_about(row)]
    free = [row.number for row in about if not _is_left(row)]
    changes = {
        "numbers": tuple(free[:MOST]),
        "over": len(free[MOST:]),
        "wrote": tuple(r.number for r in about if _wrote(r) and not r.record.hold),
        "held": tuple(r.number for r in about if r.record.hold),
    }
    return BulkPlan(**{**asdict(plan), **changes})


def _is_left(row: CandidateRow) -> bool:
    return row.record.hold is not None or _wrote(row)


def _wrote(row: CandidateRow) -> bool:
    return has_label(row.issue.labels, REPLY)
