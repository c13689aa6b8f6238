"""Erase candidates for good, with an admin's own token: text, files, comments, and the issue.

By the numbers of their issues, or all that there is of one person. What was erased already and
stands empty is deleted. Nothing is done where one of them must be kept: where the label legal-hold
stands, or the least time of [retention] has not passed; rule and day are named. --anyway goes on
then, and what it says stands in the audit: name nobody in it.

GITHUB_TOKEN is your own and is kept nowhere. In an organisation its owner must let issues be
deleted (Settings, Member privileges).

Exit status: 0 done, 1 something must be kept and nothing was done, 2 it could not be done.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace

from careers.files.load import load_settings
from careers.text.diagnostics import CareersError

AUDIENCE = "recruiter"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("issue", nargs="*", type=int, help="the number of a candidate's issue")
    parser.add_argument(
        "--person", default="", metavar="ADDRESS", help="all of one person: e-mail or telephone"
    )
    parser.add_argument("--anyway", default="", metavar="WHY", help="past a hold or the least time")
    parser.add_argument("--dry-run", action="store_true", help="print what would be done")


def run(args: Namespace) -> int:
    """Find, ask whether it may be, erase, delete."""
    from careers.cli.candidate_runs.forgetting.erase_run import EraseRun
    from careers.cli.support.candidates import keys_of_environment
    from careers.github.actions import candidates_repository, require_private

    if bool(args.issue) == bool(args.person):
        raise CareersError("whom?", "name issues by their numbers, or --person ADDRESS")
    settings, keys = load_settings(), keys_of_environment()
    repository = candidates_repository(settings)
    require_private(repository)
    if not repository.is_administered():
        raise CareersError(
            f"{repository.name}: GITHUB_TOKEN is no admin's", "use a token of an admin's own"
        )
    erasing = EraseRun(repository, settings, keys, why=args.anyway, dry_run=args.dry_run)
    found = erasing.of_person(args.person) if args.person else erasing.of_numbers(args.issue)
    if kept := erasing.kept(found):
        sys.stdout.write("".join(f"{line}\n" for line in kept))
        sys.stderr.write("error: nothing was erased\n  help: --anyway WHY goes on, audited\n")
        return 1
    sys.stdout.write(f"{repository.name}: {erasing.carry_out(found)}\n")
    return 0
