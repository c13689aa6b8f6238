"""Ask every link of the postings whether it leads somewhere, and keep one issue about it.

What a workflow runs once a week. The issue is known by its marker and its author: it is opened
when a link is dead, edited in place, closed when all is well, and opened again. With --dry-run
nothing is written. `careers validate --online` asks without an issue.

Exit status: 0 done, whatever the links say; 2 it could not be done.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from careers.cli.support.clock import today
from careers.cli.support.one_issue import AUTHOR
from careers.cli.support.progress import Progress
from careers.files.load import POSTINGS, load_postings, load_settings
from careers.text.counted import counted
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.github.repository import Repository
    from careers.text.diagnostics import Finding

AUDIENCE = "workflow"

CODE = "dead-link"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("paths", nargs="*", default=[POSTINGS], metavar="PATH", help="postings")
    parser.add_argument("--cache", metavar="FILE", help="where answers are kept for a week")
    parser.add_argument("--author", default=AUTHOR, help=f"whose issue it is ({AUTHOR})")
    parser.add_argument("--dry-run", action="store_true", help="print, write nothing")


def run(args: Namespace) -> int:
    """Ask, print, keep the issue."""
    findings = dead_links(args.paths, Path(args.cache) if args.cache else None)
    for finding in findings:
        sys.stdout.write(f"{finding.path}:{finding.span.line}: {finding.message}\n")
    number = counted(len(findings), "dead link")
    sys.stdout.write(f"{number}\n")
    if args.dry_run:
        return 0
    from careers.cli.support.candidates import with_retries
    from careers.github.actions import connect, summarise

    name = os.environ.get("GITHUB_REPOSITORY", "")
    if not name:
        raise CareersError("GITHUB_REPOSITORY is not set", "--dry-run asks without an issue")
    repository = connect(name)
    done = with_retries(repository, lambda: keep(repository, findings, args.author))
    summarise(f"{number}: {done}.")
    sys.stdout.write(f"{name}: {done}\n")
    return 0


def dead_links(paths: list[str], cache: Path | None) -> list[Finding]:
    """The findings of the check for dead links, allowed ones left out."""
    from careers.checks import Context, check_all, outside_addresses
    from careers.files.repository_files import find_files
    from careers.web.link_checker import Asker

    settings = load_settings()
    day = today(settings)
    postings = tuple(p for p in load_postings(paths) if p.meta.status != "closed")
    addresses = outside_addresses(postings)
    with Progress("Asking links", len(addresses), "addresses") as progress:
        dead = Asker(day, cache, step=progress.step).dead(addresses)
    context = Context(settings, day, postings, find_files(paths), dead_links=dead)
    return [finding for finding in check_all(context) if finding.code == CODE]


def keep(repository: Repository, findings: list[Finding], author: str) -> str:
    """Bring the issue in line with the findings; what was done, in words."""
    from careers.cli.support.one_issue import OneIssue
    from careers.reports.dead_links import MARKER, TITLE, body

    kept = OneIssue(MARKER, TITLE, "tell which links are dead", author)
    return kept.keep(repository, body(findings) if findings else None)
