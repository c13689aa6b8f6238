"""Look whether all is set up as it ought to be: settings, secrets, rules, workflows, versions.

Each thing is ok, a warning or an error, with its cure. It looks at the folder that it runs in
(that of the careers repository, with `.candidates/` beside the postings where a workflow laid it)
and, with GITHUB_TOKEN, at both repositories on GitHub; what the token may not ask is said. An
administrator's token (`gh auth token`) may ask everything. Nothing is changed.

With --issue, as a workflow runs it once a week, one issue in the candidates' repository says what
needs a look; it closes when nothing does.

Exit status: 0 no errors, or an issue says them; 1 errors; 2 it could not look.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careers.doctor import Diagnosis
    from careers.settings import Settings

AUDIENCE = "administrator"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--format", choices=["text", "json"], default="text", help="for whom")
    parser.add_argument("--issue", action="store_true", help="keep one issue about it")


def run(args: Namespace) -> int:
    """Gather, examine, print."""
    from careers.cli.administration.installation import gather
    from careers.doctor import Level, diagnose
    from careers.doctor.support import telling

    facts = gather()
    found = diagnose(facts)
    write = telling.as_json if args.format == "json" else telling.as_text
    sys.stdout.write(write(found))
    if args.issue:
        sys.stdout.write(f"{_keep(facts.settings, found)}\n")
        return 0
    return int(any(told.level is Level.ERROR for told in found))


def _keep(settings: Settings, found: list[Diagnosis]) -> str:
    from careers.cli.support.candidates import with_retries
    from careers.cli.support.one_issue import OneIssue
    from careers.doctor.support.telling import MARKER, TITLE, issue_text
    from careers.github.actions import candidates_repository, require_private, summarise

    repository = candidates_repository(settings)
    require_private(repository)
    kept = OneIssue(MARKER, TITLE, "tell what needs a look")
    done = with_retries(repository, lambda: kept.keep(repository, issue_text(found)))
    summarise(f"Doctor: {done}.")
    return f"{repository.name}: {done}"
