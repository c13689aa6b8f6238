"""Show what merging a change does: to pages, feeds, labels and stages.

It compares the files as they are here with the commit where the change began. On a pull request
that commit is known; elsewhere --base names it. With --candidates the private repository is read,
to count who stands in a stage that goes away; never on a pull request from a fork.

Exit status: 0 shown, 2 there is nothing to compare with.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from typing import TYPE_CHECKING

from careers.cli.support import base as _base
from careers.cli.support.clock import today
from careers.files.load import load_settings

if TYPE_CHECKING:
    from careers.cli.pull_requests.waiting import Issues
    from careers.hiring.issues import Issue
    from careers.preview import MergePreview
    from careers.settings import Settings

AUDIENCE = "reviewer"

SUMMARY_BYTES = 1024 * 1024
"""A step summary past 1 MiB is dropped whole ("Workflow commands")."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--base", metavar="REV", help="the commit, branch or tag to merge into")
    parser.add_argument(
        "--format",
        choices=["text", "markdown", "json"],
        default="text",
        help="how the plan is printed",
    )
    parser.add_argument(
        "--candidates",
        action="store_true",
        help="count candidates in stages that go away (GITHUB_TOKEN, CAREERS_CANDIDATES)",
    )


def run(args: Namespace) -> int:
    """Compare and print."""
    from careers.cli.pull_requests.merge_preview import preview_merge
    from careers.cli.pull_requests.merge_sites import Side, sites

    base, settings = _base.require_base(args.base), load_settings()
    head = Side(settings, _base.all_postings())
    issues = _candidates(settings) if args.candidates else None
    day = today(settings)
    preview = preview_merge(base, head, day, sites(base, head, day, whole=False), issues)
    sys.stdout.write(_rendered(preview, args.format))
    return 0


def _candidates(settings: Settings) -> Issues | None:
    """The way to the candidates; none for a fork, whose text must not make us look."""
    from careers.github.actions import candidates_repository, require_private
    from careers.github.pull_event import pull_request

    event = pull_request()
    if event and event.is_fork:
        sys.stderr.write("candidates are not counted for a pull request from a fork\n")
        return None
    repository = candidates_repository(settings)

    def read(labels: Iterable[str]) -> Iterable[Issue]:
        require_private(repository)
        return repository.labelled(labels)

    return read


def _rendered(preview: MergePreview, form: str) -> str:
    if form == "json":
        return preview.model_dump_json(indent=2) + "\n"
    from careers.reports.plan.markdown import markdown
    from careers.reports.plan.text import text

    return markdown(preview, SUMMARY_BYTES) if form == "markdown" else text(preview)
