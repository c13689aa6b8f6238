"""The scene of a pull request: an edit, the one comment on it, what mends it, the merge."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from typing import Any

from careers.cli.demo_company.company import BOT, CAREERS, RECRUITER, Company
from careers.cli.demo_company.show import Show
from careers.sandbox import Event, Pull

RUN = "https://github.com/example-tools/careers/actions/runs/7"
NUMBER = 1
"""Of the only pull request."""
TITLE = "A wider pay range, and a take-home task"
JOB = "postings/developer-product-manager.md"
# A new pay range, a stage under another name, a line that somebody forgot to finish.
EDITS = [
    ("max: 90000", "max: 96000"),
    ("3. We send you a small case study: a page", "3. **Take-home:** We send you a page"),
    ("- A weakness for developer tools.", "- A weakness for developer tools.\n- TODO"),
]
MENDED = [("\n- TODO", "")]


def pull_request(show: Show, company: Company, kept: Path) -> None:
    """Edit, open a pull request, mend it, merge it; the first comment is shown, and kept."""
    with tempfile.TemporaryDirectory() as folder:
        branch = Branch(company, Path(folder))
        branch.push(EDITS)
        show.deed(RECRUITER, f"opens pull request #{branch.number}: {TITLE}")
        branch.review()
        kept.parent.mkdir(exist_ok=True)
        kept.write_text(branch.comment, encoding="utf-8")
        show.deed(BOT, "comments:")
        show.printed(_as_read(branch.comment))
        branch.push(MENDED)
        branch.review()
        edited = f"the comment: {_first_line(branch.comment)}"
        show.deed(RECRUITER, "takes the unfinished line out", edited)
        branch.merge()
        show.deed(RECRUITER, "merges it")


def published(show: Show, company: Company) -> None:
    """The run that comes after ``publish``: the same comment says where it stands."""
    merged = company.sandbox.issue(CAREERS, NUMBER)
    repository = {"full_name": CAREERS, "default_branch": "main"}
    run = {
        "id": 8,
        "html_url": RUN,
        "head_sha": company.careers.head,
        "head_branch": "main",
        "event": "push",
        "conclusion": "success",
        "created_at": merged["closed_at"],
        "updated_at": merged["closed_at"],
        "head_repository": repository,
    }
    ended = Event("workflow_run", {"workflow_run": run, "repository": repository}, CAREERS)
    company.run("announce", "--author", BOT, event=ended)
    (comment,) = company.sandbox.comments(CAREERS, NUMBER)
    when, _, _ = _first_line(str(comment["body"])).partition(": [")
    show.deed(BOT, "edits its comment", when)


def _as_read(comment: str) -> str:
    """The comment as a browser shows it: links without their addresses, what is folded folded."""
    folded = re.compile(r"<details><summary>(.*?)</summary>.*?</details>", re.DOTALL)
    shown = folded.sub(r"▸ \1", re.sub(r"\]\([^)]*\)", "]", comment))
    return re.sub(r"\n{2,}|<!--.*?-->", "\n", shown)


def _first_line(comment: str) -> str:
    return _as_read(comment).split("\n")[0].removeprefix("### ")


class Branch:
    """A working copy of its own, and the pull request that brings its commits."""

    def __init__(self, company: Company, folder: Path) -> None:
        self._company = company
        self._artifact = folder / "artifact"
        self.checkout = company.careers.copy(folder / "careers")
        self.base = self.head = self.checkout.head
        self.number = 0

    def push(self, edits: list[tuple[str, str]]) -> None:
        """Edit the posting, commit, and open the pull request or give it its new head."""
        for old, new in edits:
            self.checkout.edit(JOB, old, new)
        self.head = self.checkout.commit("Edit the posting")
        actor = self._company.sandbox.act(RECRUITER)
        if self.number:
            actor.push(CAREERS, self.number, self.head)
        else:
            pull = Pull(self.base, self.head, "take-home", CAREERS)
            self.number = actor.open_pull(CAREERS, TITLE, pull)

    def review(self) -> None:
        """Run what ``validate.yml`` and ``comment.yml`` run."""
        repository = {"repo": {"full_name": CAREERS}}
        sides = {"base": {"sha": self.base, **repository}, "head": {"sha": self.head, **repository}}
        opened = Event("pull_request", {"number": self.number, "pull_request": sides}, CAREERS)
        shutil.rmtree(self._artifact, ignore_errors=True)
        out = ("--out", str(self._artifact))
        self._company.run("review", *out, event=opened, folder=self.checkout.folder)
        arguments = ("--artifact", str(self._artifact), "--author", BOT)
        ended = Event("workflow_run", self._ended(), CAREERS)
        self._company.run("comment", *arguments, event=ended)

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
    def comment(self) -> str:
        """The one comment, as GitHub holds it."""
        (comment,) = self._company.sandbox.comments(CAREERS, self.number)
        return str(comment["body"])

    def merge(self) -> None:
        """Bring the commits into the company's main branch."""
        self._company.careers.git("pull", "--quiet", "--ff-only", str(self.checkout.folder), "main")
        self._company.sandbox.act(RECRUITER).merge(CAREERS, self.number, self.head)
