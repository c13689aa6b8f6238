"""The postings of another commit show the shared texts of that commit."""

from __future__ import annotations

import json
from pathlib import Path

from gitrepo import POSTING, Repo

ASK = '\n{{ shared("about-us") }}\n'


def test_a_shared_text_that_changes(tmp_path: Path) -> None:
    """A posting that shows it has changed with it; what was wrong in it before is not new."""
    repo = Repo(tmp_path / "careers")
    repo.write("postings/tester.md", POSTING.format(title="Tester") + ASK)
    repo.write("postings/_shared/about-us.md", "We make tools. TODO\n")
    repo.commit()
    repo.git("switch", "--quiet", "--create", "change")
    repo.edit("postings/cook.md", "We call you.", "We write to you.")
    repo.commit()

    def found() -> list[tuple[str, int]]:
        done = repo.run("validate", "--format", "json", "--base", "main")
        findings = json.loads(done.out)["findings"]
        return [(f["path"], f["line"]) for f in findings if f["code"] == "placeholder"]

    assert not found()
    repo.edit("postings/_shared/about-us.md", "tools.", "tools for you. TODO\n\nWe do.")
    repo.commit()
    assert ("postings/_shared/about-us.md", 1) in found()


def test_the_lines_of_shared_steps(tmp_path: Path) -> None:
    """`stages` tells the line of a step where it stands, in the shared text."""
    repo = Repo(tmp_path / "careers")
    text = "## Interview process\n\n1. You apply.\n2. **Phone screen:** We call.\n"
    repo.write("postings/_shared/process.md", text)
    repo.write("postings/guard.md", '# Guard\n\n{{ shared("process") }}\n')
    done = repo.run("stages", "--format", "json", "postings/guard.md")
    stages = json.loads(done.out)["postings"][0]["stages"]
    assert [(s["line"], s["stage"]) for s in stages] == [(3, "applied"), (4, "phone-screen")]
