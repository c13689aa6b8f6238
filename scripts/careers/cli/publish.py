"""Build the careers site out of postings.

Drafts are left out; a posting that is closed, or whose last day has passed, gets a page that says
so. An open posting with errors is left out and named, and the rest is built; --force publishes it.
The site takes the place of the one before only when all of it is written. Of a folder that was
published before, what the last build wrote is replaced, and nothing else is touched.

Exit status: 0 built, whatever was left out, 1 the settings hold example values on GitHub Actions
and nothing was changed, 2 the site could not be built.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careers.cli.support.brand_files import note_pictures
from careers.cli.support.clock import latest_today, today
from careers.cli.support.example_values import note_examples
from careers.cli.support.parser import whole
from careers.files.load import POSTINGS, load_settings

if TYPE_CHECKING:
    from careers.settings import Settings
    from careers.site.model.site import Site
    from careers.text.diagnostics import Finding

AUDIENCE = "workflow"

_OTHER = "no posting, left out"
_HELD = "errors, left out"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    helped = "postings, or folders of them (postings)"
    parser.add_argument("paths", nargs="*", default=[POSTINGS], metavar="PATH", help=helped)
    parser.add_argument("--out", default="_site", metavar="DIR", help="the site's folder (_site)")
    parser.add_argument(
        "--today",
        type=date.fromisoformat,
        default=None,
        metavar="YYYY-MM-DD",
        help="build the site as of that day",
    )
    helped = "publish open postings that have errors, as far as they can be read"
    parser.add_argument("--force", action="store_true", help=helped)
    helped = "processes that build it; what they write does not depend on it (one a core)"
    parser.add_argument("--workers", type=whole(1, 256), default=0, metavar="N", help=helped)


def run(args: Namespace) -> int:
    """Build, write, and say what was published."""
    # Jinja2 and nh3 are not loaded to show a verb's help.
    from careers.build.builder import write_drawings, write_site
    from careers.build.output import replaced, size_of
    from careers.build.search import indexing
    from careers.cli.support.progress import Progress

    settings = load_settings()
    in_actions = os.environ.get("GITHUB_ACTIONS") == "true"
    if os.environ.get("GITHUB_EVENT_NAME") != "pull_request":  # a preview, for its reviewers
        sys.stderr.write(note_examples(settings, published=in_actions))
    sys.stderr.write(note_pictures(settings))
    site, held = _site(args, settings)
    with replaced(args.out) as folder:
        with Progress("Building", len(site.jobs) + len(site.closed), "pages") as progress:
            write_site(site, folder, args.workers, progress.step)
        # Without a posting to find, Pagefind would index every other page.
        searched = site.settings.site.search and site.jobs
        with indexing(folder) if searched else nullcontext():
            write_drawings(site, folder, args.workers)
        size = size_of(folder)
    sys.stdout.write(_report(site, args.out, size, held))
    _name(held, in_actions=in_actions)
    return 0


def _name(held: list[Finding], *, in_actions: bool) -> None:
    """Say what was left out and why: as annotations where GitHub shows them."""
    from careers.reports import github

    if in_actions:
        sys.stdout.write(github.commands(held))
        return
    for finding in held:
        place = f"{finding.path}:{finding.span.line}:{finding.span.column}"
        sys.stderr.write(f"{place}: error: {finding.message}\n  help: {finding.help}\n")


def _site(args: Namespace, settings: Settings) -> tuple[Site, list[Finding]]:
    """What is published of the postings, and why others are not."""
    from careers.build.card_png import render
    from careers.build.gate import gate
    from careers.build.inputs import load_templates, read_image
    from careers.checks import Context
    from careers.files.images import measure
    from careers.files.last_modified import last_changes
    from careers.files.load import posting_paths, read_postings
    from careers.files.repository_files import find_files
    from careers.site.outputs import owned
    from careers.site.selection import site_of

    files = posting_paths(args.paths)
    day = args.today or today(settings)
    latest = args.today or latest_today(settings)
    context = Context(settings, day, files=find_files(args.paths), latest=latest)
    templates = load_templates()
    door = gate(files, context, owned(templates), force=args.force)
    site = replace(
        site_of(door.through(read_postings(files)), settings, day, templates, read_image),
        changed=last_changes(file.as_posix() for file in files),
        draw=render if settings.site.social_images else None,
        picture=measure,
        document=read_image,
    )
    return site, door.held


def _report(site: Site, folder: str, size: int, held: list[Finding]) -> str:
    rows = [
        ("open", [f"{job.slug}/" for job in site.jobs]),
        ("closed", [f"{job.slug}/" for job in site.closed]),
        ("draft, left out", list(site.drafts)),
        (_OTHER, list(site.others)),
        (_HELD, [finding.path for finding in held]),
    ]
    lines = [f"Published to {folder} ({size / 1000:,.1f} kB)"]
    lines += [
        f"  {name:20} {len(pages):>4}  {_names(pages)}".rstrip()
        for name, pages in rows
        if pages or name not in {_OTHER, _HELD}
    ]
    return "\n".join(lines) + "\n"


def _names(names: list[str], most: int = 4) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
