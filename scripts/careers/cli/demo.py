"""Run the main job on this machine: check, publish, open candidates, move them.

It plays the company of examples/ on a GitHub on loopback, whatever postings and settings are here.
What it made stays in _site/ (the careers site) and _demo/ (each candidate's issue as Markdown).
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

AUDIENCE = "developer"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--serve",
        action="store_true",
        help="keep the site and the repositories open in a browser until Ctrl-C",
    )


def run(args: Namespace) -> int:
    """Play every scene in order; with ``--serve``, wait until Ctrl-C."""
    from careers.cli.demo_company.play import play

    play(serve=args.serve)
    return 0
