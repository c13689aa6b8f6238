"""Do all that is due in the candidates' repository, from what is there.

What events missed is made up for: labels that nobody followed, commands that no run carried out, a
record that was damaged, labels that are missing, two issues of one submission, applications whose
run failed (started again; those that stand are deleted, since a run keeps what was sent). A second
run has nothing to do. Last it sends the letters that are due; outside of a workflow it shows them
and sends none (docs/letters.md). With --sign, records of version 1 are signed, once: run it with
--dry-run first, and look at the plan.

Exit status: 0 all is as it should be, 2 it could not be done.
"""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser, Namespace

from careers.files.load import load_settings
from careers.text.diagnostics import CareersError

AUDIENCE = "workflow"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--issue", type=int, metavar="N", help="one issue alone (CAREERS_ISSUE); all without it"
    )
    parser.add_argument(
        "--sign", action="store_true", help="sign the records of version 1, and nothing else"
    )
    parser.add_argument("--dry-run", action="store_true", help="print what would be done")


def run(args: Namespace) -> int:
    """Read all, plan, carry out; what came of it, in numbers."""
    # PyGithub and Jinja2 are not loaded to show a verb's help.
    from careers.cli.candidate_runs.letters.post_office import sending_of
    from careers.cli.candidate_runs.looking_after import LookingAfter
    from careers.cli.candidate_runs.settling import settling_of
    from careers.cli.candidate_runs.tend_run import TEND_SECONDS, TendRun
    from careers.cli.support.candidates import keys_of_environment, with_retries
    from careers.github.actions import candidates_repository, summarise

    settings = load_settings()
    keys = keys_of_environment()
    repository = candidates_repository(settings)
    settling = settling_of(settings, keys, dry_run=args.dry_run, tends=True)
    end = time.monotonic() + TEND_SECONDS
    sending = sending_of(
        repository,
        settings,
        settling.writer,
        lambda: time.monotonic() > end,
        dry_run=args.dry_run,
    )
    after = LookingAfter(
        repository, settings, settling.writer, args.dry_run, farewell=sending.farewell
    )
    tending = TendRun(repository, settling, keys, after, sending)
    number = args.issue or _named(os.environ.get("CAREERS_ISSUE", "").strip())
    work = tending.sign if args.sign else lambda: tending.once(number)
    with sending.server:
        line = f"{repository.name}: {with_retries(repository, work)}"
    sys.stdout.write(f"{line}\n")
    summarise(line)
    return 0


def _named(text: str) -> int | None:
    """The number that whoever started the workflow typed."""
    if text and not text.isdecimal():
        raise CareersError("CAREERS_ISSUE is no number", "type an issue's number, or nothing")
    return int(text) if text else None
