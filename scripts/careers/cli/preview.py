"""Write one posting's page as a single file that opens from disk.

Style and images are in the file, links lead to where they will lead once it is published. A draft
has a page too. Send the file to whoever should read it first.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from careers.files.load import load_postings, load_settings
from careers.text.diagnostics import CareersError

AUDIENCE = "author"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("posting", metavar="POSTING", help="a posting's file")
    parser.add_argument("--out", metavar="FILE", help="the file to write (POSTING's name, .html)")


def run(args: Namespace) -> int:
    """Build the page, write it, and say where it is."""
    from careers.cli.support.authoring import authors_site
    from careers.site.outputs import build
    from careers.site.templating.single_file import single

    if Path(args.posting).is_dir():
        message = f"{args.posting} is a folder; a preview is one posting's page"
        cure = f"name one of its files; `careers serve {args.posting}` shows them all"
        raise CareersError(message, cure)
    if not Path(args.posting).is_file():
        raise CareersError(f"no such file: {args.posting}", "name a posting's file")
    site = authors_site(load_postings([args.posting]), load_settings())
    if not (jobs := (*site.jobs, *site.closed)):
        message = f"{args.posting} does not read as a posting, so it has no page"
        raise CareersError(message, "give it the front matter of a posting")
    (job,) = jobs
    out = Path(args.out or f"{job.slug}.html")
    page = single(f"{job.slug}/index.html", site.url_of(job), dict(build(site)).get)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        message = f"cannot write {out}: {error.strerror}"
        raise CareersError(message, "name another file with --out") from None
    sys.stdout.write(f"{out} ({len(page.encode()) / 1000:,.1f} kB)\n")
    return 0
