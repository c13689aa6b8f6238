"""Bring candidates in from elsewhere: a table, a résumé, or what `careers export` wrote.

FILE is a CSV (Greenhouse's columns, Lever's, or any other by --map), a JSON Resume, or the
candidates.json of an export. Without --write only the plan is printed: whom it would open, and why
a row is refused. With it, it goes on at GitHub's pace; where it was cut off, run it again: nobody
stands twice. Refused rows are written to a table beside FILE, each with what is wrong: mend them
there and import that.

Exit status: 0 done, 1 some were refused, 2 it could not be done, or somebody waits for a file that
GitHub did not take: the next run goes on with them.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path

from careers.files.exported import write_private
from careers.files.load import POSTINGS, load_settings

AUDIENCE = "recruiter"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "file", type=Path, metavar="FILE", help="a table, a résumé, or an export of ours"
    )
    parser.add_argument("--write", action="store_true", help="bring them in; else print the plan")
    parser.add_argument(
        "--job", default="", metavar="SLUG", help="the posting of all that name none"
    )
    parser.add_argument(
        "--files",
        type=Path,
        metavar="FOLDER",
        help="CVs, whose names hold the address or the whole name of whom they are of",
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="COLUMN=FIELD",
        help="what a column is; `-` reads over it; may be given more than once",
    )
    parser.add_argument(
        "--pace",
        type=float,
        default=8,
        metavar="SECONDS",
        help="take at least so long for each issue: GitHub takes 500 an hour (8 by default)",
    )


def run(args: Namespace) -> int:
    """Read, plan, and with --write carry out."""
    from careers.cli.candidate_runs.exchange.import_run import WAITING, ImportRun
    from careers.cli.candidate_runs.exchange.reading import Reader
    from careers.cli.support.candidates import keys_of_environment, postings_in, writer_of
    from careers.files.candidates_settings import load_candidates_settings
    from careers.files.folder import Folder
    from careers.github.actions import candidates_repository
    from careers.hiring.exchange.columns import read_mapping

    settings, people = load_settings(), load_candidates_settings()
    keys = keys_of_environment()
    repository = candidates_repository(settings)
    postings = postings_in(POSTINGS, needed=False)
    folder = Folder(args.files) if args.files else None
    reader = Reader(postings, settings, people, keys, args.job, folder)
    read = reader.read(args.file, read_mapping(args.map))
    importing = ImportRun(repository, writer_of(settings, people, keys), args.pace)
    missing = importing.missing(read.brought)
    for line, problem in read.problems.items():
        sys.stdout.write(f"{args.file}:{line}: refused: {problem}\n")
    for name in read.strays:
        sys.stdout.write(f"{args.files / name}: nobody's, or of two: name it by an address\n")
    there = len(read.brought) - len(missing)
    told = f"{len(missing)} to bring in, {there} there already, {len(read.problems)} refused"
    sys.stdout.write(f"{repository.name}: {told}\n")
    if not args.write:
        sys.stdout.write("--write brings them in.\n")
        return int(bool(read.problems))
    done = importing.carry_out(read.brought)
    counts = ", ".join(f"{what}: {count}" for what, count in sorted(done.items()))
    sys.stdout.write(f"{counts or 'all are there already'}\n")
    if read.table and read.problems:
        refused = args.file.with_suffix(".refused.csv")
        write_private(refused, f"\ufeff{read.table.refused(read.problems)}".encode())
        sys.stdout.write(f"{refused}: mend these rows and import it\n")
    for warning in importing.warnings:
        sys.stderr.write(f"warning: {warning}\n")
    if done[WAITING]:
        sys.stderr.write("warning: a file is not kept yet: run it again, or take the file away\n")
    return 2 if done[WAITING] else int(bool(read.problems))
