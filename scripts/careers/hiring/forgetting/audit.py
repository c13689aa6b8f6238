"""The audit of what was erased: a table without a name in one closed issue, signed.

A line is written before anything is erased, so that none is missing; a line that stands is not
written again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from pydantic import Field

from careers.hiring.actions import Action, Continue, EditIssue
from careers.hiring.issue.quoting import inline
from careers.hiring.issue.writer import MORE
from careers.hiring.issues import Issue
from careers.hiring.keys import Key, Keys
from careers.hiring.record.parts import Day, Part
from careers.hiring.record.state import GroupState, find_state

GROUP = "audit"
_KEPT, _MOVED = 150, 75
"""Lines in the issue's text, and how many go on in a comment once there are more."""
_REMEMBERED, _MOST_SENT = timedelta(days=60), 400
"""How long, and how many, of what was sent is known as erased: a form service may hold it still."""
_HEAD = (
    "_What was erased, by number alone. The bot writes it and nobody else; leave it closed._\n\n"
    "| issue | applied | ended | erased | what | by | why |\n|--:|:--|:--|:--|:--|:--|:--|"
)


class AuditLine(Part):
    """``what`` is `erased` or `deleted`, ``by`` a login or `careers`; ``why`` is an admin's word.

    ``person`` is the keyed hash where the settings keep one, ``repository`` that of a scorecard
    which was kept apart.
    """

    issue: int
    applied: Day = ""
    ended: Day = ""
    day: Day = ""
    what: str = "erased"
    by: str = "careers"
    why: str = ""
    person: str = ""
    repository: str = ""

    @property
    def key(self) -> tuple[str, int, str]:
        """What makes two lines one."""
        return self.repository, self.issue, self.what

    def row(self) -> str:
        """Its row of the table."""
        cells = (self.applied, self.ended, self.day, self.what, self.by, inline(self.why))
        issue = f"{self.repository}#{self.issue}" if self.repository else self.issue
        return f"| {issue} | {' | '.join(cells)} |"


class Audit(GroupState):
    """The state of the group ``audit``; ``moved`` counts the lines that went into comments.

    ``sent`` are digests of what was erased lately, each with the day: what comes again opens none.
    """

    group: str = GROUP
    lines: tuple[AuditLine, ...] = ()
    moved: int = 0
    sent: Mapping[str, Day] = Field(default_factory=dict)


def find_audit(issues: Iterable[Issue], keys: Keys) -> tuple[Issue | None, Audit]:
    """The audit with its issue; an empty one where there is none."""
    issue, state = find_state(issues, GROUP, keys)
    return issue, Audit.model_validate(state.model_dump())


def with_line(audit: Audit, line: AuditLine, sent: Iterable[str] = ()) -> Audit:
    """The audit with one more line, and what was sent; the same where it has that line."""
    if line.key in {known.key for known in audit.lines}:
        return audit
    since = (date.fromisoformat(line.day) - _REMEMBERED).isoformat()
    known = {digest: day for digest, day in audit.sent.items() if day >= since}
    known |= dict.fromkeys(sent, line.day)
    kept = dict([*known.items()][-_MOST_SENT:])
    return audit.model_copy(update={"lines": (*audit.lines, line), "sent": kept})


def plan_audit(audit: Audit, issue: Issue, key: Key) -> tuple[Action, ...]:
    """The requests that write it: its oldest lines in a comment where it grew long."""
    more: tuple[Action, ...] = ()
    if len(audit.lines) > _KEPT:
        old, kept = audit.lines[:_MOVED], audit.lines[_MOVED:]
        marker = f"{MORE}audit {audit.moved} -->"
        rows = "\n".join(line.row() for line in old)
        more = (Continue(issue.number, marker, f"{marker}\n{_HEAD}\n{rows}"),)
        audit = audit.model_copy(update={"lines": kept, "moved": audit.moved + len(old)})
    changes = {"issue": issue.number, "sequence": audit.sequence + 1}
    audit = audit.model_copy(update=changes)
    rows = "\n".join(line.row() for line in reversed(audit.lines))
    body = f"{_HEAD}\n{rows}\n\n{audit.block(key)}\n"
    closed, reason = (True, "completed") if issue.is_open else (None, None)
    return (
        *more,
        EditIssue(issue.number, "write the audit", body=body, closed=closed, reason=reason),
    )
