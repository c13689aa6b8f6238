"""The scene of a pull request: an edit, its findings, its plan, and the one comment on it."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from careers.cli.demo_company.company import CAREERS, RECRUITER, ROOT, Company
from careers.cli.demo_company.show import Show
from careers.sandbox import Event, Pull
from careers.text.diagnostics import CareersError

KEPT = ROOT / "_demo" / "pull-request.md"
BOT = "careers-bot[bot]"
RUN = "https://github.com/example-tools/careers/actions/runs/7"
JOB, OTHER = "postings/developer-product-manager.md", "postings/support-engineer.md"
# A new pay range, a stage under another name, a line that somebody forgot to finish; and in
# another posting a stage replaced in which a candidate stands.
EDITS = [
    (JOB, "max: 90000", "max: 96000"),
    (JOB, "3. We send you a small case study: a page", "3. **Take-home:** We send you a page"),
    (JOB, "- A weakness for developer tools.", "- A weakness for developer tools.\n- TODO"),
    (
        OTHER,
        "**Phone screen:** A call of 30 minutes with Adaeze",
        "**Written interview:** Half an hour in writing with Adaeze",
    ),
]
ANSWER = "We answer within five working days at each step."
MENDED = [
    (JOB, "\n- TODO", ""),
    (OTHER, ANSWER, f"{ANSWER} We hire people of every background."),
]
_IDENTITY = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Rita Example"), ("EMAIL", "rita@example.com"))
}


def pull_request(show: Show, company: Company) -> None:
    """Edit, open a pull request, let its two workflows run, mend it, and let them run again."""
    with tempfile.TemporaryDirectory() as folder:
        branch = Branch(company, Path(folder))
        branch.push(EDITS)
        show.deed(RECRUITER, f"opens pull request #{branch.number}")
        show.printed(company.script("validate", event=branch.event, folder=branch.folder))
        show.printed(branch.plan())
        show.deed(BOT, "comments", branch.comment())
        show.deed(BOT, "looks again, for another run", branch.comment())
        _keep(branch.said)
        show.printed(branch.said, limit=60)
        branch.push(MENDED)
        show.deed(RECRUITER, "mends both")
        show.deed(BOT, "comments", branch.comment())
        show.printed(branch.said)


def _keep(text: str) -> None:
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(text, encoding="utf-8")


class Branch:
    """A throw-away clone of the postings, and the pull request for a branch of it."""

    def __init__(self, company: Company, folder: Path) -> None:
        self._company = company
        self._artifact = folder / "artifact"
        self.folder = folder / "careers"
        shutil.copytree(ROOT / "postings", self.folder / "postings")
        shutil.copy(ROOT / "careers.toml", self.folder)
        _git(self.folder, "init", "--quiet", "--initial-branch", "main")
        self.base = self.head = self._commit()
        self.number = 0

    def push(self, edits: list[tuple[str, str, str]]) -> None:
        """Edit postings, commit, and open the pull request or give it its new head."""
        for name, old, new in edits:
            path = self.folder / name
            text = path.read_text(encoding="utf-8")
            if old not in text:
                raise CareersError(f"the demo's edit does not fit {name}: {old}")
            path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
        self.head = self._commit()
        actor = self._company.sandbox.act(RECRUITER)
        if self.number:
            actor.push(CAREERS, self.number, self.head)
        else:
            pull = Pull(self.base, self.head, "take-home", CAREERS)
            self.number = actor.open_pull(CAREERS, "A wider pay range, and a take-home task", pull)
        self._company.sandbox.take_events()

    def _commit(self) -> str:
        _git(self.folder, "add", "--all")
        _git(self.folder, "commit", "--quiet", "--message", "Edit the posting")
        return _git(self.folder, "rev-parse", "HEAD")

    @property
    def event(self) -> Event:
        """What starts ``validate.yml``."""
        repository = {"repo": {"full_name": CAREERS}}
        sides = {"base": {"sha": self.base, **repository}, "head": {"sha": self.head, **repository}}
        return Event("pull_request", {"number": self.number, "pull_request": sides}, CAREERS)

    def plan(self) -> str:
        """What a maintainer sees, who may count the candidates too."""
        arguments = ("--base", self.base, "--candidates")
        return self._company.script("plan", *arguments, folder=self.folder)

    def comment(self) -> str:
        """Run what ``validate.yml`` and ``comment.yml`` run; what the second said."""
        shutil.rmtree(self._artifact, ignore_errors=True)
        out = ("--out", str(self._artifact))
        self._company.script("review", *out, event=self.event, folder=self.folder)
        arguments = ("--artifact", str(self._artifact), "--author", BOT)
        ended = Event("workflow_run", self._ended(), CAREERS)
        return self._company.script("comment", *arguments, event=ended).strip()

    def _ended(self) -> dict[str, Any]:
        repository = {"full_name": CAREERS}
        run = {
            "html_url": RUN,
            "head_sha": self.head,
            "event": "pull_request",
            "conclusion": "success",
            "head_repository": repository,
        }
        return {"workflow_run": run, "repository": repository}

    @property
    def said(self) -> str:
        """The comment as the sandbox holds it."""
        return str(self._company.sandbox.comments(CAREERS, self.number)[-1]["body"])


def _git(folder: Path, *arguments: str) -> str:
    """Run git with an identity of its own, whatever this machine's settings are."""
    environment = os.environ | _IDENTITY | {"GIT_CONFIG_GLOBAL": os.devnull}
    done = subprocess.run(  # noqa: S603 - arguments of our own
        ["git", "-c", "commit.gpgSign=false", *arguments],  # noqa: S607 - the git of whoever plays it
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise CareersError(f"git {arguments[0]} failed: {done.stderr}", "install git")
    return done.stdout.strip()
