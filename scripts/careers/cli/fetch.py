"""Take in what was sent to the forms that candidates.toml names.

Each `[[intake.form]]` is asked for what was sent in the last days (--days), with the token of its
service: CAREERS_TALLY_TOKEN, CAREERS_TYPEFORM_TOKEN and so on in the environment. What stands
already costs nothing, so a run that was cut off, or did not come for a while, is made up for by the
next; so is a file that could not be had. What stands whole is deleted at its service where the form
says `delete = true`. A run takes at most ten minutes; the next goes on.

Exit status: 0 all of it stands, 2 a service or GitHub could not be asked.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections import Counter

from careers.files.load import POSTINGS, load_settings
from careers.text.counted import counted
from careers.text.diagnostics import CareersError

AUDIENCE = "workflow"

_DAYS = 7


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--postings", default=POSTINGS, metavar="DIR", help="the postings' folder")
    parser.add_argument(
        "--days", type=int, default=_DAYS, metavar="N", help=f"how far to look back ({_DAYS})"
    )
    parser.add_argument(
        "--opens-only",
        action="store_true",
        help="leave who stands alone; the output `again` says whether something is to be written",
    )
    parser.add_argument("--dry-run", action="store_true", help="print what would be done")


def run(args: Namespace) -> int:
    """Ask each service, and take in what does not stand."""
    # PyGithub and requests are not loaded to show a verb's help.
    from careers.cli.candidate_runs.fetching import LEFT, Fetching
    from careers.cli.candidate_runs.taking import Taking
    from careers.cli.support.candidates import keys_of_environment, postings_in
    from careers.files.candidates_settings import load_candidates_settings
    from careers.github.actions import (
        candidates_repository,
        require_private,
        set_outputs,
        summarise,
    )

    keys, settings, people = keys_of_environment(), load_settings(), load_candidates_settings()
    repository = candidates_repository(settings)
    require_private(repository)
    taking = Taking(repository, postings_in(args.postings), settings, people, keys)
    fetching = Fetching(taking, args.days, args.opens_only, args.dry_run)
    done: Counter[str] = Counter()
    troubles: list[CareersError] = []
    for form in people.intake.form:
        try:
            done.update(fetching.over(form))
        except CareersError as error:  # one service that fails stops no other
            troubles.append(error)
            sys.stderr.write(f"warning: {error}\n  help: {error.help}\n")
    told = ", ".join(f"{number} {what}" for what, number in done.items()) or "nothing was sent"
    sys.stdout.write(f"{counted(len(people.intake.form), 'form')} asked: {told}\n")
    summarise(f"Forms: {told}.")
    set_outputs(again=str(bool(done[LEFT])).lower())
    return 2 if troubles else 0
