"""The audit of what was erased: each once, signed, and it goes on in comments."""

from __future__ import annotations

from dataclasses import replace

from careers.hiring.actions import Continue, EditIssue
from careers.hiring.forgetting.audit import Audit, AuditLine, find_audit, plan_audit, with_line
from careers.hiring.issues import Issue
from hiring.sealing import WRITER

KEYS = WRITER.keys


def test_a_long_audit_goes_on_in_comments_and_loses_no_line() -> None:
    """The newest lines stand in the issue's text, the oldest in comments, all of them once."""
    issue, audit = Issue(7, "State: audit", "", is_open=False, by_bot=True), Audit()
    told: list[str] = []
    for number in range(1, 301):
        audit = with_line(audit, AuditLine(issue=number, day="2026-03-02", why="a | b"))
        assert with_line(audit, AuditLine(issue=number, day="2026-03-03")) == audit
        for action in plan_audit(audit, issue, KEYS.current):
            if isinstance(action, Continue):
                told += action.body.splitlines()
            elif isinstance(action, EditIssue):
                issue = replace(issue, body=action.body or "")
        _, audit = find_audit([issue], KEYS)
    rows = [line for line in (*told, *issue.body.splitlines()) if line.startswith("| ")]
    numbers = [row.split(" | ")[0] for row in rows if row[2].isdigit()]
    assert sorted(numbers, key=lambda n: int(n[2:])) == [f"| {n}" for n in range(1, 301)]
    assert len(issue.body) < 65_536


def test_a_line_that_was_forged_is_none() -> None:
    """What is not signed is text."""
    issue = Issue(7, "State: audit", "| 1 | 2026 |", is_open=False)
    assert find_audit([issue], KEYS) == (None, Audit())
