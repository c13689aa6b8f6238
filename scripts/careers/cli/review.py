"""Write what the reviewer of a pull request is shown: findings, plan, preview.

The folder holds findings.json, plan.json, pull-request.json and preview/, the site as merging
would publish it. `comment` reads the files from another run. The plan is added to the step's
summary.

Exit status: 0 written, whatever was found (`validate` says whether it fails); 2 it could not run.
"""

from __future__ import annotations

import hashlib
import os
import sys
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from careers.cli.support import base as _base
from careers.files.load import load_settings, write_summary
from careers.github.artifact import PREVIEW
from careers.text.diagnostics import CareersError

if TYPE_CHECKING:
    from careers.github.pull_event import PullRequest

AUDIENCE = "workflow"

SUMMARY_BYTES = 512 * 1024
"""Half of what GitHub shows of a step's summary ("Workflow commands")."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--out", required=True, metavar="DIR", help="a new or empty folder")


def run(args: Namespace) -> int:
    """Check, plan, build, write."""
    from careers.cli.plan import needed, planned  # noqa: PLC0415 - not loaded for --help
    from careers.github.pull_event import pull_request  # noqa: PLC0415
    from careers.reports import handed  # noqa: PLC0415
    from careers.reports.plan import markdown  # noqa: PLC0415

    event = pull_request()
    if event is None:
        message = "this is for pull requests alone"
        raise CareersError(message, "elsewhere use `validate` and `plan --base REV`")
    folder = _empty(Path(args.out))
    base = needed(None)
    findings, touched = _base.brought(base, load_settings(), _base.all_postings())
    plan = planned(base)
    about = handed.PullRequest(
        number=event.number, head=_head(event), preview=_preview(folder / PREVIEW)
    )
    for name, text in handed.pack(plan, findings, len(touched), about).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    write_summary(os.environ.get("GITHUB_STEP_SUMMARY"), markdown(plan, SUMMARY_BYTES))
    sys.stdout.write(f"{len(findings)} findings, {len(plan.pages)} postings in the plan\n")
    return 0


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


def _preview(folder: Path) -> str:
    """Build the site; the hash of its files, empty where it cannot be built."""
    from careers.cli import run as run_verb  # noqa: PLC0415 - it imports this module

    if run_verb("publish", ["--out", str(folder)]) != 0:
        return ""
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(folder).as_posix()}\0{content}\n".encode())
    return digest.hexdigest()
