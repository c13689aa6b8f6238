"""Keep one comment on a pull request: what is wrong, what merging does, where the preview is.

It runs after `validate`, with a token that may write, and reads what that run left in an artifact
as data that a stranger wrote. The pull request is asked for on GitHub: it must be open, and its
head the commit that was checked. The comment is edited in place; where nothing changed, nothing
is written.

Exit status: 0 done, or there is nothing to do any longer; 2 refused, and nothing was written.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.github.pull import Comment, Pull, Pulls
    from careers.github.pull_event import Run, WorkflowRun
    from careers.reports.artifact import Artifact
    from careers.reports.pull_request.review import Review

AUDIENCE = "workflow"

AUTHOR = "github-actions[bot]"
"""Who writes with the GITHUB_TOKEN of a workflow. It may not ask `GET /user` who it is."""
_ENDED = frozenset({"success", "failure"})


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--artifact", required=True, metavar="DIR", help="where it was unpacked")
    parser.add_argument(
        "--author", default=AUTHOR, help=f"whose comment it is: the token's login ({AUTHOR})"
    )
    parser.add_argument("--dry-run", action="store_true", help="print the comment, write nothing")


def run(args: Namespace) -> int:
    """Read, ask, render, write."""
    from careers.github.artifact import read_artifact
    from careers.github.pull_event import workflow_run
    from careers.reports.artifact import NAMES, unpack
    from careers.reports.pull_request.comment import render

    event = workflow_run()
    run_ = event.workflow_run
    if run_.event != "pull_request" or run_.conclusion not in _ENDED:
        return _said("No pull request was checked: nothing to do.")
    artifact = unpack(read_artifact(Path(args.artifact), NAMES))
    if artifact.pull_request.head != run_.head_sha:
        message = "the artifact names another commit than the run that made it"
        raise CareersError(message, "nothing was written; the artifact may be hostile")
    review = _review(artifact, event)
    if args.dry_run:
        return _said(render(review).rstrip())
    from careers.cli.support.candidates import with_retries
    from careers.github.actions import client_for
    from careers.github.pull import Pulls

    pulls = Pulls(client_for(event.repository.full_name))
    number = artifact.pull_request.number
    return _said(with_retries(pulls, lambda: _once(pulls, number, event, review, args.author)))


def _said(text: str) -> int:
    sys.stdout.write(f"{text}\n")
    return 0


def _review(artifact: Artifact, event: WorkflowRun) -> Review:
    from careers.cli.pull_requests.check_pages import check_pages
    from careers.reports.pull_request.review import Review, repository_of

    found, ended = artifact.findings.findings, event.workflow_run
    # Who waits is asked by us or by nobody: a fork may have written the number.
    preview = artifact.preview.model_copy(update={"waiting": (), "findings": ()})
    pages = check_pages(repository_of(ended.html_url))
    return Review(
        preview=preview,
        findings=tuple(each.finding for each in found),
        mendable=sum(each.mendable for each in found),
        hidden=artifact.findings.left_out,
        site=artifact.pull_request.preview,
        pictures=artifact.pull_request.pictures,
        run=ended.html_url,
        head=ended.head_sha,
        public=not event.repository.private,
        checks=pages.address,
        documented=pages.codes,
    )


def _once(pulls: Pulls, number: int, event: WorkflowRun, review: Review, author: str) -> str:
    """Ask, and write where it is due; what came of it."""
    from careers.reports.pull_request.comment import render

    pull = pulls.pull(number)
    _require_ours(pull, pulls.name, event.workflow_run)
    if not pull.is_open:
        return f"Pull request #{number} is closed: nothing to do."
    if pull.head != event.workflow_run.head_sha:
        return f"Pull request #{number} has moved on: the run for its new commit comments."
    body = render(_counted(review, event))
    return f"Pull request #{number}: {_kept(pulls, number, body, author)}."


def _counted(review: Review, event: WorkflowRun) -> Review:
    """With the number of who waits, where candidates are in this repository, and it is private."""
    if review.public:
        return review
    from careers.cli.pull_requests.waiting import waiting
    from careers.files.load import load_settings
    from careers.github.actions import configured_repository, connect

    name = event.repository.full_name
    home = configured_repository(load_settings()) or ""
    if home.casefold() != name.casefold() or not connect(name).private():
        return review
    found = waiting(review.preview.pages, connect(name).labelled)
    preview = review.preview.model_copy(update={"waiting": found})
    return replace(review, preview=preview, counted=True)


def _require_ours(pull: Pull, repository: str, run_: Run) -> None:
    came_from = run_.head_repository.full_name if run_.head_repository else ""
    if pull.base_repository.casefold() != repository.casefold():
        message = "the pull request is none of this repository's"
    elif pull.head_repository.casefold() != came_from.casefold():
        message = "the pull request comes from another repository than the run"
    else:
        return
    raise CareersError(message, "nothing was written; the artifact may be hostile")


def _kept(pulls: Pulls, number: int, body: str, author: str) -> str:
    """Make ``body`` the one comment of ours; what was done."""
    from careers.reports.pull_request.comment import says_the_same
    from careers.reports.pull_request.marker import find

    marked = [comment for comment in pulls.comments(number) if find(comment.body)]
    ours = _by(marked, author)
    if not ours:
        new = pulls.write(number, body)
        if new.author.casefold() == author.casefold():
            return "the comment was written"
        # The token is somebody else's than was said: what they wrote before is ours.
        ours = [*_by(marked, new.author), new]
    first, *others = ours
    for other in others:
        pulls.delete(other.id)
    if says_the_same(first.body, body):
        return "nothing changed"
    pulls.edit(first.id, body)
    return "the comment was edited"


def _by(comments: list[Comment], author: str) -> list[Comment]:
    return [comment for comment in comments if comment.author.casefold() == author.casefold()]
