"""Open the issue of somebody who applied, in the private repository.

The application comes from a file (--application FILE, - for standard input): JSON, or a mail as it
was received; or from the event that started the workflow (repository_dispatch, workflow_dispatch).
What it is decides who reads it, not how it came. Sent twice, it opens one issue; the same person
again gets the letter added to theirs. What cannot be taken by itself becomes an issue
`needs:attention`.

Exit status: 0 the issue is there, or what came was no application (a test, a form half filled in,
spam, a program's answer), 1 there is no application in what was given, 2 it could not be
opened.
"""

from __future__ import annotations

import os
import secrets
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from careers.files.load import POSTINGS, load_settings
from careers.settings import Settings
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.cli.candidate_runs.attention_run import AttentionRun
    from careers.cli.candidate_runs.intake_run import IntakeRun
    from careers.github.repository import Repository
    from careers.hiring.keys import Keys
    from careers.hiring.settings import CandidatesSettings
    from careers.intake import Taken
    from careers.posting.posting import Posting

AUDIENCE = "workflow"
_EVENT = frozenset({"repository", "sender", "workflow"})
"""What GitHub's own events hold, and no application."""


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
    parser.add_argument("--dry-run", action="store_true", help="print what would be done")


def run(args: Namespace) -> int:
    """Read, look up, open or update, and say the issue's number."""
    # PyGithub and Jinja2 are not loaded to show a verb's help.
    from careers.cli.support.candidates import (  # noqa: PLC0415
        keys_of_environment,
        postings_in,
        with_retries,
    )
    from careers.files.candidates_settings import load_candidates_settings  # noqa: PLC0415
    from careers.github.actions import (  # noqa: PLC0415
        candidates_repository,
        set_outputs,
        summarise,
    )
    from careers.intake import Unwanted  # noqa: PLC0415

    keys = keys_of_environment()
    given = _given(args)
    settings, people = load_settings(), load_candidates_settings()
    repository = candidates_repository(settings)
    postings = postings_in(args.postings)
    try:
        run_ = _run_of(given, repository, postings, settings, people, keys, dry_run=args.dry_run)
    except Unwanted as nothing:
        sys.stdout.write(f"{nothing}; nothing to do\n")
        return 0
    issue = with_retries(repository, run_.once)
    run_.warn()
    if issue is not None:
        sys.stdout.write(f"Issue #{issue.number} in {repository.name}: {run_.outcome}\n")
        set_outputs(issue=issue.number, url=issue.url)
        summarise(f"Issue #{issue.number} in `{repository.name}`: {run_.outcome}.")
    return 0


def _given(args: Namespace) -> Taken:
    from careers.github.actions import read_input  # noqa: PLC0415
    from careers.intake import taken  # noqa: PLC0415

    path = args.application or args.event or os.environ.get("GITHUB_EVENT_PATH")
    if not path:
        message = "no application was given"
        raise CareersError(message, "name a file: --application FILE, or - for standard input")
    return taken(read_input(path))


def _run_of(  # noqa: PLR0913, PLR0917 - all that a run is made of
    given: Taken,
    repository: Repository,
    postings: Sequence[Posting],
    settings: Settings,
    people: CandidatesSettings,
    keys: Keys,
    *,
    dry_run: bool,
) -> IntakeRun | AttentionRun:
    """The run that opens the candidate's issue, or the one that keeps what cannot be taken."""
    from careers.cli.candidate_runs.attention_run import AttentionRun  # noqa: PLC0415
    from careers.cli.candidate_runs.intake_run import IntakeRun  # noqa: PLC0415
    from careers.cli.support.candidates import job_stages, now, timestamp  # noqa: PLC0415
    from careers.files.git import commit_of  # noqa: PLC0415
    from careers.hiring.submitting import find_posting, submission_of  # noqa: PLC0415
    from careers.intake import Unwanted  # noqa: PLC0415

    nonce = secrets.token_hex(8)
    try:
        application = given.application(people.intake.form)
    except Unwanted:
        raise  # it waits for nobody
    except CareersError as error:
        if not given.payload or set(given.payload) & _EVENT:
            raise  # an event that brings no application at all
        return AttentionRun(repository, given.payload, str(error), keys, nonce, dry_run=dry_run)
    posting = find_posting(application.posting, postings)
    if posting is None or not posting.readable:
        why = "its posting is not known" if posting is None else "its posting cannot be read"
        return AttentionRun(repository, given.payload, why, keys, nonce, dry_run=dry_run)
    submission = submission_of(
        application,
        posting,
        settings=settings,
        people=people,
        keys=keys,
        commit=commit_of(posting.path),
        now=timestamp(now()),
        nonce=nonce,
    )
    return IntakeRun(repository, submission, job_stages(postings, settings), keys, dry_run=dry_run)
