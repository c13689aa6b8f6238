"""Check postings: what is wrong, where, and how to mend it.

On a pull request it checks what the change brings: all of the postings that differ from the base,
and what is newly wrong in others. Elsewhere it checks the whole repository. Paths that are named
are checked whole, always.

Exit status: 0 where there are no errors (warnings and notes do not fail a pull request), 1 where
there are, 2 where the check could not run.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace

from careers.checks import Context, Surroundings, all_checks, check_all, outside_addresses
from careers.cli import _base
from careers.edges.files import POSTINGS, load_postings, load_settings, write_summary
from careers.edges.surroundings import look_around
from careers.posting import Posting, sources
from careers.problem import Finding, Severity


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help=f"postings, or folders of them (default: {POSTINGS}/)",
    )
    parser.add_argument(
        "--base",
        metavar="REV",
        help="check what changed since this commit (default on a pull request: its base)",
    )
    parser.add_argument(
        "--online", action="store_true", help="ask the links to other sites too (takes a while)"
    )
    parser.add_argument(
        "--format",
        choices=["text", "json", "github", "sarif"],
        default="text",
        help="github: annotations, and the whole table in the step summary",
    )


def run(args: Namespace) -> int:
    """Check, print, and say whether errors were found."""
    findings, postings = found(args.paths, args.base, online=args.online)
    sys.stdout.write(_report(args.format, findings, postings))
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def found(
    paths: Sequence[str], revision: str | None, *, online: bool
) -> tuple[list[Finding], tuple[Posting, ...]]:
    """The findings, and the postings that were checked."""
    base = _base.asked(revision) if revision or not paths else None
    settings = load_settings()
    if base and not paths:
        postings = _base.all_postings()
        return _base.brought(base, settings, postings, _around([POSTINGS], postings, online=online))
    postings = load_postings(paths or [POSTINGS])
    around = _around(paths or [POSTINGS], postings, online=online)
    before = base.posting if base else None
    context = Context(settings, _base.today(), postings, os.path.exists, before, around)
    return check_all(context), postings


def _around(paths: Sequence[str], postings: tuple[Posting, ...], *, online: bool) -> Surroundings:
    around = look_around(paths)
    if not online:
        return around
    from careers.edges.asking import Asker  # noqa: PLC0415 - only what is asked for is loaded

    return replace(around, dead=Asker(_base.today()).dead(outside_addresses(postings)))


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
    if form == "sarif":
        from careers.report import sarif  # noqa: PLC0415

        rules = (sarif.Rule(check.code, check.page, check.severity) for check in all_checks())
        return sarif.render(findings, rules, sources(postings))
    from careers.report import text  # noqa: PLC0415

    return text.render(findings, sources(postings), len(postings))
