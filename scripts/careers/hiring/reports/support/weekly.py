"""The weekly issue: all reports of a week, its chart and its CSV; it names nobody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from careers.hiring.actions import Action, CreateIssue, EditIssue
from careers.hiring.board.marker import mark, marked, ours_first
from careers.hiring.issue.fitting import BODY_MAX, size
from careers.hiring.issue.writer import IssueWriter
from careers.hiring.issues import Issue
from careers.hiring.labels.names import REPORT
from careers.hiring.reports.support.chart import chart
from careers.hiring.reports.support.facts import Facts
from careers.hiring.reports.support.table import ReportTable, as_csv, as_markdown

REPORT_MARK = "report"


def plan_weekly(
    tables: Sequence[ReportTable], facts: Facts, issues: Sequence[Issue], writer: IssueWriter
) -> list[Action]:
    """Open this week's issue, or write it anew, and close those of weeks before."""
    week = week_of(facts.today)
    ordered = ours_first(issues)
    ours = [(marked(issue, REPORT_MARK, REPORT, writer.keys), issue) for issue in ordered]
    text = _text(tables, facts, week, writer)
    name = f"Hiring, week {week}"
    there = next((issue for found, issue in ours if found == week), None)
    plans: list[Action] = []
    if there is None:
        plans.append(CreateIssue(name, text, (REPORT,), (REPORT,)))
    elif there.body.rstrip("\n") != text:
        plans.append(EditIssue(there.number, f"write {name}", body=text))
    for found, issue in ours:
        if found and found < week and issue.is_open:
            what = "close last week's report"
            plans.append(EditIssue(issue.number, what, closed=True, reason="completed"))
    return plans


def week_of(day: date) -> str:
    """The week as ISO 8601 has it: ``2026-W48``."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _text(tables: Sequence[ReportTable], facts: Facts, week: str, writer: IssueWriter) -> str:
    """All of it; where GitHub's limit is passed, what comes last is left to the command."""
    parts = [as_markdown(table) for table in tables]
    sheet: str | None = as_csv(tables).replace("\r\n", "\n").strip("\n")
    while True:
        text = writer.render(
            "report",
            chart=chart(facts),
            tables=parts,
            csv=sheet,
            left=len(tables) - len(parts),
            mark=mark(REPORT_MARK, week, writer.keys.current),
        )
        if size(text) <= BODY_MAX or not parts:
            return text
        if sheet is None:
            parts.pop()
        sheet = None
