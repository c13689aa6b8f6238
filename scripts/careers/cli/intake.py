"""Open the issue of somebody who applied, in the private repository.

The application comes from a JSON file (--application FILE, - for standard input), or from the
event that started the workflow (repository_dispatch, workflow_dispatch). Sent twice, it opens one
issue; the same person again updates theirs.

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
    from careers.hiring.known import Opening

AUDIENCE = "workflow"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    given = parser.add_mutually_exclusive_group()
    given.add_argument(
        "--application", metavar="FILE", help="JSON of schemas/application.json; - reads stdin"
    )
    given.add_argument("--event", metavar="FILE", help="an event's file (GITHUB_EVENT_PATH)")
    parser.add_argument("--event-name", metavar="NAME", help="its name (GITHUB_EVENT_NAME)")
    parser.add_argument("--postings", default=POSTINGS, metavar="DIR", help="the postings' folder")
    parser.add_argument("--dry-run", action="store_true", help="print what would be done")


def run(args: Namespace) -> int:
    """Read, look up, open or update, and say the issue's number."""
    # PyGithub and Jinja2 are not loaded to show a verb's help.
    from careers.cli.support.candidates import again, jobs, now, postings_in  # noqa: PLC0415
    from careers.cli.support.intake_run import Run  # noqa: PLC0415
    from careers.github.actions import candidates, give, summarise  # noqa: PLC0415
    from careers.hiring.person import checked_key  # noqa: PLC0415

    key = checked_key(os.environ.get("CAREERS_KEY"))
    application = _application(args)
    settings = load_settings()
    postings = postings_in(args.postings)
    moment = now()
    posting = _posting(application.posting, postings, moment.date())
    opening = _opening(key, application, posting, settings)
    repository = candidates(settings)
    work = Run(repository, opening, jobs(postings, settings), dry_run=args.dry_run)
    issue = again(repository, work.once)
    if issue is not None:
        sys.stdout.write(f"Issue #{issue.number} in {repository.name}: {work.said}\n")
        give(issue=issue.number, url=issue.url)
        summarise(f"Issue #{issue.number} in `{repository.name}`: {work.said}.")
    return 0


def _application(args: Namespace) -> Application:
    from careers.github.actions import read_input  # noqa: PLC0415
    from careers.intake import read  # noqa: PLC0415

    if args.application:
        return read(read_input(args.application))
    path = args.event or os.environ.get("GITHUB_EVENT_PATH")
    name = args.event_name or os.environ.get("GITHUB_EVENT_NAME")
    if not path or not name:
        message = "no application was given"
        raise CareersError(message, "name a file: --application FILE, or - for standard input")
    if name == "file":
        raise CareersError("file is no event", "use --application FILE")
    return read(read_input(path), name)


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


def _opening(key: bytes, application: Application, posting: Posting, settings: Settings) -> Opening:
    from careers.cli.support.candidates import now, stamp  # noqa: PLC0415
    from careers.files.git import commit_of  # noqa: PLC0415
    from careers.hiring.known import Opening  # noqa: PLC0415
    from careers.hiring.person import digest, person  # noqa: PLC0415

    application = application.model_copy(update={"posting": posting.job})
    stages = read_process(posting, settings.stages).stages
    if len(stages) == 1:
        message = f"{posting.path} has no interview process: nothing comes after `applied`"
        raise CareersError(message, 'name its steps in a list under "Interview process"', status=1)
    commit, url = commit_of(posting.path)
    return Opening(
        application=application,
        person=person(key, application),
        digest=digest(key, application),
        title=posting.title,
        commit=commit,
        url=url,
        stages=stages,
        now=stamp(now()),
    )
