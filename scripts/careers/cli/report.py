"""Report how hiring goes: what stages take, sources, reasons, time to hire; it names nobody.

Groups of fewer than five people are not told apart. Only issues whose record is signed count. With
--weekly the report is written into this week's issue, and last week's is closed.

Exit status: 0 done, 2 it could not be done.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from careers.cli.support.clock import company_day
from careers.files.load import POSTINGS, load_settings
from careers.settings import Settings

if TYPE_CHECKING:
    from careers.github.repository import Repository
    from careers.hiring.issues import Issue
    from careers.hiring.keys import Keys
    from careers.hiring.reports.support.facts import Facts
    from careers.hiring.reports.support.table import ReportTable

AUDIENCE = "recruiter"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--format", choices=["text", "csv"], default="text", help="how it is printed"
    )
    parser.add_argument("--weekly", action="store_true", help="write this week's issue")
    parser.add_argument("--dry-run", action="store_true", help="print what would be done")


def run(args: Namespace) -> int:
    """Read the issues by listing, count, print or write."""
    from careers.cli.support.candidates import keys_of_environment
    from careers.github.actions import candidates_repository
    from careers.hiring.reports import tables_of
    from careers.hiring.reports.support import table

    settings = load_settings()
    keys = keys_of_environment()
    repository = candidates_repository(settings)
    issues = repository.issues()
    facts = _facts(issues, keys, settings)
    tables = tables_of(facts)
    if args.weekly:
        _write(repository, tables, facts, issues, keys, dry_run=args.dry_run)
    else:
        sys.stdout.write(table.as_csv(tables) if args.format == "csv" else table.as_text(tables))
    return 0


def _facts(issues: Sequence[Issue], keys: Keys, settings: Settings) -> Facts:
    from careers.cli.support.candidates import postings_in
    from careers.files.candidates_settings import load_candidates_settings
    from careers.hiring.minding.due import Patience
    from careers.hiring.overview.job import jobs_of
    from careers.hiring.overview.row import rows_of
    from careers.hiring.reports.support.facts import Facts
    from careers.hiring.tending import candidates_in

    people, today = load_candidates_settings(), company_day(settings)
    patience = Patience.of(settings, people)
    jobs = jobs_of(postings_in(POSTINGS, needed=False), settings)
    rows = rows_of(candidates_in(issues, keys), patience, today)
    return Facts(tuple(rows), jobs, patience.days, people, today)


def _write(  # noqa: PLR0913 - all that it is made of
    repository: Repository,
    tables: Sequence[ReportTable],
    facts: Facts,
    issues: Sequence[Issue],
    keys: Keys,
    *,
    dry_run: bool,
) -> None:
    from careers.cli.support.candidates import print_plan
    from careers.files.candidate_templates import load_candidate_templates
    from careers.github.actions import require_private
    from careers.hiring.actions import Plan
    from careers.hiring.issue.writer import IssueWriter
    from careers.hiring.reports.support.weekly import plan_weekly

    require_private(repository)
    writer = IssueWriter(load_candidate_templates(), keys)
    actions = plan_weekly(tables, facts, issues, writer)
    print_plan(repository, Plan(tuple(actions)), dry_run=dry_run)
    for action in () if dry_run else actions:
        repository.apply(action)
