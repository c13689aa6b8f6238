"""Applications that wait: said in an issue where people look, once, and until none is left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from careers.hiring.actions import CreateIssue, EditIssue, Plan
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.labels.names import ATTENTION
from careers.hiring.record.state import GroupState, read_state

_TITLE = "Applications that wait"
_GROUP = "waiting"


def plan_waiting(
    news: Mapping[str, str], issue: Issue | None, writer: IssueWriter, share: int = 0
) -> Plan:
    """What makes that issue say it: open while there is something, closed when nothing is left.

    ``news`` are ``runs``, how many failed again and again, with the ``page`` that lists them;
    ``sources``, which send more than their ``share`` an hour, with commas; ``gap``, from when to
    when nothing ran, both as ISO 8601 with a slash. What is empty is over; what is not named stays.
    """
    known = read_state(issue, _GROUP, writer.keys) if issue else None
    before = dict(known.cursors) if known else {}
    if issue and not issue.is_open:
        before.pop("gap", None)  # a person has seen it
    told = {name: text for name, text in {**before, **news}.items() if text}
    if issue is None and not told:
        return Plan()
    if issue and known and told == before and issue.is_open == bool(told):
        return Plan()
    gap = [datetime.fromisoformat(moment) for moment in told.get("gap", "").split("/") if moment]
    text = writer.render(
        "waiting",
        count=int(told.get("runs", 0)),
        runs=told.get("page", ""),
        sources=[source for source in told.get("sources", "").split(",") if source],
        share=share,
        gap=[f"{moment:%Y-%m-%dT%H:%M}" for moment in gap],
        hours=int((gap[1] - gap[0]).total_seconds() // 3600) if gap else 0,
    )
    sequence = known.sequence + 1 if known else 1
    state = GroupState(
        group=_GROUP, issue=issue.number if issue else 0, sequence=sequence, cursors=told
    )
    body = f"{text}\n\n{state.block(writer.keys.current)}\n"
    if issue is None:
        return Plan((CreateIssue(_TITLE, body, (ATTENTION,), (ATTENTION,)),))
    closed = None if issue.is_open == bool(told) else not told
    reason = None if closed is None else "completed" if closed else "reopened"
    what = "say which applications wait"
    return Plan((EditIssue(issue.number, what, body=body, closed=closed, reason=reason),))


def find_waiting(issues: Iterable[Issue], keys: Keys) -> Issue | None:
    """The issue that says it."""
    return next((issue for issue in issues if read_state(issue, _GROUP, keys)), None)


def gap_told(issue: Issue | None, keys: Keys) -> str:
    """The gap that stands there."""
    state = read_state(issue, _GROUP, keys) if issue else None
    return state.cursors.get("gap", "") if state else ""
