"""The scenes of the demo, in order."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from careers.cli.demo_company.company import CANDIDATES, READER, RECRUITER, ROOT, Company
from careers.cli.demo_company.pull_request import KEPT as COMMENT
from careers.cli.demo_company.pull_request import pull_request
from careers.cli.demo_company.show import Show
from careers.cli.demo_company.web import keep_open, serve_folder
from careers.files.load import load_settings
from careers.process import PREFIX
from careers.sandbox import Sandbox

SITE, KEPT = ROOT / "_site", ROOT / "_demo"
APPLICATIONS = ROOT / "examples" / "applications"

# A name longer than this is somebody's joke; the issue holds it whole.
_NAME = 28


def play(*, serve: bool) -> None:
    """Play all scenes. Raises CareersError where one of them cannot go on."""
    show = Show()
    with Sandbox() as sandbox:
        company = Company(sandbox)
        scenes: list[tuple[str, Callable[[Show, Company], None]]] = [
            ("Check the postings, as on a pull request", _check),
            ("Publish the careers site, as on merge", _publish),
            ("Sync the labels of the candidates' repository", _labels),
            ("People apply", _apply),
            ("The team moves candidates, by label and by comment", _move),
            ("A pull request, and the comment on it", pull_request),
            ("Where everybody stands", _standing),
        ]
        for number, (title, scene) in enumerate(scenes, 1):
            show.scene(number, len(scenes), title)
            scene(show, company)
        if serve:
            with serve_folder(SITE, load_settings(ROOT).site.url) as site:
                show.line()
                show.table(
                    ("Open in a browser", ""),
                    [
                        ("the careers site", site),
                        ("the candidates, by stage", f"{sandbox.url}/ui/{CANDIDATES}/issues"),
                        ("one candidate", f"{sandbox.url}/ui/{CANDIDATES}/issues/1"),
                        ("the repository", f"{sandbox.url}/ui/{CANDIDATES}"),
                    ],
                )
                show.line("\nCtrl-C ends it.")
                keep_open()


def _check(show: Show, company: Company) -> None:
    show.printed(company.script("validate", "postings"))


def _publish(show: Show, company: Company) -> None:
    show.printed(company.script("publish", "--out", SITE.name, "postings"))


def _labels(show: Show, company: Company) -> None:
    show.printed(company.script("labels"))


def _apply(show: Show, company: Company) -> None:
    for path in sorted(APPLICATIONS.glob("*.json")):
        application: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        printed = company.apply(application)
        show.deed(path.stem, "applies", _last_line(printed))


def _last_line(printed: str) -> str:
    return printed.strip().split("\n")[-1].replace(f" in {CANDIDATES}", "")


def _move(show: Show, company: Company) -> None:
    sandbox = company.sandbox
    company.follow_events()
    deeds: list[tuple[int, str, str, str]] = [
        (1, RECRUITER, "label", f"{PREFIX}phone-screen"),
        (1, RECRUITER, "comment", "/advance"),
        (2, RECRUITER, "comment", "/stage phone-screen"),
        (2, READER, "comment", "/hire"),
        (3, RECRUITER, "label", f"{PREFIX}pizza-party"),
        (3, RECRUITER, "comment", "/withdraw"),
        (4, RECRUITER, "comment", "/reject We need more support experience"),
        (1, RECRUITER, "comment", "/hire"),
    ]
    for number, who, how, what in deeds:
        if how == "label":
            sandbox.act(who).add_label(CANDIDATES, number, what)
        else:
            sandbox.act(who).comment(CANDIDATES, number, what)
        printed = " ".join(_last_line(run) for run in company.follow_events())
        show.deed(who, f"{how}s {what} on #{number}", printed)


def _standing(show: Show, company: Company) -> None:
    folder = KEPT / "candidates"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    rows = []
    for issue in company.sandbox.issues(CANDIDATES):
        path = folder / f"{issue['number']}.md"
        path.write_text(f"# {issue['title']}\n\n{issue['body']}\n", encoding="utf-8")
        name, _, job = issue["title"].rpartition(" · ")
        labels = [label["name"] for label in issue["labels"]]
        stage = ", ".join(n.removeprefix(PREFIX) for n in labels if n.startswith(PREFIX))
        name = name if len(name) <= _NAME else name[: _NAME - 1] + "…"
        row = (f"#{issue['number']}", name, job, stage, issue["state"], path.name)
        rows.append(row)
    columns = ("Issue", "Candidate", "Job", "Stage", "State", "File")
    show.table(columns, rows, cut=("Candidate", "Job"))
    show.line(
        f"\nEach candidate's issue: {_short(folder)}/"
        f"\nThe comment on the pull request: {_short(COMMENT)}"
        f"\nThe careers site: {_short(SITE)}/index.html"
    )


def _short(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()
