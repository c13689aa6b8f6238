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
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from careers.build.check_all import check_files, texts
from careers.checks import Context, Surroundings, all_checks, outside_addresses
from careers.cli.support import base as _base
from careers.cli.support import terminal
from careers.cli.support.progress import Progress
from careers.files.load import (
    POSTINGS,
    load_posting,
    load_settings,
    posting_paths,
    write_summary,
)
from careers.files.surroundings import look_around
from careers.posting.posting import Posting, sources
from careers.text.counted import counted
from careers.text.diagnostics import Finding, Severity
from careers.text.source import Source

AUDIENCE = "author"


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
    parser.add_argument(
        "-q",
        "--quiet",
        action="store_true",
        help="show errors alone, and nothing where there are none",
    )


def run(args: Namespace) -> int:
    """Check, print, and say whether errors were found."""
    checked = _checked(args.paths, args.base, online=args.online)
    errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    if args.quiet:
        checked = checked._replace(findings=errors)
    if errors or not args.quiet or args.format in ("json", "sarif"):
        sys.stdout.write(_report(args.format, checked))
    return int(bool(errors))


class _Checked(NamedTuple):
    """What was found, in how many files, and a way to their texts."""

    findings: list[Finding]
    files: int
    texts: Callable[[], Mapping[str, Source]]


def _checked(paths: Sequence[str], revision: str | None, *, online: bool) -> _Checked:
    base = _base.asked(revision) if revision or not paths else None
    settings = load_settings()
    if base and not paths:
        postings = _base.all_postings()
        around = look_around([POSTINGS])
        around = _asked(around, postings) if online else around
        findings, touched = _base.brought(base, settings, postings, around)
        return _Checked(findings, len(touched), partial(sources, touched))
    files = posting_paths(paths or [POSTINGS])
    around = look_around(paths or [POSTINGS])
    around = _asked(around, map(load_posting, files)) if online else around
    before = base.posting if base else None
    context = Context(settings, _base.today(), (), os.path.exists, before, around)
    with Progress("Checking", len(files), "files") as progress:
        findings = check_files(files, context, progress.over)
    return _Checked(findings, len(files), partial(texts, findings, files, around.shared))


def _asked(around: Surroundings, postings: Iterable[Posting]) -> Surroundings:
    """The surroundings, with what other sites answered."""
    from careers.web.link_checker import Asker  # noqa: PLC0415 - only what is asked for is loaded

    addresses = outside_addresses(postings)
    with Progress("Asking links", len(addresses), "addresses") as progress:
        dead = Asker(_base.today(), step=progress.step).dead(addresses)
    return replace(around, dead=dead)


def _report(form: str, checked: _Checked) -> str:
    findings = checked.findings
    if form == "json":
        from careers.reports.json import render  # noqa: PLC0415 - only what is asked for is loaded

        return render(findings)
    if form == "github":
        from careers.reports import github  # noqa: PLC0415

        write_summary(
            os.environ.get("GITHUB_STEP_SUMMARY"), github.summary(findings, checked.files)
        )
        return github.commands(findings) + f"{counted(checked.files, 'file')} checked\n"
    if form == "sarif":
        from careers.reports import sarif  # noqa: PLC0415

        rules = (sarif.Rule(check.code, check.page, check.severity) for check in all_checks())
        return sarif.render(findings, rules, checked.texts())
    from careers.reports import text  # noqa: PLC0415

    width = terminal.columns(sys.stdout) if sys.stdout.isatty() else None
    look = text.Look(width, colour=terminal.has_colour(sys.stdout))
    return text.render(findings, checked.texts(), checked.files, look)
