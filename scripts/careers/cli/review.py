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
from typing import TYPE_CHECKING, NamedTuple

from careers.cli.support import base as _base
from careers.cli.support.clock import latest_today, today
from careers.files.load import POSTINGS, load_settings, write_summary
from careers.github.artifact import PREVIEW
from careers.text.counted import counted
from careers.text.diagnostics import CareersError, Severity

if TYPE_CHECKING:
    from datetime import date

    from careers.checks import Context
    from careers.cli.pull_requests.merge_sites import Side, Sites
    from careers.github.pull_event import PullRequest
    from careers.preview import MergePreview
    from careers.settings import Settings
    from careers.text.diagnostics import Finding

AUDIENCE = "workflow"

SUMMARY_BYTES = 512 * 1024
"""Of the findings, and of the plan: GitHub drops a step's summary past 1 MiB whole."""


def configure(parser: ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("--out", required=True, metavar="DIR", help="a new or empty folder")


def run(args: Namespace) -> int:
    """Check, compare, build, write, print."""
    from careers.cli.pull_requests.merge_preview import preview_merge
    from careers.cli.pull_requests.merge_sites import Side, sites
    from careers.cli.pull_requests.pictures import take_pictures
    from careers.cli.pull_requests.whole_site import of_settings, of_site
    from careers.github.pull_event import pull_request
    from careers.preview import MergePreview

    event = pull_request()
    if event is None:
        message = "this is for pull requests alone"
        raise CareersError(message, "elsewhere use `validate` and `plan --base REV`")
    folder = _empty(Path(args.out))
    try:
        settings = load_settings()
    except CareersError as error:
        return _handed_over(folder, event, Reviewed(of_settings(error), 0, MergePreview()), "")
    base, day = _base.require_base(None), today(settings)
    head = Side(settings, _base.all_postings())
    findings, touched = _base.new_findings(base, _context(head, day))
    both = sites(base, head, day, whole=True)
    preview = preview_merge(base, head, day, both)
    checked = Reviewed([*findings, *of_site(both)], len(touched), preview)
    site = _write_site(folder / PREVIEW, both, settings)
    pictures = take_pictures(folder, preview, both, settings.site.url, event.number)
    return _handed_over(folder, event, checked, site, pictures)


class Reviewed(NamedTuple):
    """What was found in how many postings, and what merging does."""

    findings: list[Finding]
    postings: int
    preview: MergePreview


def _handed_over(
    folder: Path,
    event: PullRequest,
    checked: Reviewed,
    site: str,
    pictures: tuple[int, str] = (0, ""),
) -> int:
    """Write what `comment` reads, the step's summary and the annotations; the exit status."""
    from careers.reports import artifact

    findings, postings, preview = checked
    head = event.pull_request.head.sha
    about = artifact.PullRequest(number=event.number, head=head, preview=site, pictures=pictures[0])
    for name, text in artifact.pack(preview, findings, postings, about).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    _summarise(checked)
    sys.stdout.write(_said(checked, pictures[1]))
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def _context(head: Side, day: date) -> Context:
    from careers.checks import Context
    from careers.files.renames import earlier_names
    from careers.files.repository_files import find_files

    return Context(
        head.settings,
        day,
        head.postings,
        find_files([POSTINGS]),
        latest=latest_today(head.settings),
        earlier=earlier_names([POSTINGS]),
    )


def _summarise(checked: Reviewed) -> None:
    """The step's summary: the findings, what merging does, how much was looked at."""
    from careers.checks import all_checks
    from careers.reports import github
    from careers.reports.plan.markdown import markdown

    parts = (
        github.summary(checked.findings, SUMMARY_BYTES),
        f"## What merging does\n\n{markdown(checked.preview, SUMMARY_BYTES)}",
        github.checked(checked.postings, len(all_checks())),
    )
    text = "\n\n".join(part.strip() for part in parts)
    write_summary(os.environ.get("GITHUB_STEP_SUMMARY"), f"{text}\n")


def _said(checked: Reviewed, unpictured: str) -> str:
    from careers.reports import github

    planned = counted(len(checked.preview.pages), "posting")
    lacks = f"no more pictures: {unpictured}\n" if unpictured else ""
    last = f"{counted(checked.postings, 'file')} checked, {planned} in the plan\n"
    return f"{github.commands(checked.findings)}{lacks}{last}"


def _empty(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise CareersError(f"{folder} is not empty", "name a new folder with --out")
    except OSError as error:
        message = f"cannot make {folder}: {error.strerror}"
        raise CareersError(message, "name a new folder with --out") from None
    return folder


def _write_site(folder: Path, both: Sites, settings: Settings) -> str:
    """Write the site after merging; the hash of its files, empty where it cannot be built."""
    from careers.build.search import index

    if both.after is None:
        return ""
    for name, content in both.after.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    # Without a posting to find, Pagefind would index every other page.
    if settings.site.search and both.after.folders:
        index(folder)
    digest = hashlib.sha256()
    for name, content in sorted(both.after.files.items()):
        digest.update(f"{name}\0{hashlib.sha256(content).hexdigest()}\n".encode())
    return digest.hexdigest()
