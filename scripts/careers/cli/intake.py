"""Open the issue of somebody who applied, in the private repository.

The application comes from a file (--application FILE, - for standard input): JSON, or a mail as it
was received; or from the event that started the workflow (repository_dispatch, workflow_dispatch).
What it is decides who reads it, not how it came. Sent twice, it opens one issue; the same person
again gets the letter added to theirs. What cannot be taken by itself becomes an issue
`needs:attention`.

Exit status: 0 the issue is there, or what came was no application (a test, a form half filled in,
spam, a program's answer), 1 there is no application in what was given, 2 it could not be opened, or
a file of it could not be kept yet.
"""

from __future__ import annotations

import os
import sys
import time
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from careers.files.load import POSTINGS, load_settings
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.hiring.issues import Issue
    from careers.intake import Taken

AUDIENCE = "workflow"
_MAIL = 50 * 1024 * 1024
"""Bytes of a mail that is read, its files in base64; JSON is refused far below."""
_AGAIN = "`tend` starts this run again until the application stands."


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    given = parser.add_mutually_exclusive_group()
    given.add_argument(
        "--application", metavar="FILE", help="an application's JSON, or a mail; - reads stdin"
    )
    given.add_argument("--event", metavar="FILE", help="an event's file (GITHUB_EVENT_PATH)")
    parser.add_argument(
        "--event-name", metavar="NAME", help="not needed: what the event holds decides"
    )
    parser.add_argument("--postings", default=POSTINGS, metavar="DIR", help="the postings' folder")
    parser.add_argument(
        "--opens-only",
        action="store_true",
        help="leave who stands alone; the output `again` says whether something is to be written",
    )
    parser.add_argument(
        "--pace",
        type=int,
        default=0,
        metavar="SECONDS",
        help="take at least so long where an issue was opened: a burst stays under GitHub's limits",
    )
    parser.add_argument("--dry-run", action="store_true", help="print what would be done")


def run(args: Namespace) -> int:
    """Read, look up, open or update, and say the issue's number."""
    # PyGithub and Jinja2 are not loaded to show a verb's help.
    from careers.cli.candidate_runs.parts import OPENED, Part
    from careers.cli.candidate_runs.taking import Taking
    from careers.cli.support.candidates import (
        keys_of_environment,
        postings_in,
        with_retries,
    )
    from careers.files.candidates_settings import load_candidates_settings
    from careers.github.actions import (
        candidates_repository,
        require_private,
        set_outputs,
        summarise,
    )
    from careers.intake import Unwanted

    start = time.monotonic()
    keys = keys_of_environment()
    given = _given(args)
    settings, people = load_settings(), load_candidates_settings()
    repository = candidates_repository(settings)
    postings = postings_in(args.postings)
    taking = Taking(repository, postings, settings, people, keys)
    try:
        submission = taking.submission(given)
    except Unwanted as nothing:
        sys.stdout.write(f"{nothing}; nothing to do\n")
        return 0
    part = Part.OPENS if args.opens_only else Part.BOTH
    run_ = taking.run_of(submission, given, part=part, dry_run=args.dry_run)

    def once() -> Issue | None:
        require_private(repository)
        return run_.once()

    try:
        issue = with_retries(repository, once)
    except CareersError as error:
        summarise(f"**Not taken in yet.** {error}: {error.help}. {_AGAIN}")
        raise
    run_.warn()
    if issue is not None:
        sys.stdout.write(f"Issue #{issue.number} in {repository.name}: {run_.outcome}\n")
        set_outputs(issue=issue.number, url=issue.url, again=str(run_.again).lower())
        summarise(f"Issue #{issue.number} in `{repository.name}`: {run_.outcome}.")
    if run_.outcome == OPENED:
        more = 1 + len(run_.files) if run_.files else 0  # requests, beside the four of an issue
        pace = args.pace * (4 + more) / 4
        time.sleep(max(0.0, pace - (time.monotonic() - start)))
    if run_.waits:
        sys.stderr.write(f"warning: a file is not kept yet. {_AGAIN}\n")
    return 2 if run_.waits else 0


def _given(args: Namespace) -> Taken:
    from careers.github.actions import read_input
    from careers.intake import taken

    path = args.application or args.event or os.environ.get("GITHUB_EVENT_PATH")
    if not path:
        message = "no application was given"
        raise CareersError(message, "name a file: --application FILE, or - for standard input")
    data = read_input(path, _MAIL)
    if len(data) > _MAIL:
        message = "what was given is larger than any mail"
        raise CareersError(message, "attach its files by `careers attach`", status=1)
    return taken(data)
