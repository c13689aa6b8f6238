"""Take in what was sent to the forms, and to the mailbox, that candidates.toml names.

Each `[[intake.form]]` is asked for what was sent in the seven days before the workflow's last run
that ended well (--days: so many before now), with the token of its service: CAREERS_TALLY_TOKEN,
CAREERS_TYPEFORM_TOKEN and so on in the environment. What stands already costs nothing, so a run
that was cut off, or did not come for a while, is made up for by the next; so is a file that could
not be had. What stands whole is deleted at its service where the form says `delete = true`. Of the
mailbox of `[intake.mail]` all that waits in its folder is read, with CAREERS_IMAP_PASSWORD or what
OAuth takes (docs/intake.md); a mail is moved once its issue stands, and none is deleted. A run
takes at most ten minutes; the next goes on.

The workflow `tend` runs it every hour with --stands-only: what is new of who stands is written, and
only where somebody is to be opened the workflow `fetch` is started, which opens, with --opens-only,
at most 80 in an hour. That more arrives is said once, in an issue.

Exit status: 0 all of it stands, 2 a service, the mailbox or GitHub could not be asked.
"""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser, Namespace
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from careers.files.load import POSTINGS, load_settings
from careers.text.counted import counted
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.cli.candidate_runs.parts import Part, Shares
    from careers.cli.candidate_runs.taking import Taking
    from careers.github.repository import Repository
    from careers.hiring.settings import FormSettings

AUDIENCE = "workflow"

_DAYS = 7
_LONGEST = 21
"""Days without a good run that are made up for."""
_MINUTES = 10 * 60
_WITH_TEND = 4 * 60
"""Seconds beside a run of `tend` in one job."""
_WORKFLOW, _TEND = "fetch.yml", "tend.yml"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--postings", default=POSTINGS, metavar="DIR", help="the postings' folder")
    parser.add_argument(
        "--days",
        type=int,
        metavar="N",
        help=f"how far to look back ({_DAYS} before now, or before the workflow's last good run)",
    )
    parts = parser.add_mutually_exclusive_group()
    parts.add_argument(
        "--opens-only", action="store_true", help="open issues, and leave who stands alone"
    )
    parts.add_argument(
        "--stands-only",
        action="store_true",
        help="write to who stands alone, and start the workflow `fetch` where one is to be opened",
    )
    parser.add_argument("--dry-run", action="store_true", help="print what would be done")


def run(args: Namespace) -> int:
    """Ask each service and the mailbox, and take in what does not stand."""
    # PyGithub and requests are not loaded to show a verb's help.
    from careers.cli.candidate_runs.fetching import Fetching
    from careers.cli.candidate_runs.parts import Part, Shares
    from careers.cli.candidate_runs.taking import Taking
    from careers.cli.support.candidates import keys_of_environment, postings_in
    from careers.files.candidates_settings import load_candidates_settings
    from careers.github.actions import (
        candidates_repository,
        require_private,
        summarise,
    )

    keys, settings, people = keys_of_environment(), load_settings(), load_candidates_settings()
    repository = candidates_repository(settings)
    require_private(repository)
    taking = Taking(repository, postings_in(args.postings), settings, people, keys)
    part = Part.OPENS if args.opens_only else Part.STANDS if args.stands_only else Part.BOTH
    shares, done = Shares(part), Counter[str]()
    end = time.monotonic() + (_WITH_TEND if args.stands_only else _MINUTES)
    troubles: list[CareersError] = []
    fetching = Fetching(taking, _since(args, repository), end, shares, args.dry_run)

    def ask(form: FormSettings) -> None:
        try:
            done.update(fetching.over(form))
        except CareersError as error:  # one service that fails stops no other
            troubles.append(error)

    def read() -> None:
        troubles.extend(_mail(taking, args, end, shares, done))

    for work in _in_turn([*(partial(ask, form) for form in people.intake.form), read], part):
        work()
    troubles += fetching.troubles
    if args.stands_only and not args.dry_run:
        _left(taking, shares, done)
    for trouble in troubles:
        sys.stderr.write(f"warning: {trouble}\n  help: {trouble.help}\n")
    told = ", ".join(f"{number} {what}" for what, number in done.items()) or "nothing was sent"
    asked = counted(len(people.intake.form), "form") + " asked"
    asked += ", the mailbox read" if people.intake.mail.host else ""
    sys.stdout.write(f"{asked}: {told}\n")
    summarise(f"{asked[0].upper()}{asked[1:]}: {told}.")
    return 2 if troubles else 0


def _since(args: Namespace, repository: Repository) -> str:
    """From when on it is looked at: seven days before the last run that ended well."""
    from careers.cli.support.candidates import now, timestamp

    if args.days:
        return timestamp(now() - timedelta(days=args.days))
    workflow = _WORKFLOW if args.opens_only else _TEND
    last = repository.runs(workflow).last_success() or now()
    # No longer: whom the retention has erased since is not to come again.
    last = max(min(last, now()), now() - timedelta(days=_LONGEST))
    return timestamp(last - timedelta(days=_DAYS))


def _in_turn(works: Sequence[Callable[[], None]], part: Part) -> Sequence[Callable[[], None]]:
    """Another first each hour, where they share what an hour takes: a flood stops no other."""
    from careers.cli.candidate_runs.parts import Part as Parts
    from careers.cli.support.candidates import now

    turn = now().hour % len(works) if part is Parts.OPENS else 0
    return [*works[turn:], *works[:turn]]


def _left(taking: Taking, shares: Shares, done: Counter[str]) -> None:
    """Start what opens the others, and say which sources send more than an hour takes."""
    from careers.cli.candidate_runs.parts import LEFT, SHARE
    from careers.cli.support.saying_what_waits import say
    from careers.hiring.applying.waiting_applications import plan_applications
    from careers.hiring.labels.names import ATTENTION
    from careers.hiring.waiting import APPLICATIONS, find_waiting

    repository = taking.repository
    if done[LEFT] and not repository.runs(_WORKFLOW).start({}):
        sys.stderr.write(f"warning: {_WORKFLOW} cannot be started: tend needs `actions: write`\n")
    writer = taking.writer
    issue = find_waiting(APPLICATIONS, repository.labelled([ATTENTION]), taking.keys)
    news = {"sources": ",".join(shares.crowded)}
    say(repository, issue, lambda here: plan_applications(news, here, writer, SHARE))


def _mail(
    taking: Taking, args: Namespace, end: float, shares: Shares, done: Counter[str]
) -> list[CareersError]:
    """Read the mailbox, where there is one; what stays in it, and why."""
    settings = taking.people.intake.mail
    if not settings.host:
        return []
    # What the base does not install: forms are fetched without it.
    from careers.cli.candidate_runs.mail_taking import MailTaking
    from careers.cli.candidate_runs.mailbox_run import MailboxRun

    mails = MailTaking(taking, settings, shares.part, args.dry_run)
    run_ = MailboxRun(mails, end, shares, done)
    try:
        run_.once()
    except CareersError as error:
        run_.troubles.append(error)
    return run_.troubles
