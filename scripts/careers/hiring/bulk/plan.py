"""A plan for many: what is to be done to whom, signed, in a comment of a job's issue."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta

from careers.hiring.issue.writer import IssueWriter
from careers.hiring.keys import Keys
from careers.hiring.record.block import read_signed, signed

GOOD_FOR = timedelta(hours=24)
GOES_ON_FOR = timedelta(days=3)
"""How long after it was asked for a plan that was begun is gone on with."""
ASKED, GOING, FINISHED = "asked", "going", "finished"
_MARK = re.compile(r"^<!-- careers:plan (\{.*\}) -->$", re.MULTILINE)
_TICKED = re.compile(r"^[ \t]*[-*+] \[[xX]\] <!-- do:confirm ([0-9a-f]{4}) -->", re.MULTILINE)


@dataclass(frozen=True)
class BulkPlan:
    """``verb`` is one of ``bulk.acts``, ``text`` what it is done with: a reason, a login, a day.

    ``stage`` is where they must still be (empty: anywhere), ``unread`` takes those alone whom
    nobody has looked at. ``letter`` and ``goes`` (in the company's time) are what they are told by,
    and when; ``lead`` is Markdown of ours that stands above.

    ``made`` is in ISO 8601. Once it is confirmed it is bound to the ``comment`` and the ``issue``
    that it stands in: its older texts stay readable in the comment's history, and a copy of one
    must do nothing. ``wrote``, ``held`` and ``offered`` were left out: they wrote last, are on
    hold, have an offer; ``over`` counts those beyond the most that one plan takes.
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
    offered: tuple[int, ...] = ()
    over: int = 0
    letter: str = ""
    goes: str = ""
    lead: str = ""
    state: str = ASKED
    by: str = ""
    issue: int = 0
    comment: int = 0
    done: tuple[int, ...] = field(default=())
    skipped: tuple[int, ...] = field(default=())

    def is_good(self, now: str) -> bool:
        """Whether it may still be confirmed."""
        age = datetime.fromisoformat(now) - datetime.fromisoformat(self.made)
        return self.state == ASKED and age <= GOOD_FOR

    def goes_on(self, issue: int, comment: int, now: str) -> bool:
        """Whether a run began it there, not long ago, and did not end it."""
        age = datetime.fromisoformat(now) - datetime.fromisoformat(self.made)
        here = (self.issue, self.comment) == (issue, comment)
        return self.state == GOING and here and age <= GOES_ON_FOR

    def is_as(self, other: BulkPlan) -> bool:
        """Whether another one would do the same to the same."""
        asked = ("job", "verb", "text", "stage", "unread", "numbers", "state")
        return all(getattr(self, name) == getattr(other, name) for name in asked)

    def written(self, writer: IssueWriter) -> str:
        """The comment: what is to be done, to how many, and the box; nobody is named."""
        block = signed(asdict(self), writer.keys.current)
        return writer.render("plan", plan=self, mark=f"<!-- careers:plan {block} -->")


def read_plan(comment: str, keys: Keys) -> BulkPlan | None:
    """The plan that a comment of ours holds; None where it holds none that we signed."""
    for text in _MARK.findall(comment.replace("\r\n", "\n"))[:1]:
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
