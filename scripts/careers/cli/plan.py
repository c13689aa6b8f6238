"""Show what merging a change does: to pages, feeds, labels and stages.

It compares the files as they are here with the commit where the change began. On a pull request
that commit is known; elsewhere --base names it. With --candidates the private repository is read,
to count who stands in a stage that goes away; never on a pull request from a fork.

Exit status: 0 shown, 2 there is nothing to compare with.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from careers.cli.support import base as _base
from careers.files.load import load_settings
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.files.revision import Base
    from careers.hiring.actions import Issue
    from careers.preview import Plan
    from careers.settings import Settings

AUDIENCE = "reviewer"

PLAN_BYTES = 1024 * 1024
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
    plan = planned(needed(args.base), candidates=args.candidates)
    sys.stdout.write(shown(plan, args.format))
    return 0


def needed(revision: str | None) -> Base:
    """The base, where there must be one."""
    base = _base.asked(revision)
    if base is None:
        message = "there is nothing to compare with"
        raise CareersError(message, "give --base REV, for example --base origin/main")
    return base


def planned(base: Base, *, candidates: bool = False) -> Plan:
    """The plan of what stands here against the base."""
    from careers.build.inputs import load_templates  # noqa: PLC0415
    from careers.cli.support.planning import Side, make_plan  # noqa: PLC0415 - not loaded for --help

    settings = load_settings()
    head = Side(settings, _base.all_postings())
    issues = _candidates(settings) if candidates else None
    return make_plan(base, head, _base.today(), load_templates(), issues)


def _candidates(settings: Settings) -> Callable[[], Iterable[Issue]] | None:
    """The way to the candidates; none for a fork, whose text must not make us look."""
    from careers.github.actions import candidates_repository, require_private  # noqa: PLC0415
    from careers.github.pull_event import pull_request  # noqa: PLC0415

    event = pull_request()
    if event and event.is_fork:
        sys.stderr.write("candidates are not counted for a pull request from a fork\n")
        return None
    repository = candidates_repository(settings)

    def read() -> Iterable[Issue]:
        require_private(repository)
        return repository.issues()

    return read


def shown(plan: Plan, form: str) -> str:
    """The plan in a format."""
    if form == "json":
        return plan.model_dump_json(indent=2) + "\n"
    from careers.reports.plan import markdown, text  # noqa: PLC0415

    return markdown(plan, PLAN_BYTES) if form == "markdown" else text(plan)
