"""Show the careers site while it is written: drafts, findings, and every change at once.

The site is built, served on this machine alone and built anew whenever a posting, a template or
careers.toml changes; open pages load again by themselves. Drafts have a page with a ribbon, and
what `validate` finds is shown above the pages. Nothing of that is ever published.

Ctrl-C ends it.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path

from careers.cli.support.parser import whole
from careers.files.load import POSTINGS, SETTINGS, load_settings
from careers.text.diagnostics import CareersError

AUDIENCE = "author"

_PAUSE = 50
"""Milliseconds without a change after which the site is built: editors write in several steps."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    helped = "postings, or folders of them (postings)"
    parser.add_argument("paths", nargs="*", default=[POSTINGS], metavar="PATH", help=helped)
    parser.add_argument(
        "--port",
        type=whole(0, 65535),
        default=0,
        metavar="PORT",
        help="the port on loopback (any free one)",
    )


def run(args: Namespace) -> int:
    """Build, serve, and build anew until Ctrl-C."""
    from careers.cli.support.live_server import Live, serving
    from careers.cli.support.rebuilding import Builder

    with tempfile.TemporaryDirectory(prefix="careers-") as folder:
        live = Live(Path(folder) / "site", load_settings().site.url)
        builder = Builder(live, args.paths)
        try:
            with serving(live, args.port) as server:
                for number, touched in enumerate(_changes(args.paths)):
                    builder.build(touched)
                    if not number:
                        server.start()
                        sys.stdout.write(f"{server.address}\nCtrl-C ends it.\n")
                    sys.stdout.flush()
        except OSError as error:
            message = f"cannot serve on port {args.port}: {error.strerror}"
            raise CareersError(message, "name another one, or leave --port out") from None
        except KeyboardInterrupt:
            return 0
    return 0


def _changes(paths: Sequence[str]) -> Iterator[list[Path]]:
    """What changed of what the site is made of; nothing at first, when it watches."""
    from watchfiles import watch

    wanted = [Path(path) for path in (*paths, SETTINGS, "templates")]
    while True:
        there = [path for path in wanted if path.exists()]
        wait = 2 * _PAUSE
        found = watch(*there, step=_PAUSE, rust_timeout=wait, yield_on_timeout=True)
        for number, changed in enumerate(found):
            # The first time tells that from here on no change is missed.
            if changed or not number:
                yield [Path(name).resolve() for _, name in changed]
            # A file that was written anew under its name is another file to the system.
            if any(Path(name).name == SETTINGS for _, name in changed):
                break
            if [path for path in wanted if path.exists()] != there:
                break
