"""What reports tell of a crowd: figures, forms, and that nobody is told apart."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from careers.hiring.actions import CreateIssue, EditIssue
from careers.hiring.issue.fitting import BODY_MAX, size
from careers.hiring.issues import Issue
from careers.hiring.minding.due import Patience
from careers.hiring.overview.figures import middle, ninetieth, stage_figures
from careers.hiring.overview.job import JobFacts
from careers.hiring.overview.row import rows_of
from careers.hiring.record.model import Record
from careers.hiring.reports import all_reports, tables_of
from careers.hiring.reports.support.facts import Facts
from careers.hiring.reports.support.table import as_csv, as_text
from careers.hiring.reports.support.weekly import plan_weekly, week_of
from careers.hiring.settings import CandidatesSettings
from careers.settings import Settings
from hiring.crowds import TODAY, crowd
from hiring.people import STAGES, WRITER, issue, record

GOLDEN = Path(__file__).parent / "golden"
JOB = JobFacts("engineer", "Engineer", STAGES, posted=date(2026, 8, 1))
PATIENCE = Patience.of(Settings(), CandidatesSettings())


def facts_of(candidates: list[tuple[Issue, Record]]) -> Facts:
    """What reports are made of."""
    rows = rows_of(candidates, PATIENCE, TODAY)
    return Facts(tuple(rows), {"engineer": JOB}, PATIENCE.days, CandidatesSettings(), TODAY)


def figures_of(*made: Record) -> dict[str, tuple[int, int, tuple[int, ...]]]:
    """Reached, passed on, days, by stage."""
    facts = facts_of([(issue(one), one) for one in made])
    found = stage_figures(facts.rows, facts.days)
    return {f.stage: (f.reached, f.passed, f.days) for f in found if f.reached}


def test_what_is_counted_of_stages() -> None:
    """Whoever was there has reached it; whoever left it for a later one or a hire has passed."""
    found = figures_of(
        record(1, "applied 2026-11-01", "phone-screen 2026-11-04", "hired 2026-11-06"),
        record(2, "applied 2026-11-01", "rejected 2026-11-02"),
        record(3, "applied 2026-11-01", "interviews 2026-11-05", "phone-screen 2026-11-06"),
        record(4, "applied 2026-11-01", "rejected 2026-11-03", "offer 2026-11-09"),
    )
    assert found == {
        "applied": (4, 2, (1, 2, 3, 4)),
        "phone-screen": (2, 1, (2,)),
        "interviews": (1, 0, (1,)),
        "offer": (1, 0, ()),
    }


@pytest.mark.parametrize(
    ("days", "median", "nine_of_ten"),
    [((), None, None), ((3,), 3, 3), ((1, 2, 3, 4), 2, 4), (tuple(range(1, 11)), 6, 9)],
)
def test_median_and_90th_percentile(
    days: tuple[int, ...], median: int | None, nine_of_ten: int | None
) -> None:
    """By the nearest rank, so that it is a number of days that somebody waited."""
    assert middle(days) == median
    assert ninetieth(days) == nine_of_ten


def test_time_to_hire_by_its_name() -> None:
    """From first contact, which may have been at another job, from application, from opening."""
    made = [record(n, "applied 2026-10-01", "hired 2026-10-11") for n in range(1, 6)]
    made += [
        record(10 + n, "applied 2026-09-21", posting="designer", person=f"{n:032x}")
        for n in range(1, 6)
    ]
    tables = tables_of(facts_of([(issue(one), one) for one in made]))
    hires = next(table for table in tables if table.name == "hires")
    told = [line for line in hires.lines if line[0] == "engineer"]
    assert told == [
        ("engineer", "first contact", 5, 20, 20),
        ("engineer", "application", 5, 10, 10),
        ("engineer", "opening", 5, 71, 71),
    ]


def test_few_are_not_told_apart() -> None:
    """Of four hires it is told that there were four."""
    made = [record(n, "applied 2026-10-01", "hired 2026-10-11") for n in range(1, 5)]
    tables = tables_of(facts_of([(issue(one), one) for one in made]))
    hires = next(table for table in tables if table.name == "hires")
    assert {line[2:] for line in hires.lines} == {(4, None, None)}
    assert next(table for table in tables if table.name == "sources").lines == ()
    assert "–" in as_text(tables)  # noqa: RUF001 - a dash, as in tables
    assert "None" not in as_csv(tables) + as_text(tables)


def test_each_is_a_module_with_its_help() -> None:
    """Found by looking into the folder."""
    assert [report.name for report in all_reports()] == [
        "week", "stages", "hires", "sources", "reasons",
    ]  # fmt: skip
    assert all(report.help.endswith(".") for report in all_reports())


def test_the_docs_list_them(request: pytest.FixtureRequest) -> None:
    """The table of docs/who-waits.md."""
    page = Path(__file__).parents[3] / "docs" / "who-waits.md"
    start, end = "<!-- reports: made from the code -->\n\n", "\n\n<!-- /reports -->"
    rows = [f"| `{report.name}` | {report.help.rstrip('.')} |" for report in all_reports()]
    made = "\n".join(["| report | tells |", "|---|---|", *rows])
    text = page.read_text("utf-8")
    before, after = text.partition(start)[0], text.partition(end)[2]
    if request.config.getoption("--bless", default=False):
        page.write_text(before + start + made + end + after, "utf-8", newline="\n")
    assert page.read_text("utf-8") == before + start + made + end + after


def test_the_forms_are_those_that_were_blessed(request: pytest.FixtureRequest) -> None:
    """Text, CSV and the weekly issue; no name in any of them."""
    facts = facts_of(crowd(300))
    tables = tables_of(facts)
    first = plan_weekly(tables, facts, [], WRITER)[0]
    assert isinstance(first, CreateIssue)
    forms = {
        "report.txt": as_text(tables),
        "report.csv": as_csv(tables).replace("\r\n", "\n"),
        "weekly.md": f"{first.title}\n\n{first.body}\n",
    }
    if request.config.getoption("--bless", default=False):
        GOLDEN.mkdir(exist_ok=True)
        for name, text in forms.items():
            (GOLDEN / name).write_text(text, "utf-8", newline="\n")
    assert forms == {path.name: path.read_text("utf-8") for path in GOLDEN.iterdir()}
    assert "Person" not in "".join(forms.values())
    assert len(list(csv.reader(io.StringIO(as_csv(tables))))) > 50


def test_one_issue_a_week() -> None:
    """Opened once, written anew where it differs; last week's is closed; a copy takes no place."""
    facts = facts_of(crowd(40))
    made = plan_weekly(tables_of(facts), facts, [], WRITER)[0]
    assert isinstance(made, CreateIssue)
    there = Issue(7, made.title, made.body, is_open=True, labels=made.labels, by_bot=True)
    assert plan_weekly(tables_of(facts), facts, [there], WRITER) == []
    copied = replace(there, number=3, body=f"{made.body} ", by_bot=False)
    assert plan_weekly(tables_of(facts), facts, [copied, there], WRITER) == []
    more = facts_of(crowd(41))
    (again,) = plan_weekly(tables_of(more), more, [there], WRITER)
    assert isinstance(again, EditIssue)
    later = replace(facts, today=TODAY + timedelta(days=7))
    opens, closes = plan_weekly(tables_of(later), later, [there], WRITER)
    assert isinstance(opens, CreateIssue)
    assert (str(closes)) == "issue #7: close last week's report and close it (completed)"
    forged = replace(there, body=there.body.replace("signature", "signatur"))
    assert isinstance(plan_weekly(tables_of(facts), facts, [forged], WRITER)[0], CreateIssue)


def test_of_many_jobs_it_fits() -> None:
    """What does not fit is left to the command, and said."""
    made = [
        record(n, "applied 2026-10-01", posting=f"a-job-with-a-rather-long-name-{n % 400}")
        for n in range(1, 2_001)
    ]
    facts = facts_of([(issue(one), one) for one in made])
    first = plan_weekly(tables_of(facts), facts, [], WRITER)[0]
    assert isinstance(first, CreateIssue)
    assert size(first.body) <= BODY_MAX
    assert "does not fit here: `careers report --format csv`" in first.body


def test_weeks_are_those_of_iso_8601() -> None:
    """Around a year's end too."""
    assert [week_of(date(2026, 12, 31)), week_of(date(2027, 1, 3)), week_of(date(2027, 1, 4))] == [
        "2026-W53", "2026-W53", "2027-W01",
    ]  # fmt: skip
