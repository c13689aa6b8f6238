"""Write all candidates, or all that there is of one person, to files.

Without --person a folder: candidates.json, which holds everything and which `careers import` reads
back, and candidates.csv, a line a candidate. With it a zip for whoever asks what is kept of them:
look through it before you send it, since it holds what others wrote too. What is written holds
names: keep it where only those may read it who may read the candidates' repository.

Exit status: 0 done, 1 nothing is there of that person, 2 it could not be done.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from careers.files.load import load_settings

AUDIENCE = "recruiter"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--person", default="", metavar="ADDRESS", help="all of one person: e-mail or telephone"
    )
    parser.add_argument(
        "--to", type=Path, metavar="PATH", help="the folder, or with --person the zip; must be new"
    )


def run(args: Namespace) -> int:
    """Read, write, say how many."""
    from careers.cli.candidate_runs.exchange.export_run import ExportRun
    from careers.cli.support.candidates import keys_of_environment
    from careers.files.exported import write_folder, write_zip
    from careers.github.actions import candidates_repository

    repository = candidates_repository(load_settings())
    exporting = ExportRun(repository, keys_of_environment())
    if args.person:
        target = args.to or Path("person.zip")
        write_zip(target, exporting.of_person(args.person))
    else:
        target = args.to or Path("candidates")
        write_folder(target, exporting.everything())
    sys.stdout.write(f"{target}: {exporting.told}\n")
    return 0
