"""Applications that wait, and why: said once, until none is left."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from careers.hiring.actions import CreateIssue, EditIssue, Plan
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.labels.names import ATTENTION, has_label
from careers.hiring.record.state import GroupState, read_state
from careers.hiring.waiting import APPLICATIONS


def plan_applications(
    news: Mapping[str, str], issue: Issue | None, writer: IssueWriter, share: int
) -> Plan:
    """What makes that issue say it: open while there is something, closed when nothing is left.

    ``news`` are ``runs``, how many failed again and again, with the ``page`` that lists them;
    ``sources``, which send more than their ``share`` an hour, with commas; ``gap``, from when to
    when nothing ran, both as ISO 8601 with a slash. What is empty is over; what is not named stays.
    """
    known = read_state(issue, APPLICATIONS.group, writer.keys) if issue else None
    before = dict(known.cursors) if known else {}
    if issue and not issue.is_open:
        before.pop("gap", None)  # a person has seen it
    told = {name: text for name, text in {**before, **news}.items() if text}
    if issue is None and not told:
        return Plan()
    labels = _seen(issue) if issue and told else None
    is_bound = issue and known and known.issue == issue.number
    if issue and is_bound and told == before and issue.is_open == bool(told) and not labels:
        return Plan()
    gap = [datetime.fromisoformat(when) for when in told.get("gap", "").split("/") if when]
    text = writer.render(
        APPLICATIONS.template,
        count=int(told.get("runs", 0)),
        runs=told.get("page", ""),
        sources=[source for source in told.get("sources", "").split(",") if source],
        share=share,
        gap=[f"{moment:%Y-%m-%dT%H:%M}" for moment in gap],
        hours=int((gap[1] - gap[0]).total_seconds() // 3600) if gap else 0,
    )
    sequence = known.sequence + 1 if known else 1
    number = issue.number if issue else 0
    state = GroupState(group=APPLICATIONS.group, issue=number, sequence=sequence, cursors=told)
    body = f"{text}\n\n{state.block(writer.keys.current)}\n"
    if issue is None:
        return Plan((CreateIssue(APPLICATIONS.title, body, (ATTENTION,), (ATTENTION,)),))
    closed = None if issue.is_open == bool(told) else not told
    reason = None if closed is None else "completed" if closed else "reopened"
    what = "say which applications wait"
    edit = EditIssue(
        issue.number, what, body=body, closed=closed, reason=reason, labels=labels, essential=labels
    )
    return Plan((edit,))


def _seen(issue: Issue) -> tuple[str, ...] | None:
    """Its labels with the one by which it is found, where somebody took that off."""
    return None if has_label(issue.labels, ATTENTION) else (*issue.labels, ATTENTION)


def gap_told(issue: Issue | None, keys: Keys) -> str:
    """The gap that stands there."""
    state = read_state(issue, APPLICATIONS.group, keys) if issue else None
    return state.cursors.get("gap", "") if state else ""
