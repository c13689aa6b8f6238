"""Open the issue of somebody who applied, in the private repository.

The application comes from a JSON file (--application FILE, - for standard input), or from the
event that started the workflow (repository_dispatch, workflow_dispatch). What it is decides who
reads it, not how it came. Sent twice, it opens one issue; the same person again updates theirs.

Exit status: 0 the issue is there, 1 the application is refused, 2 it could not be opened.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from datetime import date
from typing import TYPE_CHECKING

from careers.files.load import POSTINGS, load_settings
from careers.posting.posting import Posting, originals
from careers.process import read_process
from careers.settings import Settings
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.application import Application
    from careers.hiring.submission import Submission

AUDIENCE = "workflow"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    given = parser.add_mutually_exclusive_group()
    given.add_argument(
        "--application", metavar="FILE", help="JSON of schemas/application.json; - reads stdin"
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
        job_stages,
        now,
        postings_in,
        with_retries,
    )
    from careers.cli.support.intake_run import IntakeRun  # noqa: PLC0415
    from careers.github.actions import (  # noqa: PLC0415
        candidates_repository,
        set_outputs,
        summarise,
    )
    from careers.hiring.hashes import checked_key  # noqa: PLC0415

    key = checked_key(os.environ.get("CAREERS_KEY"))
    application = _application(args)
    settings = load_settings()
    postings = postings_in(args.postings)
    moment = now()
    posting = _posting(application.posting, postings, moment.date())
    submission = _submission(key, application, posting, settings)
    repository = candidates_repository(settings)
    jobs = job_stages(postings, settings)
    intake = IntakeRun(repository, submission, jobs, dry_run=args.dry_run)
    issue = with_retries(repository, intake.once)
    if issue is not None:
        sys.stdout.write(f"Issue #{issue.number} in {repository.name}: {intake.outcome}\n")
        set_outputs(issue=issue.number, url=issue.url)
        summarise(f"Issue #{issue.number} in `{repository.name}`: {intake.outcome}.")
    return 0


def _application(args: Namespace) -> Application:
    from careers.github.actions import read_input  # noqa: PLC0415
    from careers.intake import read  # noqa: PLC0415

    path = args.application or args.event or os.environ.get("GITHUB_EVENT_PATH")
    if not path:
        message = "no application was given"
        raise CareersError(message, "name a file: --application FILE, or - for standard input")
    return read(read_input(path))


def _posting(slug: str, postings: tuple[Posting, ...], today: date) -> Posting:
    """The open posting. Raises CareersError, status 1, where one cannot apply to it."""
    job = next((posting.job for posting in postings if posting.slug == slug), slug)
    found = next((posting for posting in originals(postings) if posting.job == job), None)
    if found is None or found.meta.status == "draft":
        names = sorted(p.job for p in originals(postings) if p.meta.status == "open")
        message = "posting: there is none of that name to apply to"
        raise CareersError(message, f"open are: {', '.join(names) or 'none'}", status=1)
    if not found.readable:
        message = f"{found.path} cannot be read as it stands"
        raise CareersError(message, f"mend what `validate {found.path}` finds", status=1)
    closes = found.meta.closes
    if found.meta.status == "closed" or (closes and today > closes):
        message = f"{found.path} takes no applications any longer"
        raise CareersError(message, "set status: open, and closes: to a day to come", status=1)
    return found


def _submission(
    key: bytes, application: Application, posting: Posting, settings: Settings
) -> Submission:
    from careers.cli.support.candidates import now, timestamp  # noqa: PLC0415
    from careers.files.git import commit_of  # noqa: PLC0415
    from careers.hiring.hashes import application_hash, person_hash  # noqa: PLC0415
    from careers.hiring.submission import Submission  # noqa: PLC0415

    application = application.model_copy(update={"posting": posting.job})
    stages = read_process(posting, settings.stages).stages
    if len(stages) == 1:
        message = f"{posting.path} has no interview process: nothing comes after `applied`"
        raise CareersError(message, 'name its steps in a list under "Interview process"', status=1)
    commit, url = commit_of(posting.path)
    return Submission(
        application=application,
        person=person_hash(key, application),
        digest=application_hash(key, application),
        title=posting.title,
        commit=commit,
        url=url,
        stages=stages,
        now=timestamp(now()),
    )
