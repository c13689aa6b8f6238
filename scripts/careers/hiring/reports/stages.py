"""How many reached each stage of a job and were passed on, and how many days a stage takes."""

from __future__ import annotations

from careers.hiring.overview.figures import StageFigures, middle, ninetieth, stage_figures
from careers.hiring.overview.groups import LEAST
from careers.hiring.reports.support.facts import Facts
from careers.hiring.reports.support.table import ReportTable, Value

ORDER = 20
NOTE = (
    "Days are calendar days from the day somebody came to a stage to the day they left it; nine of "
    f"ten took no longer than the 90th percentile. Not told of fewer than {LEAST}."
)


def table(facts: Facts) -> ReportTable:
    """A line a stage."""
    heads = ("job", "stage", "reached", "passed on", "%", "now", "median days", "90th percentile")
    lines = tuple(
        _line(job, figures)
        for job, rows in facts.by_job()
        for figures in stage_figures(rows, facts.days)
        if figures.reached
    )
    return ReportTable("stages", "Stages", heads, lines, keys=2, note=NOTE)


def _line(job: str, figures: StageFigures) -> tuple[Value, ...]:
    enough = figures.reached >= LEAST
    told = len(figures.days) >= LEAST
    return (
        job,
        figures.stage,
        figures.reached,
        figures.passed,
        round(100 * figures.passed / figures.reached) if enough else None,
        figures.now,
        middle(figures.days) if told else None,
        ninetieth(figures.days) if told else None,
    )
