"""What a person must still do: an issue that lists it, open while there is anything."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from careers.hiring.actions import CreateIssue, EditIssue, Plan
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.labels.names import ATTENTION
from careers.hiring.record.state import GroupState, read_state

_TITLE = "Erasing: what a person must do"
_GROUP = "erasing"


@dataclass(frozen=True)
class Left:
    """``erased`` are issues that stand empty, whose earlier texts and titles GitHub still shows.

    ``apart`` are such scorecards of another repository, as references. ``differing`` says where
    candidates are told other days than are kept.
    """

    erased: tuple[int, ...] = ()
    differing: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.erased or self.differing or self.apart)


def find_left(issues: Iterable[Issue], keys: Keys) -> Issue | None:
    """The issue that says it."""
    return next((issue for issue in issues if read_state(issue, _GROUP, keys)), None)


def plan_left(left: Left, there: Issue | None, writer: IssueWriter) -> Plan:
    """What makes that issue say it: open while anything is left, closed when nothing is.

    Who has just opened it asks again, so that its state is signed for its number: of a person's
    issue no other counts.
    """
    body = _body(left, there.number if there else 0, writer)
    if there is None:
        opening = CreateIssue(_TITLE, body, (ATTENTION,), (ATTENTION,))
        return Plan((opening,) if left else ())
    same_state = there.is_open == bool(left)
    text = body if body.strip() != there.body.strip() else None
    if text is None and same_state:
        return Plan()
    closed = None if same_state else not left
    reason = None if closed is None else "completed" if closed else "reopened"
    what = f"say what is left to erase: {len(left.erased)}"
    return Plan((EditIssue(there.number, what, body=text, closed=closed, reason=reason),))


def _body(left: Left, number: int, writer: IssueWriter) -> str:
    text = writer.render("left", left=left, numbers=_spelled(left.erased))
    state = GroupState(group=_GROUP, issue=number, sequence=len(left.erased) + len(left.apart))
    return f"{text}\n\n{state.block(writer.keys.current)}\n"


def _spelled(numbers: Sequence[int]) -> str:
    return " ".join(map(str, numbers))
