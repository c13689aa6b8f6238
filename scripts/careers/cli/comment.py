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
    from careers.github.artifact import read_artifact  # noqa: PLC0415 - not loaded for --help
    from careers.github.pull_event import workflow_run  # noqa: PLC0415
    from careers.reports.artifact import NAMES, unpack  # noqa: PLC0415
    from careers.reports.pull_request.comment import render  # noqa: PLC0415

    event = workflow_run()
    run_ = event.workflow_run
    if run_.event != "pull_request" or run_.conclusion not in _ENDED:
        return _said("No pull request was checked: nothing to do.")
    artifact = unpack(read_artifact(Path(args.artifact), NAMES))
    if artifact.pull_request.head != run_.head_sha:
        message = "the artifact names another commit than the run that made it"
        raise CareersError(message, "nothing was written; the artifact may be hostile")
    body = render(_review(artifact, run_, event))
    if args.dry_run:
        return _said(body.rstrip())
    from careers.cli.support.candidates import with_retries  # noqa: PLC0415 - PyGithub, when all is in order
    from careers.github.actions import client_for  # noqa: PLC0415
    from careers.github.pull import Pulls  # noqa: PLC0415

    pulls = Pulls(client_for(event.repository.full_name))
    return _said(with_retries(pulls, lambda: _once(pulls, artifact, run_, body, args.author)))


def _said(text: str) -> int:
    sys.stdout.write(f"{text}\n")
    return 0


def _review(artifact: Artifact, run_: Run, event: WorkflowRun) -> Review:
    from careers.reports.pull_request.review import Review  # noqa: PLC0415

    found = artifact.findings.findings
    # Who waits is asked by us or by nobody: a fork may have written the number.
    preview = artifact.preview.model_copy(update={"waiting": (), "findings": ()})
    return Review(
        preview=preview,
        findings=tuple(each.finding for each in found),
        mendable=sum(each.mendable for each in found),
        hidden=artifact.findings.left_out,
        site=artifact.pull_request.preview,
        pictures=artifact.pull_request.pictures,
        run=run_.html_url,
        head=run_.head_sha,
        public=not event.repository.private,
        documented=frozenset(path.stem for path in Path("docs", "checks").glob("*.md")),
    )


def _once(pulls: Pulls, artifact: Artifact, run_: Run, body: str, author: str) -> str:
    """Ask, and write where it is due; what came of it."""
    number = artifact.pull_request.number
    pull = pulls.pull(number)
    _require_ours(pull, pulls.name, run_)
    if not pull.is_open:
        return f"Pull request #{number} is closed: nothing to do."
    if pull.head != run_.head_sha:
        return f"Pull request #{number} has moved on: the run for its new commit comments."
    return f"Pull request #{number}: {_kept(pulls, number, body, author)}."


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
    from careers.reports.pull_request.comment import says_the_same  # noqa: PLC0415
    from careers.reports.pull_request.marker import find  # noqa: PLC0415

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
