"""Check postings: what is wrong, where, and how to mend it.

Exit status: 0 nothing wrong (notes and warnings may be printed), 1 errors found, 2 the check
could not run.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

from careers.checks import Context, check_all
from careers.edges.files import POSTINGS, load_postings, load_settings


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("paths", nargs="*", default=[POSTINGS], metavar="PATH", help="postings, or folders of them")
    parser.add_argument("--format", choices=["text", "json", "github"], default="text")


def run(args: Namespace) -> int:
    """Check and print."""
    postings = load_postings(args.paths)
    context = Context(load_settings(), date.today(), postings, lambda path: Path(path).exists())
    findings = check_all(context)
    if args.format == "json":
        from careers.report.json import render
        sys.stdout.write(render(findings))
    else:
        from careers.report.text import render as as_text
        sys.stdout.write(as_text(findings, {p.path: p.source for p in postings}, len(postings)))
    return 1 if findings else 0
