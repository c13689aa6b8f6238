"""Applications whose run fails again and again: said in an issue where people look."""

from __future__ import annotations

from collections.abc import Iterable

from careers.hiring.actions import CreateIssue, EditIssue, Plan
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.labels.names import ATTENTION
from careers.hiring.record.state import GroupState, read_state

_TITLE = "Applications that wait"
_GROUP = "waiting"


def plan_waiting(count: int, runs: str, issue: Issue | None, writer: IssueWriter) -> Plan:
    """What makes that issue say how many wait: open while there are any, closed when none is left.

    ``runs`` is the page that lists the runs, ``issue`` the one that ``find_waiting`` found.
    """
    text = writer.render("waiting", count=count, runs=runs)
    state = GroupState(group=_GROUP, issue=issue.number if issue else 0, sequence=count)
    body = f"{text}\n\n{state.block(writer.keys.current)}\n"
    if issue is None:
        opening = CreateIssue(_TITLE, body, (ATTENTION,), (ATTENTION,))
        return Plan((opening,) if count else ())
    known = read_state(issue, _GROUP, writer.keys)
    same_state = issue.is_open == bool(count)
    if known and known.sequence == count and same_state:
        return Plan()
    closed = None if same_state else not count
    reason = None if closed is None else "completed" if closed else "reopened"
    what = f"say how many applications wait: {count}"
    return Plan((EditIssue(issue.number, what, body=body, closed=closed, reason=reason),))


def find_waiting(issues: Iterable[Issue], keys: Keys) -> Issue | None:
    """The issue that says it."""
    return next((issue for issue in issues if read_state(issue, _GROUP, keys)), None)
