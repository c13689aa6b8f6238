"""Take in what was sent to the forms, and to the mailbox, that candidates.toml names.

Each `[[intake.form]]` is asked for what was sent in the last days (--days), with the token of its
service: CAREERS_TALLY_TOKEN, CAREERS_TYPEFORM_TOKEN and so on in the environment. Of the mailbox of
`[intake.mail]` all that waits in its folder is read, with CAREERS_IMAP_PASSWORD or what OAuth takes
(docs/intake.md); a mail is moved once its issue stands, and none is deleted. What stands already
costs nothing, so a run that was cut off, or did not come for a while, is made up for by the next. A
run takes at most ten minutes; the next goes on.

Exit status: 0 all of it stands, 2 a service, the mailbox or GitHub could not be asked.
"""

from __future__ import annotations

import json
import os
import sys
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from careers.files.load import POSTINGS, load_settings
from careers.text.counted import counted
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.cli.candidate_runs.taking import Taking
    from careers.hiring.settings import FormSettings
    from careers.intake import Taken

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
    done: Counter[str] = Counter()
    end = time.monotonic() + _MINUTES
    troubles = _forms(taking, args, end, done)
    troubles += _mail(taking, args, end, done)
    for error in troubles:
        sys.stderr.write(f"warning: {error}\n  help: {error.help}\n")
    told = ", ".join(f"{number} {what}" for what, number in done.items()) or "nothing was sent"
    asked = counted(len(people.intake.form), "form") + " asked"
    asked += ", the mailbox read" if people.intake.mail.host else ""
    sys.stdout.write(f"{asked}: {told}\n")
    summarise(f"{asked[0].upper()}{asked[1:]}: {told}.")
    set_outputs(again=str(bool(done["left for the next job"])).lower())
    return 2 if troubles else 0


def _forms(taking: Taking, args: Namespace, end: float, done: Counter[str]) -> list[CareersError]:
    """Ask each service; what could not be asked. One that fails stops no other."""
    troubles: list[CareersError] = []
    forms = taking.people.intake.form
    standing = _standing(taking, args.days) if forms else frozenset()
    for form in forms:
        try:
            for given in _sent(form, args.days):
                done[_taken(taking, given, standing, args, end)] += 1
        except CareersError as error:
            troubles.append(error)
    return troubles


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


def _sent(form: FormSettings, days: int) -> Iterator[Taken]:
    """What was sent to one form, as intake takes it."""
    from careers.cli.support.candidates import now, timestamp
    from careers.forms import fetched, secret
    from careers.intake import taken

    token = os.environ.get(secret(form.service), "")
    if not form.form or not token:
        why = f"{secret(form.service)} is not set" if form.form else "it names no form"
        message = f"the form of {form.service} cannot be asked: {why}"
        raise CareersError(message, "docs/intake.md tells how a form is fetched")
    since = timestamp(now() - timedelta(days=days))
    for payload in fetched(form.service, form.form, token, since, form.host):
        yield taken(json.dumps(payload).encode())


def _standing(taking: Taking, days: int) -> frozenset[str]:
    """What stands for the applications in the issues that changed of late."""
    from careers.cli.support.candidates import now, timestamp
    from careers.hiring.tending import candidates_in

    issues = taking.repository.issues(since=timestamp(now() - timedelta(days=days)))
    known = candidates_in(issues, taking.keys)
    return frozenset(digest for _, record in known for digest in record.applications)


def _taken(
    taking: Taking, given: Taken, standing: frozenset[str], args: Namespace, end: float
) -> str:
    """Take one in; what came of it, for the count."""
    from careers.cli.support.candidates import with_retries
    from careers.intake import Unwanted

    if time.monotonic() > end:
        return "left for the next run"
    try:
        submission = taking.submission(given)
    except Unwanted:
        return "no application"
    if not isinstance(submission, str) and standing & {*submission.digests}:
        return "stood already"
    run_ = taking.run_of(submission, given, opens_only=args.opens_only, dry_run=args.dry_run)
    with_retries(taking.repository, run_.once)
    run_.warn()
    if run_.again:
        return "left for the next job"
    return "kept for a person" if isinstance(submission, str) else run_.outcome
