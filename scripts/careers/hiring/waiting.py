"""What waits and does not get on by itself: said where people look, one issue for each kind."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from operator import itemgetter

from careers.hiring.actions import CreateIssue, EditIssue, Plan
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.keys import Keys
from careers.hiring.labels.names import ATTENTION
from careers.hiring.record.state import GroupState, read_state


@dataclass(frozen=True)
class Wait:
    """What waits: the title of its issue, the template of its text, the group of its state."""

    title: str
    template: str
    group: str


APPLICATIONS = Wait("Applications that wait", "waiting", "waiting")
"""What `waiting_applications` says of them."""
LETTERS = Wait("Letters that wait", "letters_waiting", "letters")
"""A mail server that takes nothing."""


def plan_waiting(
    wait: Wait, count: int, runs: str, issue: Issue | None, writer: IssueWriter
) -> Plan:
    """What makes that issue say how many wait: open while there are any, closed when none is left.

    ``runs`` is the page that lists the runs, ``issue`` the one that ``find_waiting`` found.
    """
    text = writer.render(wait.template, count=count, runs=runs)
    state = GroupState(group=wait.group, issue=issue.number if issue else 0, sequence=count)
    body = f"{text}\n\n{state.block(writer.keys.current)}\n"
    if issue is None:
        opening = CreateIssue(wait.title, body, (ATTENTION,), (ATTENTION,))
        return Plan((opening,) if count else ())
    same_state = issue.is_open == bool(count)
    if body.strip() == issue.body.strip() and same_state:
        return Plan()
    closed = None if same_state else not count
    reason = None if closed is None else "completed" if closed else "reopened"
    what = f"say how many wait: {count}"
    return Plan((EditIssue(issue.number, what, body=body, closed=closed, reason=reason),))


def find_waiting(wait: Wait, issues: Iterable[Issue], keys: Keys) -> Issue | None:
    """The issue that says it: one that was signed for its number before one that was just opened.

    What was signed before there was a number counts under its own title alone. A copy of it in
    another issue of the bot's would have that one written over.
    """
    states = ((issue, read_state(issue, wait.group, keys)) for issue in issues)
    found = [
        (not state.issue, issue.number, issue)
        for issue, state in states
        if state and (state.issue or issue.title == wait.title)
    ]
    return min(found, key=itemgetter(0, 1))[2] if found else None
