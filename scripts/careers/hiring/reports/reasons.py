"""Why candidates were not hired, by job and by the reasons of the settings."""

from __future__ import annotations

from careers.hiring.overview.groups import OTHERS, folded
from careers.hiring.reports.support.facts import Facts
from careers.hiring.reports.support.table import ReportTable
from careers.process import REJECTED, WITHDRAWN

ORDER = 50
NOTE = "Reasons of fewer than five people are counted together as *others*."
_NONE = "none given"


def table(facts: Facts) -> ReportTable:
    """A line a reason."""
    heads = ("job", "reason", "who said no", "people")
    lines = tuple(
        (job, name, _said(name, facts), count)
        for job, rows in facts.by_job()
        for name, count in folded(
            row.record.reason or _NONE for row in rows if row.record.stage in {REJECTED, WITHDRAWN}
        )
    )
    return ReportTable("reasons", "Reasons", heads, lines, keys=2, note=NOTE)


def _said(name: str, facts: Facts) -> str:
    reason = facts.people.reasons.get(name)
    if name in {OTHERS, _NONE} or reason is None:
        return ""
    return {"we-said-no": "we", "they-said-no": "they", "neither": "neither"}[reason.type]
