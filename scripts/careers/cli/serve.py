"""Show the careers site while it is written: drafts, findings, and every change at once.

The site is built, served on this machine alone and built anew whenever a posting, a template or
careers.toml changes; open pages load again by themselves. Drafts have a page with a ribbon, and
what `validate` finds is shown above the pages. Nothing of that is ever published.

Ctrl-C ends it.
"""

from __future__ import annotations

import json
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careers import cli
from careers.edges.files import POSTINGS, SETTINGS, load_postings, load_settings
from careers.frontmatter import Status
from careers.problem import CareersError, Severity

if TYPE_CHECKING:
    from careers.cli._live import Live

_PAUSE = 50
"""Milliseconds without a change after which the site is built: editors write in several steps."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    helped = "postings, or folders of them (postings)"
    parser.add_argument("paths", nargs="*", default=[POSTINGS], metavar="PATH", help=helped)
    parser.add_argument("--port", type=int, default=0, help="the port on loopback (any free one)")


def run(args: Namespace) -> int:
    """Build, serve, and build anew until Ctrl-C."""
    from careers.cli._live import Live, serving  # noqa: PLC0415 - not to show help

    with tempfile.TemporaryDirectory(prefix="careers-") as folder:
        live = Live(Path(folder) / "site", load_settings().site.url)
        try:
            with serving(live, args.port) as address:
                for number, _ in enumerate(_changes(args.paths)):
                    _build(live, args.paths)
                    sys.stdout.write("" if number else f"{address}\nCtrl-C ends it.\n")
                    sys.stdout.flush()
        except OSError as error:
            message = f"cannot serve on port {args.port}: {error.strerror}"
            raise CareersError(message, "name another one, or leave --port out") from None
        except KeyboardInterrupt:
            return 0
    return 0


def _build(live: Live, paths: Sequence[str]) -> None:
    """Build the site and tell the browser; where that fails, the site of before stays."""
    from careers.cli._authoring import shown  # noqa: PLC0415
    from careers.edges.search import index  # noqa: PLC0415
    from careers.edges.site import write_site  # noqa: PLC0415
    from careers.site import build  # noqa: PLC0415

    findings: list[dict[str, Any]] = []
    try:
        settings, postings = load_settings(), load_postings(paths)
        findings = _findings(paths)
        site = shown(postings, settings)
        pages = {job.posting.path: f"{live.base}{job.slug}/" for job in (*site.jobs, *site.closed)}
        for finding in findings:
            finding["page"] = pages.get(finding["path"])
        searched = settings.site.search and bool(site.jobs)
        write_site(build(site), str(live.folder), *([index] if searched else []))
        drafts = [pages[p.path] for p in postings if p.meta.status is Status.DRAFT]
        live.tell(findings, drafts, None)
        sys.stdout.write(f"Built: {len(pages)} postings, {len(findings)} findings\n")
    except CareersError as error:
        live.tell(findings, [], "\n".join(filter(None, [str(error), error.help])))
        sys.stdout.write(f"Not built: {error}\n")


def _findings(paths: Sequence[str]) -> list[dict[str, Any]]:
    """What `validate` finds, the worst first."""
    with redirect_stdout(StringIO()) as printed:
        cli.run("validate", ["--format", "json", *paths])
    found: list[dict[str, Any]] = json.loads(printed.getvalue() or '{"findings": []}')["findings"]
    return sorted(found, key=lambda finding: Severity(finding["severity"]).rank)


def _changes(paths: Sequence[str]) -> Iterator[None]:
    """Once when it watches, then for every change of what the site is made of, whenever made."""
    from watchfiles import watch  # noqa: PLC0415

    wanted = [Path(path) for path in (*paths, SETTINGS, "templates")]
    while True:
        there = [path for path in wanted if path.exists()]
        found = watch(*there, step=_PAUSE, rust_timeout=2 * _PAUSE, yield_on_timeout=True)
        for number, changed in enumerate(found):
            # The first time tells that from here on no change is missed.
            if changed or not number:
                yield
            # A file that was written anew under its name is another file to the system.
            if any(Path(name).name == SETTINGS for _, name in changed):
                break
            if [path for path in wanted if path.exists()] != there:
                break
