"""Make the candidates' labels those that the postings ask for.

The plan is printed first. It only adds: labels are made, renamed ([labels.renamed] in
careers.toml; their issues stay), recoloured and described. Labels that no posting asks for are
named, and deleted with --prune where no issue, open or closed, carries them.

A posting that cannot be read, or has no process, is left out and named; nothing is deleted then.

Exit status: 0 done, 2 it could not be done.
"""

from __future__ import annotations

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import asdict
from shlex import quote
from typing import TYPE_CHECKING

from careers.cli.support.progress import Progress
from careers.files.load import POSTINGS, load_settings
from careers.settings import Settings
from careers.text.counted import counted
from careers.text.diagnostics import Finding, Severity, Span

if TYPE_CHECKING:
    from careers.github.repository import Repository
    from careers.hiring.actions import Plan
    from careers.hiring.issues import Label

AUDIENCE = "recruiter"


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--postings", default=POSTINGS, metavar="DIR", help="the postings' folder")
    parser.add_argument("--prune", action="store_true", help="delete unused labels of ours")
    parser.add_argument("--dry-run", action="store_true", help="print what would be done")
    parser.add_argument(
        "--format", choices=["text", "json"], default="text", help="how the plan is printed"
    )


def run(args: Namespace) -> int:
    """Read, plan, print, carry out."""
    # PyGithub is not loaded to show a verb's help.
    from careers.cli.support.candidates import with_retries
    from careers.github.actions import candidates_repository, summarise

    settings = load_settings()
    wanted, left_out = _wanted(args.postings, settings)
    if left_out and args.prune:
        sys.stderr.write("nothing is deleted while postings are left out\n")
        args.prune = False
    repository = candidates_repository(settings)
    count = with_retries(repository, lambda: _once(repository, wanted, settings, args))
    summarise(f"Labels of `{repository.name}`: {counted(count, 'change')}.")
    return 0


def _wanted(folder: str, settings: Settings) -> tuple[list[Label], list[str]]:
    """The labels of all postings but those that are left out, and the paths of these."""
    from careers.cli.support.candidates import job_stages, postings_in
    from careers.files.candidates_settings import load_candidates_settings
    from careers.hiring.labels.definitions import labels_for
    from careers.hiring.settings import OTHER
    from careers.posting.posting import originals

    postings = [p for p in originals(postings_in(folder)) if p.meta.status != "draft"]
    people = load_candidates_settings()
    jobs, left_out = [], []
    for posting, job in zip(postings, job_stages(postings, settings), strict=True):
        if posting.readable and len(job.stages) > 1:
            jobs.append(job)
        else:
            left_out.append(posting.path)
            _name(
                posting.path, "has no interview process" if posting.readable else "cannot be read"
            )
    return labels_for(jobs, (*people.candidates.sources, OTHER)), left_out


def _name(path: str, what: str) -> None:
    """Say which posting is left out: as an annotation where GitHub shows them."""
    message = f"{path} {what}: it gets no labels"
    cure = f"`careers validate {quote(path)}` shows what to mend"
    if os.environ.get("GITHUB_ACTIONS") == "true":
        from careers.reports import github

        finding = Finding(path, Span.at(1), "labels", Severity.ERROR, message, cure)
        sys.stdout.write(github.commands([finding]))
    else:
        sys.stderr.write(f"{message}\n  help: {cure}\n")


def _once(
    repository: Repository, wanted: Sequence[Label], settings: Settings, args: Namespace
) -> int:
    from careers.github.actions import require_private
    from careers.hiring.labels.definitions import buckets_in
    from careers.hiring.labels.plan import plan_labels, prune, unused_labels

    require_private(repository)
    live = repository.labels()
    wanted = [*wanted, *buckets_in(live)]
    plan = plan_labels(wanted, live, settings.labels.renamed)
    unused = unused_labels(wanted, live, settings.labels.renamed)
    if args.prune:
        plan = prune(plan, unused, repository.in_use)
    write = _as_json if args.format == "json" else _as_text
    sys.stdout.write(write(repository.name, plan, [] if args.prune else unused, dry=args.dry_run))
    sys.stdout.flush()
    if args.dry_run:
        return 0
    with Progress("Writing", len(plan.actions), "labels") as progress:
        for action in progress.over(plan.actions):
            repository.apply(action)
    return len(plan.actions)


def _as_text(name: str, plan: Plan, unused: Sequence[Label], *, dry: bool) -> str:
    lines = [f"Labels of {name}{' (nothing is written)' if dry else ''}:"]
    for action in plan.actions:
        color = getattr(action, "color", "")
        lines.append(f"  {action}{f'  #{color}' if color else ''}")
    lines += [
        f"  unused: {label.name} (kept; --prune deletes what no issue carries)" for label in unused
    ]
    lines += [f"  note: {note}" for note in plan.notes]
    return "\n".join([*lines, *(["  nothing to do"] if not plan.actions else []), ""])


def _as_json(name: str, plan: Plan, unused: Sequence[Label], *, dry: bool) -> str:
    kinds = {"CreateLabel": "create", "EditLabel": "change", "DeleteLabel": "delete"}
    report = {
        "repository": name,
        "dry_run": dry,
        "actions": [{"action": kinds[type(a).__name__], **asdict(a)} for a in plan.actions],
        "unused": [label.name for label in unused],
        "notes": list(plan.notes),
    }
    return json.dumps(report, indent=2, ensure_ascii=False) + "\n"
