"""Say on merged pull requests where they stand: published, or merged and not published.

It runs after `publish`, with a token that may write comments, and edits the comment that stands on
each pull request since it was checked; an edit mails nobody. What a run was cut short of, the next
one makes up for: it looks at all that was merged in the last two weeks and is not said yet.

Exit status: 0 done, or there is nothing to say; 2 it could not be said.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import timedelta
from typing import TYPE_CHECKING

from careers.cli.comment import AUTHOR

if TYPE_CHECKING:
    from careers.github.pull import Merged, Pulls
    from careers.github.pull_event import Publication
    from careers.reports.pull_request.marker import Marker
    from careers.settings import Settings

AUDIENCE = "workflow"

LOOKED_BACK = timedelta(days=14)
_SURELY = timedelta(minutes=1)
"""A run that was created so long after a merge is about a commit that has it."""
_FAILED = frozenset({"failure", "timed_out"})


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--author", default=AUTHOR, help=f"whose comments they are: the token's login ({AUTHOR})"
    )


def run(args: Namespace) -> int:
    """Find the pull requests that the run was about, and edit their comments."""
    from careers.cli.support.candidates import with_retries
    from careers.files.load import load_settings
    from careers.github.actions import client_for
    from careers.github.pull import Pulls
    from careers.github.pull_event import publication

    event = publication()
    if not event.is_of_the_site or event.workflow_run.conclusion not in {"success", *_FAILED}:
        return _said("The site was not published: nothing to say.")
    settings = load_settings()
    pulls = Pulls(client_for(event.repository.full_name))
    done = with_retries(pulls, lambda: _once(pulls, event, settings, args.author))
    names = ", ".join(f"#{number}" for number in done)
    return _said(f"Said on {names}." if done else "Nothing is to be said on any pull request.")


def _said(text: str) -> int:
    sys.stdout.write(f"{text}\n")
    return 0


def _once(pulls: Pulls, event: Publication, settings: Settings, author: str) -> list[int]:
    """The numbers of the pull requests whose comment was edited."""
    merged = [pull for pull in pulls.merged(event.repository.default_branch) if _of(event, pull)]
    return [pull.number for pull in merged if _kept(pulls, pull, event, settings, author)]


def _of(event: Publication, pull: Merged) -> bool:
    """Whether the commit of the run has what was merged."""
    created = event.workflow_run.created_at
    if pull.at < created - LOOKED_BACK:
        return False
    return pull.commit == event.workflow_run.head_sha or pull.at + _SURELY <= created


def _kept(pulls: Pulls, pull: Merged, event: Publication, settings: Settings, author: str) -> bool:
    from careers.reports.pull_request.comment import says_the_same
    from careers.reports.pull_request.marker import PUBLISHED, find

    for comment in pulls.comments(pull.number):
        marker = find(comment.body)
        if marker is None or comment.author.casefold() != author.casefold():
            continue
        if marker.state == PUBLISHED:
            return False
        body = _body(pulls, event, marker, settings)
        if says_the_same(comment.body, body):
            return False
        pulls.edit(comment.id, body)
        return True
    return False


def _body(pulls: Pulls, event: Publication, marker: Marker, settings: Settings) -> str:
    from careers.cli.pull_requests.published_pages import on_the_site, titles
    from careers.reports.pull_request.merged import failed, published

    ended = event.workflow_run
    if ended.conclusion in _FAILED:
        return failed(ended.html_url, pulls.failed_job(ended.id), marker)
    pages = on_the_site(marker.pages, settings)
    return published(ended.updated_at, pages, titles(marker.held))
