"""Build the careers site out of postings.

Drafts are left out; a posting that is closed, or whose last day has passed, gets a page that says
so. The site takes the place of the one before only when all of it is written; a folder that is
not a site of ours is never touched.

Exit status: 0 built, 1 a posting is broken and nothing was changed, 2 the site could not be
built.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from careers.files.load import POSTINGS, load_settings

if TYPE_CHECKING:
    from careers.site.model.site import Site

AUDIENCE = "workflow"


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
    helped = "processes that build it; what they write does not depend on it (one a core)"
    parser.add_argument("--workers", type=int, default=0, metavar="N", help=helped)


def run(args: Namespace) -> int:
    """Build, write, and say what was published."""
    # Jinja2 and nh3 are not loaded to show a verb's help.
    from careers.build.builder import write_site  # noqa: PLC0415
    from careers.build.output import replaced, size_of  # noqa: PLC0415
    from careers.build.search import index  # noqa: PLC0415
    from careers.cli.support.progress import Progress  # noqa: PLC0415

    site = _site(args)
    with replaced(args.out) as folder:
        with Progress("Building", len(site.jobs) + len(site.closed), "pages") as progress:
            write_site(site, folder, args.workers, progress.step)
        # Without a posting to find, Pagefind would index every other page.
        if site.settings.site.search and site.jobs:
            index(folder)
        size = size_of(folder)
    sys.stdout.write(_report(site, args.out, size))
    return 0


def _site(args: Namespace) -> Site:
    """What is published of the postings."""
    from careers.build.card_png import render  # noqa: PLC0415
    from careers.build.inputs import load_templates, read_image  # noqa: PLC0415
    from careers.files.images import measure  # noqa: PLC0415
    from careers.files.last_modified import last_changes  # noqa: PLC0415
    from careers.files.load import posting_paths, read_postings  # noqa: PLC0415
    from careers.site.selection import site_of  # noqa: PLC0415

    files = posting_paths(args.paths)
    settings = load_settings()
    today = args.today or date.today()  # noqa: DTZ011 - the day where the site is built
    return replace(
        site_of(read_postings(files), settings, today, load_templates(), read_image),
        changed=last_changes(file.as_posix() for file in files),
        draw=render if settings.site.social_images else None,
        picture=measure,
        document=read_image,
    )


def _report(site: Site, folder: str, size: int) -> str:
    rows = [
        ("open", [f"{job.slug}/" for job in site.jobs]),
        ("closed", [f"{job.slug}/" for job in site.closed]),
        ("draft, left out", list(site.drafts)),
    ]
    lines = [f"Published to {folder} ({size / 1000:,.1f} kB)"]
    lines += [f"  {name:15}  {len(pages):>4}  {_names(pages)}".rstrip() for name, pages in rows]
    return "\n".join(lines) + "\n"


def _names(names: list[str], most: int = 4) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
