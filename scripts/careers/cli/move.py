"""Move a candidate after somebody set a label, wrote a command, or closed the issue.

The event comes from GITHUB_EVENT_NAME and GITHUB_EVENT_PATH (issues, issue_comment; or
workflow_dispatch with the input `issue`, by hand). What is there is read live, so an event may come
late, twice or out of order.

Exit status: 0 all is as it should be, 1 the event or the issue's record is wrong, 2 it could not
be done.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from careers.files.load import load_settings
from careers.settings import Settings
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.github.repository import Repository
    from careers.hiring.event import Event

AUDIENCE = "workflow"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--event", metavar="FILE", help="the event's file (GITHUB_EVENT_PATH)")
    parser.add_argument("--event-name", metavar="NAME", help="its name (GITHUB_EVENT_NAME)")
    parser.add_argument("--dry-run", action="store_true", help="print what would be done")


def run(args: Namespace) -> int:
    """Read the event and the issue, decide, carry it out."""
    # PyGithub and Jinja2 are not loaded to show a verb's help.
    from careers.cli.candidate_runs.move_run import MoveRun
    from careers.cli.candidate_runs.settling import settling_of
    from careers.cli.support.candidates import keys_of_environment, with_retries
    from careers.github.actions import summarise

    settings = load_settings()
    event, name = _event(args)
    settling = settling_of(settings, keys_of_environment(), dry_run=args.dry_run)
    move = MoveRun(event, name, settling)
    if move.idle:
        sys.stdout.write(f"{move.idle}\n")
        return 0
    repository = _repository(event, settings)
    outcome = with_retries(repository, lambda: move.once(repository))
    line = f"Issue #{event.issue.number} in {repository.name}: {outcome}"
    sys.stdout.write(f"{line}\n")
    summarise(line)
    return 0


def _event(args: Namespace) -> tuple[Event, str]:
    from careers.github.actions import read_input
    from careers.hiring.event import read_event
    from careers.text.strict_json import load_object

    path = args.event or os.environ.get("GITHUB_EVENT_PATH")
    name = args.event_name or os.environ.get("GITHUB_EVENT_NAME")
    if not path or not name:
        message = "no event was given"
        raise CareersError(message, "name its file and its kind: --event FILE --event-name NAME")
    return read_event(load_object(read_input(path), "the event"), name), name


def _repository(event: Event, settings: Settings) -> Repository:
    """The event's own repository, which must be the candidates' where one is configured."""
    from careers.github.actions import configured_repository, connect

    configured = configured_repository(settings)
    running = os.environ.get("GITHUB_REPOSITORY") or None
    name = (event.repository and event.repository.full_name) or running or configured
    if not name:
        message = "no repository is named: not by the event, GITHUB_REPOSITORY or careers.toml"
        raise CareersError(message, "set [candidates] repository in careers.toml")
    if any(other and other.casefold() != name.casefold() for other in (running, configured)):
        message = f"the event is of {name}, and the candidates are in {configured or running}"
        raise CareersError(message, "run move in the candidates' repository, or CAREERS_CANDIDATES")
    return connect(name)
