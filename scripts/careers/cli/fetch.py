"""Take in what was sent to the forms, and to the mailbox, that candidates.toml names.

Each `[[intake.form]]` is asked for what was sent in the last days (--days), with the token of its
service: CAREERS_TALLY_TOKEN, CAREERS_TYPEFORM_TOKEN and so on in the environment. What stands
already costs nothing, so a run that was cut off, or did not come for a while, is made up for by the
next; so is a file that could not be had. What stands whole is deleted at its service where the form
says `delete = true`. Of the mailbox of `[intake.mail]` all that waits in its folder is read, with
CAREERS_IMAP_PASSWORD or what OAuth takes (docs/intake.md); a mail is moved once its issue stands,
and none is deleted. A run takes at most ten minutes; the next goes on.

Exit status: 0 all of it stands, 2 a service, the mailbox or GitHub could not be asked.
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from typing import TYPE_CHECKING

from careers.files.load import POSTINGS, load_settings
from careers.text.counted import counted
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.cli.candidate_runs.taking import Taking

AUDIENCE = "workflow"

_DAYS = 7
_MINUTES = 10 * 60


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
    """Ask each service and the mailbox, and take in what does not stand."""
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
    end, done = time.monotonic() + _MINUTES, Counter[str]()
    troubles: list[CareersError] = []
    fetching = Fetching(taking, args.days, args.opens_only, args.dry_run)
    for form in people.intake.form:
        try:
            done.update(fetching.over(form))
        except CareersError as error:  # one service that fails stops no other
            troubles.append(error)
    troubles += _mail(taking, args, end, done)
    for trouble in troubles:
        sys.stderr.write(f"warning: {trouble}\n  help: {trouble.help}\n")
    told = ", ".join(f"{number} {what}" for what, number in done.items()) or "nothing was sent"
    asked = counted(len(people.intake.form), "form") + " asked"
    asked += ", the mailbox read" if people.intake.mail.host else ""
    sys.stdout.write(f"{asked}: {told}\n")
    summarise(f"{asked[0].upper()}{asked[1:]}: {told}.")
    set_outputs(again=str(bool(done[LEFT])).lower())
    return 2 if troubles else 0


def _mail(taking: Taking, args: Namespace, end: float, done: Counter[str]) -> list[CareersError]:
    """Read the mailbox, where there is one; what stays in it, and why."""
    settings = taking.people.intake.mail
    if not settings.host:
        return []
    # What the base does not install: forms are fetched without it.
    from careers.cli.candidate_runs.mail_taking import MailTaking
    from careers.cli.candidate_runs.mailbox_run import MailboxRun

    mails = MailTaking(taking, settings, args.opens_only, args.dry_run)
    run_ = MailboxRun(mails, end, done)
    try:
        run_.once()
    except CareersError as error:
        run_.troubles.append(error)
    return run_.troubles
