"""Check postings: what is wrong, where, and how to mend it.

Exit status: 0 where there are no errors (warnings and notes do not fail a pull request), 1 where
there are, 2 where the check could not run.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime

from careers.checks import Context, check_all
from careers.edges.files import POSTINGS, load_postings, load_settings, write_summary
from careers.posting import Posting
from careers.problem import Finding, Severity


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "paths",
        nargs="*",
        default=[POSTINGS],
        metavar="PATH",
        help=f"postings, or folders of them (default: {POSTINGS}/)",
    )
    parser.add_argument(
        "--format",
        choices=["text", "json", "github"],
        default="text",
        help="github: annotations, and the whole table in the step summary",
    )


def run(args: Namespace) -> int:
    """Check, print, and say whether errors were found."""
    postings = load_postings(args.paths)
    today = datetime.now(UTC).date()
    context = Context(load_settings(), today, postings, os.path.exists)
    findings = check_all(context)
    sys.stdout.write(_report(args.format, findings, postings))
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def _report(form: str, findings: list[Finding], postings: tuple[Posting, ...]) -> str:
    if form == "json":
        from careers.report.json import render  # noqa: PLC0415 - only what is asked for is loaded

        return render(findings)
    if form == "github":
        from careers.report import github  # noqa: PLC0415

        write_summary(
            os.environ.get("GITHUB_STEP_SUMMARY"), github.summary(findings, len(postings))
        )
        return github.commands(findings) + f"{len(postings)} files checked\n"
    from careers.report import text  # noqa: PLC0415

    return text.render(findings, {p.path: p.source for p in postings}, len(postings))
