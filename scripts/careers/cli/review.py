"""Check a pull request, and write what its reviewer is shown: findings, plan, preview.

The folder holds findings.json, plan.json, pull-request.json and preview/, the site as merging
would publish it. `comment` reads the files in another run. The findings are printed as GitHub's
annotations; the step's summary has them all, and the plan.

Exit status: 0 where there are no errors, 1 where there are (the folder is whole), 2 it could not
run.
"""

from __future__ import annotations

import hashlib
import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from careers.cli.support import base as _base
from careers.cli.support.clock import latest_today, today
from careers.files.load import POSTINGS, load_settings, write_summary
from careers.github.artifact import PREVIEW
from careers.text.counted import counted
from careers.text.diagnostics import CareersError, Severity

if TYPE_CHECKING:
    from careers.github.pull_event import PullRequest

AUDIENCE = "workflow"

SUMMARY_BYTES = 512 * 1024
"""Of the findings, and of the plan: GitHub drops a step's summary past 1 MiB whole."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--out", required=True, metavar="DIR", help="a new or empty folder")


def run(args: Namespace) -> int:
    """Check, compare, build, write, print."""
    from careers.build.inputs import load_templates  # noqa: PLC0415
    from careers.checks import Context  # noqa: PLC0415 - not loaded for --help
    from careers.cli.support.merge_preview import Side, preview_merge  # noqa: PLC0415
    from careers.files.repository_files import find_files  # noqa: PLC0415
    from careers.github.pull_event import pull_request  # noqa: PLC0415
    from careers.reports import artifact, github  # noqa: PLC0415
    from careers.reports.preview import markdown  # noqa: PLC0415

    event = pull_request()
    if event is None:
        message = "this is for pull requests alone"
        raise CareersError(message, "elsewhere use `validate` and `plan --base REV`")
    folder = _empty(Path(args.out))
    base, settings = _base.require_base(None), load_settings()
    day, postings = today(settings), _base.all_postings()
    context = Context(
        settings, day, postings, find_files([POSTINGS]), latest=latest_today(settings)
    )
    findings, touched = _base.new_findings(base, context)
    preview = preview_merge(base, Side(settings, postings), day, load_templates())
    about = artifact.PullRequest(
        number=event.number, head=_head(event), preview=_build_site(folder / PREVIEW)
    )
    for name, text in artifact.pack(preview, findings, len(touched), about).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    write_summary(summary, github.summary(findings, len(touched), SUMMARY_BYTES) + "\n")
    write_summary(summary, markdown(preview, SUMMARY_BYTES))
    sys.stdout.write(github.commands(findings))
    checked, planned = counted(len(touched), "file"), counted(len(preview.pages), "posting")
    sys.stdout.write(f"{checked} checked, {planned} in the plan\n")
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def _head(event: PullRequest) -> str:
    return event.pull_request.head.sha


def _empty(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise CareersError(f"{folder} is not empty", "name a new folder with --out")
    except OSError as error:
        message = f"cannot make {folder}: {error.strerror}"
        raise CareersError(message, "name a new folder with --out") from None
    return folder


def _build_site(folder: Path) -> str:
    """Build the site; the hash of its files, empty where it cannot be built."""
    from careers.cli import run as run_verb  # noqa: PLC0415 - it imports this module

    if run_verb("publish", ["--force", "--out", str(folder)]) != 0:
        return ""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()
