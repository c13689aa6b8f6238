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
from pathlib import Path

from careers.build.check_all import Checked, check_files
from careers.checks import Context, all_checks, check_all, outside_addresses
from careers.cli.support import base as _base
from careers.cli.support import terminal
from careers.cli.support.brand_files import note_pictures
from careers.cli.support.clock import latest_today, today
from careers.cli.support.example_values import note_examples
from careers.cli.support.progress import Progress
from careers.files.load import (
    POSTINGS,
    SETTINGS,
    load_postings,
    load_settings,
    posting_paths,
    read_text,
    write_summary,
)
from careers.files.repository_files import find_files
from careers.posting.posting import sources
from careers.settings import Settings
from careers.text.counted import counted
from careers.text.diagnostics import Severity

AUDIENCE = "author"

_CANDIDATES = "candidates.toml"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "paths",
        nargs="*",
        metavar="PATH",
        help=f"postings, or folders of them (default: {POSTINGS}/); or settings",
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
    paths = [path for path in args.paths if not _is_settings(path)]
    if args.paths and not paths:
        return _check_settings(args.paths, quiet=args.quiet)
    checked, files = _check(paths, args.base, online=args.online)
    errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    if args.quiet:
        checked = checked._replace(findings=errors)
    if errors or not args.quiet or args.format in ("json", "sarif"):
        sys.stdout.write(_report(args.format, checked, files))
    if args.format == "text" and not (args.quiet or args.paths):
        _note(load_settings())
    return int(bool(errors))


def _is_settings(path: str) -> bool:
    return Path(path).name in (SETTINGS, _CANDIDATES) and Path(path).is_file()


def _check_settings(paths: Sequence[str], *, quiet: bool) -> int:
    """Read settings alone. Raises CareersError that names the line of what is wrong."""
    from careers.hiring.settings import read_candidates_settings

    for path in map(Path, paths):
        if path.name == SETTINGS:
            _note(load_settings(path.parent))
        else:
            read_candidates_settings(read_text(path), str(path))
        if not quiet:
            sys.stdout.write(f"{path}: every setting can be read\n")
    return 0


def _note(settings: Settings) -> None:
    sys.stderr.write(note_examples(settings, published=False) + note_pictures(settings))


def _check(paths: Sequence[str], revision: str | None, *, online: bool) -> tuple[Checked, int]:
    """What was found, and in how many files."""
    base = _base.find_base(revision) if revision or not paths else None
    where = paths or [POSTINGS]
    settings = load_settings()
    context = Context(
        settings, today(settings), files=find_files(where), latest=latest_today(settings)
    )
    if any(map(os.path.isdir, where)):
        from careers.files.renames import earlier_names

        context = replace(context, earlier=earlier_names(where))
    if base and not paths:
        context = replace(context, postings=_base.all_postings())
        context = _with_dead_links(context) if online else context
        findings, touched = _base.new_findings(base, context)
        return Checked(findings, sources(touched)), len(touched)
    context = replace(context, base=base.posting if base else None)
    if online:
        context = _with_dead_links(replace(context, postings=load_postings(where)))
        texts = {text.path: text.source for text in context.files.shared}
        checked = Checked(check_all(context), texts | sources(context.postings))
        return checked, len(context.postings)
    files = posting_paths(where)
    with Progress("Checking", len(files), "files") as progress:
        return check_files(files, context, progress.over), len(files)


def _with_dead_links(context: Context) -> Context:
    """The context, with what other sites answered."""
    from careers.web.link_checker import Asker

    addresses = outside_addresses(context.postings)
    with Progress("Asking links", len(addresses), "addresses") as progress:
        dead = Asker(context.today, step=progress.step).dead(addresses)
    return replace(context, dead_links=dead)


def _report(form: str, checked: Checked, files: int) -> str:
    findings = checked.findings
    if form == "json":
        from careers.reports.json import render

        return render(findings)
    if form == "github":
        from careers.reports import github

        last = github.checked(files, sum(1 for _ in all_checks()))
        write_summary(os.environ.get("GITHUB_STEP_SUMMARY"), github.summary(findings) + last)
        return github.commands(findings) + f"{counted(files, 'file')} checked\n"
    if form == "sarif":
        from careers.reports import sarif

        rules = (sarif.Rule(check.code, check.page, check.severity) for check in all_checks())
        return sarif.render(findings, rules, checked.texts)
    from careers.reports import text

    width = terminal.columns(sys.stdout) if sys.stdout.isatty() else None
    look = text.TextLook(width, colour=terminal.has_colour(sys.stdout))
    return text.render(findings, checked.texts, files, look)
